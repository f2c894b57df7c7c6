"""Placeholders until the feature's own views stand here."""

from django.http import Http404, HttpRequest, HttpResponse

from workouts.shared.audience import member
from workouts.shared.requests import MemberRequest


@member
def settings(request: MemberRequest) -> HttpResponse:
    raise Http404
