"""Placeholders until the feature's own views stand here."""

from django.http import Http404, HttpRequest, HttpResponse

from workouts.shared.audience import member
from workouts.shared.requests import MemberRequest


@member
def today(request: MemberRequest) -> HttpResponse:
    raise Http404


@member
def new(request: MemberRequest) -> HttpResponse:
    raise Http404


@member
def train(request: MemberRequest, uid: str) -> HttpResponse:
    raise Http404


@member
def form(request: MemberRequest, uid: str) -> HttpResponse:
    raise Http404


@member
def history(request: MemberRequest) -> HttpResponse:
    raise Http404


@member
def calendar(request: MemberRequest) -> HttpResponse:
    raise Http404


@member
def workout(request: MemberRequest, uid: str) -> HttpResponse:
    raise Http404


@member
def delete(request: MemberRequest, uid: str) -> HttpResponse:
    raise Http404


@member
def restore(request: MemberRequest, uid: str) -> HttpResponse:
    raise Http404
