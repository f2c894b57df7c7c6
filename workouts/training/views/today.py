"""The page a lifter opens first."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from workouts.shared.audience import member
from workouts.shared.requests import MemberRequest
from workouts.training.queries.today import headline, today_page


@member
def today(request: MemberRequest) -> HttpResponse:
    page = today_page(request.user, timezone.now())
    context = {
        "section": "today",
        "page": page,
        "open_workout": page.open_workout,
        "headline": headline(page),
    }
    return render(request, "training/today.html", context)
