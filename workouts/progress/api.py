"""Progress, to read: the numbers of the progress pages."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.utils import timezone
from ninja import Query, Router

from workouts.accounts.callers import reader
from workouts.log.access import workout_of
from workouts.progress import queries
from workouts.progress.access import exercise_for
from workouts.progress.forms import Range
from workouts.progress.queries.exercise import ExerciseProgress
from workouts.progress.queries.sessions import Session
from workouts.progress.queries.shown import Figure
from workouts.progress.queries.table import Row
from workouts.progress.queries.weeks import monday_of
from workouts.progress.schemas import (
    HappenedListOut,
    LoggedListOut,
    ProgressAsked,
    ProgressOut,
    RecordsOut,
)
from workouts.shared.requests import MemberRequest

router = Router(tags=["progress"])


@router.get("/progress", auth=reader, response=LoggedListOut, summary="Exercises you have logged")
def logged(request: MemberRequest) -> dict[str, Any]:
    """The one you did most recently comes first."""
    today = request.user.preferences.today(timezone.now())
    found = queries.overview(request.user, today=today, monday=monday_of(today)).logged
    items = [
        {"exercise": one.slug, "name": one.name, "sessions": one.sessions, "day": one.day, "top": one.top.words}
        for one in found
    ]
    return {"items": items}


@router.get("/progress/{slug:slug}", auth=reader, response=ProgressOut, summary="Progress in one exercise")
def progress(request: MemberRequest, slug: str, asked: Query[ProgressAsked]) -> dict[str, Any]:
    """Session by session, with the numbers of its chart."""
    found = _progress(request, slug, asked.range)
    uids = _places(request, found.sessions)
    return {
        "exercise": found.exercise.slug,
        "name": found.exercise.name,
        "range": found.range,
        "measure": found.measure.value,
        "unit": found.unit.value,
        "formula": found.formula.value,
        "sessions": [_session(found.table.row(one), uids) for one in found.sessions],
    }


@router.get("/progress/{slug:slug}/records", auth=reader, response=RecordsOut, summary="Records of one exercise")
def records(request: MemberRequest, slug: str) -> dict[str, Any]:
    """The records that stand, and the most reps at each load. Working sets only, and none from a lighter week or where
    it hurt."""
    found = _progress(request, slug, Range.ALL)
    uids = _places(request, [*(one.session for one in found.records), *(one.session for one in found.reps)])
    standing = [
        {"number": one.number, "unit": one.unit, "what": one.what, **_when(one.session, uids)} for one in found.records
    ]
    reps = [
        {
            "weight": one.at.weight,
            "unit": one.at.unit if one.at.weight else "",
            "counted": one.at.counted,
            **_when(one.session, uids),
        }
        for one in found.reps
    ]
    return {"exercise": found.exercise.slug, "records": standing, "reps": reps}


@router.get("/workouts/{uuid:uid}/records", auth=reader, response=HappenedListOut, summary="Records set in one workout")
def happened(request: MemberRequest, uid: UUID) -> dict[str, Any]:
    """What it beat of all that came before, even if it has been beaten since. Exercises without a record are left
    out."""
    found = queries.records_of(request.user, workout_of(request.user, uid))
    items = [{"exercise": one.slug, "name": one.name, "first": one.first, "records": one.records} for one in found]
    return {"items": items}


def _progress(request: MemberRequest, slug: str, wanted: Range | None) -> ExerciseProgress:
    exercise = exercise_for(request.user, slug)
    today = request.user.preferences.today(timezone.now())
    return queries.exercise_progress(request.user, exercise, wanted=wanted or "", today=today)


def _places(request: MemberRequest, sessions: Iterable[Session]) -> dict[int, UUID]:
    return queries.places(request.user, [one.workout for one in sessions])


def _when(session: Session, uids: dict[int, UUID]) -> dict[str, Any]:
    return {"day": session.day, "workout": uids[session.workout]}


def _session(row: Row, uids: dict[int, UUID]) -> dict[str, Any]:
    one, done = row.session, row.done
    return _when(one, uids) | {
        "pain": bool(one.pain),
        "deload": bool(one.deload),
        "plateau": row.plateau,
        "best": {"weight": done.weight, "unit": done.raw.unit, "counted": done.counted, "words": done.words},
        "e1rm": _figure(row.e1rm),
        "grade": one.best.grade if row.e1rm else "",
        "at_least": bool(row.e1rm and one.best.at_least),
        "volume": _figure(row.volume),
        "counted": row.counted,
        "left": one.left,
        "right": one.right,
    }


def _figure(figure: Figure | None) -> dict[str, Any] | None:
    return None if figure is None else {"value": str(figure.value), "unit": figure.unit, "about": figure.about}
