"""The page a lifter opens first, and the lighter week that it may offer."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from workouts.accounts.actions import put_off_deload
from workouts.log.queries import open_workout
from workouts.shared.audience import member
from workouts.shared.requests import MemberRequest
from workouts.training.actions import start_lighter
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


@member
@require_POST
def deload(request: MemberRequest) -> HttpResponse:
    """Starts a lighter session, offered or not: asking for one is reason enough. One under way is gone on with."""
    under_way = open_workout(request.user)
    workout = under_way or start_lighter(by=request.user, now=timezone.now())
    if workout is None:
        messages.error(request, _("There is no routine to make lighter."))
        return redirect("training:today")
    return redirect("training:form", workout.uid)


@member
@require_POST
def deload_later(request: MemberRequest) -> HttpResponse:
    """The offer rests for a week; nothing but the day is kept."""
    put_off_deload(by=request.user, day=request.user.preferences.today(timezone.now()))
    return redirect("training:today")
