"""Workouts, sets and sticky notes, to read. They are written by `POST /sync`, as from a phone."""

from typing import Any
from uuid import UUID

from ninja import Query, Router

from workouts.accounts.callers import reader
from workouts.log.access import workout_of
from workouts.log.models import LoggedSet, PerformedExercise, StickyNote, Workout
from workouts.log.queries import sets_asked, whole, workouts_asked
from workouts.log.schemas import NotesOut, SetsAsked, SetsOut, WorkoutsAsked, WorkoutsOut, WorkoutWhole
from workouts.routines.api import dose
from workouts.science.units import plain
from workouts.shared.api import Asked, page_of
from workouts.shared.requests import MemberRequest

router = Router(tags=["log"])


@router.get("/workouts", auth=reader, response=WorkoutsOut, summary="Workouts, the newest first")
def workouts(request: MemberRequest, asked: Query[WorkoutsAsked]) -> dict[str, Any]:
    """Your workouts. With several filters, all of them hold."""
    rows = workouts_asked(
        request.user,
        first=asked.first,
        last=asked.last,
        routine=asked.routine,
        exercise=asked.exercise,
        updated=asked.updated,
    )
    found, following = page_of(rows, order=("-day", "-pk"), asked=asked, salt=f"workouts.{request.user.uid}")
    return {"items": [_head(row, row.live_exercises) for row in found], "next": following}


@router.get("/workouts/{uuid:uid}", auth=reader, response=WorkoutWhole, summary="One workout with its sets")
def workout(request: MemberRequest, uid: UUID) -> dict[str, Any]:
    """With its exercises and sets, in order."""
    row = workout_of(request.user, uid)
    performed = whole(request.user, row)
    return _head(row, performed) | {"performed": [_performed(each) for each in performed]}


@router.get("/sets", auth=reader, response=SetsOut, summary="Sets, the newest day first")
def sets(request: MemberRequest, asked: Query[SetsAsked]) -> dict[str, Any]:
    """Every set by itself, with its workout and exercise, as a spreadsheet needs it."""
    rows = sets_asked(request.user, first=asked.first, last=asked.last, exercise=asked.exercise, kind=asked.kind)
    order = ("-performed__workout__day", "-pk")
    found, following = page_of(rows, order=order, asked=asked, salt=f"sets.{request.user.uid}")
    return {"items": [_set(row) | _place(row) for row in found], "next": following}


@router.get("/notes", auth=reader, response=NotesOut, summary="Sticky notes")
def notes(request: MemberRequest, asked: Query[Asked]) -> dict[str, Any]:
    """Your notes on exercises, such as seat, stance or grip. They are shown beside the sets."""
    rows = StickyNote.objects.of(request.user).live().select_related("exercise")
    found, following = page_of(rows, order=("pk",), asked=asked, salt=f"notes.{request.user.uid}")
    items = [{"id": row.uid, "exercise": row.exercise.slug, "text": row.text} for row in found]
    return {"items": items, "next": following}


def _head(row: Workout, performed: list[PerformedExercise]) -> dict[str, Any]:
    names = ("day", "zone", "started_at", "finished_at", "title", "note")
    return {name: getattr(row, name) for name in names} | {
        "id": row.uid,
        "routine": row.routine.slug if row.routine else None,
        "exercises": [each.exercise.slug for each in performed],
    }


def _performed(row: Any) -> dict[str, Any]:
    names = ("position", "superset", "prescribed", "pain", "deload", "note")
    return (
        dose(row)
        | {name: getattr(row, name) for name in names}
        | {"id": row.uid, "exercise": row.exercise.slug, "name": row.exercise.name}
        | {"logged": [_set(each) for each in row.live_sets]}
    )


def _set(row: LoggedSet) -> dict[str, Any]:
    names = ("position", "kind", "load_mode", "weight_text", "unit", "reps", "left", "right", "seconds", "note")
    exact = {name: getattr(row, name) for name in ("weight", "rir", "rpe")}
    return (
        {name: getattr(row, name) for name in names}
        | {name: None if value is None else plain(value) for name, value in exact.items()}
        | {"id": row.uid}
    )


def _place(row: LoggedSet) -> dict[str, Any]:
    performed = row.performed
    return {
        "workout": performed.workout.uid,
        "performed": performed.uid,
        "exercise": performed.exercise.slug,
        "day": performed.workout.day,
    }
