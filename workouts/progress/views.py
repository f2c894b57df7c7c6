"""Progress: read-only pages of the lifter who is signed in."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from workouts.accounts.forms import BodyWeightForm
from workouts.progress import queries
from workouts.progress.access import exercise_for
from workouts.progress.forms import Range
from workouts.shared.audience import member
from workouts.shared.requests import MemberRequest

SESSIONS_A_PAGE = 20
DAYS_A_PAGE = 30


@member
def overview(request: MemberRequest) -> HttpResponse:
    today = request.user.preferences.today(timezone.now())
    context = {
        "overview": queries.overview(request.user, today=today),
        "goal": request.user.preferences,
        "today": today,
        "section": "progress",
    }
    return render(request, "progress/overview.html", context)


@member
def exercise(request: MemberRequest, slug: str) -> HttpResponse:
    today = request.user.preferences.today(timezone.now())
    found = exercise_for(request.user, slug)
    progress = queries.exercise_progress(request.user, found, wanted=request.GET.get("range", ""), today=today)
    page = Paginator(progress.newest_first, SESSIONS_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "progress": progress,
        "exercise": found,
        "ranges": list(Range),
        "page": page,
        "rows": [progress.table.row(session) for session in page],
        "today": today,
        "section": "progress",
    }
    return render(request, "progress/exercise.html", context)


@member
def body_weight(request: MemberRequest) -> HttpResponse:
    """Chart and history, with the form for today's, which is sent to accounts."""
    preferences = request.user.preferences
    today = preferences.today(timezone.now())
    weights = queries.body_weights(request.user, wanted=request.GET.get("range", ""), today=today)
    context = {
        "weights": weights,
        "ranges": list(Range),
        "page": Paginator(weights.newest_first, DAYS_A_PAGE).get_page(request.GET.get("page")),
        "form": BodyWeightForm(today=today, initial={"day": today, "unit": preferences.unit}),
        "today": today,
        "section": "progress",
    }
    return render(request, "progress/body_weight.html", context)
