"""The site's routes and one whose view breaks."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from legday import urls as site
from workouts.shared.audience import guest


@guest
def broken(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("canary-in-the-error")


urlpatterns = [path("broken/", broken), *site.urlpatterns]
handler400, handler403, handler404 = site.handler400, site.handler403, site.handler404
handler429, handler500 = site.handler429, site.handler500
