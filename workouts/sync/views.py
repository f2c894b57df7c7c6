"""Settings → Devices: where the lifter logs from. What waits on the device itself, its script knows."""

from django.http import HttpResponse
from django.shortcuts import render

from workouts.log.models import Client
from workouts.shared.audience import member
from workouts.shared.requests import MemberRequest


@member
def devices(request: MemberRequest) -> HttpResponse:
    seen = Client.objects.filter(owner=request.user).order_by("-last_seen", "-pk")
    return render(request, "sync/devices.html", {"section": "settings", "devices": seen})
