"""Rows of the training part as plain fields: what both formats write, and what an import brings back to the byte.

What is empty, off or unknown is left out; so are a set's kind and load mode where they are the usual ones.
"""

import datetime
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.db.models import Prefetch

from workouts.accounts.models import BodyWeight, User
from workouts.catalogue.models import Exercise, LoadMode
from workouts.log.ids import OWN, lasting_id
from workouts.log.models import LoggedSet, PerformedExercise, SetKind, StickyNote, SyncedRow, Workout
from workouts.routines.models import Prescription, Routine
from workouts.science.units import plain
from workouts.transfer.exports.history import Whole

Fields = dict[str, Any]

# Names of model fields that are written as they are. Held against the models by a test.
WORKOUT = ("day", "zone", "utc_offset", "started_at", "finished_at", "routine", "title", "note")
DOSE = ("sets", "low", "high", "rep_style", "rest_seconds", "target_rir")
PERFORMED = ("exercise", "position", "superset", "prescribed", "pain", "deload", "note")
SET = ("position", "kind", "load_mode", "unit", "reps", "left", "right", "seconds", "rir", "rpe", "note")
NOTE = ("exercise", "text")
BODY_WEIGHT = ("day", "unit", "note")
EXERCISE = (
    "slug", "name", "summary", "pattern", "rep_style", "load_mode", "load_type", "mechanics", "step_kg", "step_lb",
    "max_rise_percent", "also_works", "note", "volume_note", "retired", "position",
)  # fmt: skip
ROUTINE = ("slug", "name", "summary", "advice", "position", "based_on", "deleted_at")
PRESCRIPTION = ("exercise", *DOSE, "superset", "note")
USUAL = {"kind": SetKind.WORKING.value, "load_mode": LoadMode.EXTERNAL.value}


def workout(row: Workout) -> Fields:
    """Moments are the wall clock's, with its distance from UTC; in UTC where nobody knows the clock."""
    offset = datetime.timedelta(minutes=row.utc_offset) if row.utc_offset is not None else None
    clock = datetime.timezone(offset) if offset is not None else datetime.UTC
    moments = {
        name: at.astimezone(clock).isoformat() for name in ("started_at", "finished_at") if (at := getattr(row, name))
    }
    return {**_ids(row), **told(row, WORKOUT), **moments}


def performed(row: PerformedExercise) -> Fields:
    return {**_ids(row), **told(row, PERFORMED), "name": row.exercise.name, "plan": told(row, DOSE)}


def logged(row: LoggedSet) -> Fields:
    fields = told(row, SET)
    if row.weight_text:
        fields["weight"] = row.weight_text
    return {**_ids(row), **{name: value for name, value in fields.items() if USUAL.get(name) != value}}


def whole(found: Whole) -> Fields:
    """A workout with its exercises, and those with their sets."""
    exercises = [{**performed(row), "logged": [logged(each) for each in sets]} for row, sets in found.exercises]
    return {**workout(found.workout), "exercises": exercises}


def own_exercises(user: User) -> Iterator[Fields]:
    """Two statements."""
    for row in Exercise.objects.filter(owner=user).order_by("slug").prefetch_related("equipment"):
        equipment = sorted(each.slug for each in row.equipment.all())
        yield {**told(row, EXERCISE), **({"equipment": equipment} if equipment else {})}


def own_routines(user: User) -> Iterator[Fields]:
    """Deleted ones too: workouts that were begun with them still name them. Two statements."""
    lines = Prefetch("prescriptions", Prescription.objects.select_related("exercise").order_by("position", "pk"))
    for row in Routine.objects.filter(owner=user).order_by("slug").select_related("based_on").prefetch_related(lines):
        yield {**told(row, ROUTINE), "lines": [told(line, PRESCRIPTION) for line in row.prescriptions.all()]}


def body_weights(user: User) -> Iterator[Fields]:
    for row in BodyWeight.objects.of(user).live().order_by("day"):
        yield body_weight(row)


def body_weight(row: BodyWeight) -> Fields:
    return {**told(row, BODY_WEIGHT), "weight": row.weight_text}


def notes(user: User) -> Iterator[Fields]:
    for row in StickyNote.objects.of(user).live().select_related("exercise").order_by("exercise__slug"):
        yield note(row)


def note(row: StickyNote) -> Fields:
    return {**_ids(row), **told(row, NOTE)}


def told(row: Any, names: tuple[str, ...]) -> Fields:
    """Fields by name, without those that are empty."""
    found = {name: _plain(getattr(row, name)) for name in names}
    return {name: value for name, value in found.items() if value is not None and value is not False and value != ""}


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, str | bool | int):
        return str(value) if isinstance(value, str) else value
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, datetime.datetime):
        return moment(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    slug = getattr(value, "slug", None)
    return str(value) if slug is None else slug


def moment(at: datetime.datetime) -> str:
    return at.astimezone(datetime.UTC).isoformat()


def _ids(row: SyncedRow) -> Fields:
    """The id; and the identity in another app's file that the row came from, so that this is not read twice."""
    key = row.origin_key
    origin = {"origin": key} if key and not key.startswith(OWN) else {}
    return {"id": str(lasting_id(row.uid, key)), **origin}
