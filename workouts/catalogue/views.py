"""Placeholders until the feature's own views stand here."""

from django.http import Http404, HttpRequest, HttpResponse

from workouts.shared.audience import public


@public
def anatomy(request: HttpRequest) -> HttpResponse:
    raise Http404


@public
def group(request: HttpRequest, slug: str) -> HttpResponse:
    raise Http404


@public
def exercises(request: HttpRequest) -> HttpResponse:
    raise Http404


@public
def exercise(request: HttpRequest, slug: str) -> HttpResponse:
    raise Http404
