"""Placeholders until the feature's own views stand here."""

from django.http import Http404, HttpRequest, HttpResponse

from workouts.shared.audience import public


@public
def faq(request: HttpRequest) -> HttpResponse:
    raise Http404
