"""Progress: read-only pages of the lifter who is signed in."""

from collections.abc import Callable

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header

from workouts.accounts.forms import BodyWeightForm
from workouts.catalogue.models import Exercise
from workouts.progress import queries
from workouts.progress.access import exercise_for
from workouts.progress.forms import Range
from workouts.progress.queries import sheets
from workouts.progress.queries.balance import SPANS, read_span
from workouts.progress.queries.drawing import KEY, heat
from workouts.progress.queries.export import sessions_sheet
from workouts.progress.queries.weeks import read_week
from workouts.shared.audience import member
from workouts.shared.requests import MemberRequest

SESSIONS_A_PAGE = 10
DAYS_A_PAGE = 30


@member
def overview(request: MemberRequest) -> HttpResponse:
    today = request.user.preferences.today(timezone.now())
    found = queries.overview(request.user, today=today, monday=read_week(request.GET.get("week", ""), today))
    context = {
        "overview": found,
        "legs": heat(found.week.shares),
        "key": KEY,
        "goal": request.user.preferences,
        "today": today,
        "section": "progress",
    }
    return render(request, "progress/overview.html", context)


@member
def exercise(request: MemberRequest, slug: str) -> HttpResponse:
    found, progress = _progress(request, slug)
    page = Paginator(progress.newest_first, SESSIONS_A_PAGE).get_page(request.GET.get("page"))
    uids = queries.places(request.user, progress.linked(page))
    context = {
        "progress": progress,
        "exercise": found,
        "ranges": list(Range),
        "page": page,
        "rows": [progress.table.row(session) for session in page],
        "links": queries.addresses(uids),
        "newest": progress.headline and uids.get(progress.headline.session.workout),
        "today": request.user.preferences.today(timezone.now()),
        "section": "progress",
    }
    return render(request, "progress/exercise.html", context)


@member
def export(request: MemberRequest, slug: str) -> HttpResponse:
    """Every session of the range as CSV, with the numbers of the table."""
    found, progress = _progress(request, slug)
    answer = HttpResponse(sessions_sheet(progress), content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = content_disposition_header(
        as_attachment=True, filename=f"legday-{found.slug}-{progress.range}.csv"
    )
    return answer


def _progress(request: MemberRequest, slug: str) -> tuple[Exercise, queries.ExerciseProgress]:
    today = request.user.preferences.today(timezone.now())
    found = exercise_for(request.user, slug)
    wanted = request.GET.get("range", "")
    return found, queries.exercise_progress(request.user, found, wanted=wanted, today=today)


@member
def body_weight(request: MemberRequest) -> HttpResponse:
    """Chart and history, with the form for today's, which is sent to accounts."""
    preferences = request.user.preferences
    today = preferences.today(timezone.now())
    weights = _body_weights(request)
    context = {
        "weights": weights,
        "ranges": list(Range),
        "page": Paginator(weights.newest_first, DAYS_A_PAGE).get_page(request.GET.get("page")),
        "form": BodyWeightForm(today=today, initial={"day": today, "unit": preferences.unit}),
        "today": today,
        "section": "progress",
    }
    return render(request, "progress/body_weight.html", context)


def _body_weights(request: MemberRequest) -> queries.BodyWeights:
    today = request.user.preferences.today(timezone.now())
    return queries.body_weights(request.user, wanted=request.GET.get("range", ""), today=today)


@member
def weeks(request: MemberRequest) -> HttpResponse:
    today = request.user.preferences.today(timezone.now())
    page = queries.weeks_page(request.user, monday=read_week(request.GET.get("week", ""), today), today=today)
    context = {"page": page, "goal": request.user.preferences, "today": today, "section": "progress"}
    return render(request, "progress/weeks_page.html", context)


@member
def balance(request: MemberRequest) -> HttpResponse:
    today = request.user.preferences.today(timezone.now())
    found = queries.balance(request.user, span=read_span(request.GET.get("weeks", "")), today=today)
    context = {
        "balance": found,
        "spans": SPANS,
        "goal": request.user.preferences,
        "today": today,
        "section": "progress",
    }
    return render(request, "progress/balance.html", context)


@member
def compare(request: MemberRequest) -> HttpResponse:
    context = {"found": _comparison(request), "ranges": [Range.MONTHS, Range.YEAR], "section": "progress"}
    return render(request, "progress/compare.html", context)


def _comparison(request: MemberRequest) -> queries.Comparison:
    today = request.user.preferences.today(timezone.now())
    asked = request.GET
    return queries.compare(request.user, pattern=asked.get("pattern", ""), wanted=asked.get("range", ""), today=today)


@member
def sheet(request: MemberRequest, name: str) -> HttpResponse:
    """What one of these pages shows, as CSV; asked with the same words as the page."""
    user, today = request.user, request.user.preferences.today(timezone.now())
    monday = read_week(request.GET.get("week", ""), today)
    made: dict[str, Callable[[], str]] = {
        "week": lambda: sheets.week_sheet(queries.overview(user, today=today, monday=monday).week),
        "weeks": lambda: sheets.weeks_sheet(queries.weeks_page(user, monday=monday, today=today)),
        "balance": lambda: sheets.balance_sheet(
            queries.balance(user, span=read_span(request.GET.get("weeks", "")), today=today)
        ),
        "compare": lambda: sheets.compare_sheet(_comparison(request)),
        "body-weight": lambda: sheets.body_weight_sheet(_body_weights(request)),
    }
    answer = HttpResponse(made[name](), content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="legday-{name}.csv"'
    return answer
