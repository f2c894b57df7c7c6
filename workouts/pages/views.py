"""Placeholders until the feature's own views stand here."""

from django.http import Http404, HttpRequest, HttpResponse

from workouts.shared.audience import public


@public
def home(request: HttpRequest) -> HttpResponse:
    raise Http404


@public
def method(request: HttpRequest) -> HttpResponse:
    raise Http404


@public
def privacy(request: HttpRequest) -> HttpResponse:
    raise Http404


@public
def search(request: HttpRequest) -> HttpResponse:
    raise Http404


@public
def robots(request: HttpRequest) -> HttpResponse:
    raise Http404
