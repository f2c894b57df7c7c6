"""Routines of the site, for everybody; a lifter's own for her."""

from typing import Any

from django.http import Http404, HttpRequest
from ninja import Query, Router

from workouts.accounts.callers import user_of, visitor
from workouts.routines.models import DoseFields, Routine
from workouts.routines.queries import routines_seen
from workouts.routines.schemas import RoutinesAsked, RoutinesOut, RoutineWhole
from workouts.science.units import plain
from workouts.shared.api import page_of

router = Router(tags=["routines"])


@router.get("/routines", auth=visitor, response=RoutinesOut, summary="Routines")
def routines(request: HttpRequest, asked: Query[RoutinesAsked]) -> dict[str, Any]:
    """The site's routines, and your own if you are signed in."""
    user = user_of(request)
    rows = routines_seen(user)
    if asked.own is not None:
        rows = rows.filter(owner__isnull=not asked.own)
    salt = f"routines.{user.uid if user else ''}"
    found, following = page_of(rows, order=("position", "name", "pk"), asked=asked, salt=salt)
    return {"items": [_head(row) for row in found], "next": following}


@router.get("/routines/{slug:slug}", auth=visitor, response=RoutineWhole, summary="One routine")
def routine(request: HttpRequest, slug: str) -> dict[str, Any]:
    """With what it prescribes for each exercise, in order."""
    row = routines_seen(user_of(request)).filter(slug=slug).first()
    if row is None:
        raise Http404
    lines = [
        dose(each)
        | {"exercise": each.exercise.slug, "name": each.exercise.name, "note": each.note}
        | {"position": each.position, "superset": each.superset}
        for each in row.prescriptions.all()
    ]
    return _head(row) | {"advice": row.advice, "prescriptions": lines}


def _head(row: Routine) -> dict[str, Any]:
    lines = row.prescriptions.all()
    return {
        "slug": row.slug,
        "name": row.name,
        "summary": row.summary,
        "own": row.owner_id is not None,
        "based_on": row.based_on.slug if row.based_on else None,
        "exercises": [line.exercise.slug for line in lines],
        "sets": sum(line.sets for line in lines),
    }


def dose(row: DoseFields) -> dict[str, Any]:
    """What stands on a routine's line, or stood there when a workout began."""
    names = ("sets", "low", "high", "rep_style", "rest_seconds")
    rir = None if row.target_rir is None else plain(row.target_rir)
    return {name: getattr(row, name) for name in names} | {"target_rir": rir}
