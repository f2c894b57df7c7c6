"""Between signing in and a page that is the same for everybody: here the device learns who has come."""

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render, resolve_url

from workouts.shared.audience import member
from workouts.shared.requests import MemberRequest


@member
def arrived(request: MemberRequest) -> HttpResponse:
    """The script goes on to `?next=` by itself, once a guest's log on this phone is taken care of."""
    asked = request.GET.get("next", "")
    onward = asked if get_adapter(request).is_safe_url(asked) else resolve_url(settings.LOGIN_REDIRECT_URL)
    return render(request, "accounts/arrived.html", {"onward": onward})
