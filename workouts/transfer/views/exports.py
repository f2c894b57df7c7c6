"""Export: the whole account or one workout as a file, sent while it is read; and the history on paper, by year.
One file of an account at a time."""

from collections.abc import Iterator
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from workouts.log.access import workout_of
from workouts.shared.audience import member
from workouts.shared.requests import MemberRequest
from workouts.transfer import exports
from workouts.transfer.queries import paper

CSV, JSON = "text/csv; charset=utf-8", "application/json; charset=utf-8"


@member
@require_safe
def data(request: MemberRequest) -> HttpResponse:
    """Where data comes in and goes out."""
    years = exports.years_of(request.user)
    context = {"section": "settings", "years": years, "megabytes": settings.FILE_MEGABYTES}
    return render(request, "transfer/data.html", context)


@member
@require_safe
def export_csv(request: MemberRequest) -> HttpResponseBase:
    year = _year(request)
    return _file(request, exports.csv_of(request.user, year=year), CSV, f"{_name(request, year)}.csv")


@member
@require_safe
def export_json(request: MemberRequest) -> HttpResponseBase:
    year = _year(request)
    pieces = exports.json_of(request.user, now=timezone.now(), year=year)
    return _file(request, pieces, JSON, f"{_name(request, year)}.json")


@member
@require_safe
def workout_csv(request: MemberRequest, uid: UUID) -> HttpResponseBase:
    row = workout_of(request.user, uid)
    return _file(request, exports.csv_of(request.user, only=row.uid), CSV, f"legday-workout-{row.day}.csv")


@member
@require_safe
def workout_json(request: MemberRequest, uid: UUID) -> HttpResponseBase:
    row = workout_of(request.user, uid)
    pieces = exports.json_of(request.user, now=timezone.now(), only=row.uid)
    return _file(request, pieces, JSON, f"legday-workout-{row.day}.json")


@member
@require_safe
def print_history(request: MemberRequest) -> HttpResponse:
    """One year's workouts on paper; without a year the newest that has any."""
    years = exports.years_of(request.user)
    year = _year(request) or next(iter(years), None)
    context = {
        "section": "progress",
        "years": years,
        "year": year,
        "sheets": paper(request.user, year) if year else [],
        "today": request.user.preferences.today(timezone.now()),
    }
    return render(request, "transfer/print.html", context)


def _year(request: MemberRequest) -> int | None:
    """The year that is asked for; None where none is. One that no log has is no page."""
    text = request.GET.get("year", "")
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and 1950 <= int(text[:9]) <= 2199):
        raise Http404
    return int(text)


def _name(request: MemberRequest, year: int | None) -> str:
    """Named for the lifter's own day: `legday-2026-11-17`, or `legday-2024-exported-2026-11-17`."""
    today = request.user.preferences.today(timezone.now())
    return f"legday-{today}" if year is None else f"legday-{year}-exported-{today}"


def _file(request: MemberRequest, pieces: Iterator[str], kind: str, name: str) -> HttpResponseBase:
    sent = exports.turn(request.user, pieces)
    if sent is None:
        busy = render(request, "transfer/busy.html", {"section": "settings"}, status=429)
        busy.headers["Retry-After"] = "10"
        return busy
    answer = StreamingHttpResponse(sent, content_type=kind)
    answer.headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    return answer
