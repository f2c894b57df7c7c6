"""The site's addresses, and one for each error page."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import path

from legday import errors
from legday import urls as site
from workouts.shared.audience import guest

BROKEN: dict[str, Callable[[HttpRequest], HttpResponse]] = {
    "400": lambda request: errors.bad_request(request, Exception()),
    "403": lambda request: errors.forbidden(request, Exception()),
    "403-form": errors.csrf_failure,
    "404": lambda request: errors.not_found(request, Exception()),
    "413": errors.too_large,
    "429": errors.too_many,
    "500": errors.server_error,
    "503": errors.unavailable,
}


@guest
def broken(request: HttpRequest, error: str) -> HttpResponse:
    return BROKEN[error](request)


urlpatterns = [path("broken/<str:error>/", broken), *site.urlpatterns]
handler400, handler403, handler404 = site.handler400, site.handler403, site.handler404
handler429, handler500 = site.handler429, site.handler500
