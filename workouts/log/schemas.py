"""The shapes of the log in the API, for reading; what is written has those of `sync`."""

import datetime
from uuid import UUID

from ninja import Schema
from pydantic import Field

from workouts.catalogue.models import LoadMode
from workouts.log.models import SetKind
from workouts.routines.schemas import DoseOut
from workouts.shared.api import Asked, Day, Moment, Slug

NEXT = "The cursor of the next page, `null` on the last one."


class DaysAsked(Asked):
    first: Day | None = Field(None, alias="from", description="From this day on.")
    last: Day | None = Field(None, alias="to", description="Up to and including this day.")


class WorkoutsAsked(DaysAsked):
    routine: Slug | None = Field(None, description="Only those begun with this routine, by its slug.")
    exercise: Slug | None = Field(None, description="Only those with this exercise, by its slug.")
    updated: Moment | None = Field(
        None, description="Only those changed at this moment or since, sets included. For deletions see `GET /sync`."
    )


class SetsAsked(DaysAsked):
    exercise: Slug | None = Field(None, description="Only sets of this exercise, by its slug.")
    kind: SetKind | None = Field(None, description="Only sets of this kind.")


class WorkoutOut(Schema):
    """One workout. `day` is the local date where it was done; `exercises` are slugs, in order."""

    id: UUID
    day: datetime.date
    zone: str
    started_at: datetime.datetime | None
    finished_at: datetime.datetime | None
    routine: str | None
    title: str
    note: str
    exercises: list[str]


class WorkoutsOut(Schema):
    items: list[WorkoutOut]
    next: str | None = Field(description=NEXT)


class SetOut(Schema):
    """One set. `weight_text` is what was typed and `weight` the same as a decimal, in `unit`; dumbbells count per hand.
    `reps` counts what the exercise's rep style says, `left` and `right` each side by itself. `rir` (reps in reserve)
    or `rpe` (effort) is as typed."""

    id: UUID
    position: int
    kind: SetKind
    load_mode: LoadMode
    weight: str | None
    weight_text: str
    unit: str
    reps: int | None
    left: int | None
    right: int | None
    seconds: int | None
    rir: str | None
    rpe: str | None
    note: str


class PerformedOut(DoseOut):
    """An exercise as performed. If `prescribed`, the dose is what the routine asked for at the beginning."""

    id: UUID
    exercise: str
    name: str
    position: int
    superset: int | None
    prescribed: bool
    pain: bool
    deload: bool
    note: str
    logged: list[SetOut]


class WorkoutWhole(WorkoutOut):
    performed: list[PerformedOut]


class LooseSet(SetOut):
    """A set with where it belongs: its workout, the exercise as performed, and the exercise."""

    workout: UUID
    performed: UUID
    exercise: str
    day: datetime.date


class SetsOut(Schema):
    items: list[LooseSet]
    next: str | None = Field(description=NEXT)


class NoteOut(Schema):
    """What you noted for yourself on an exercise."""

    id: UUID
    exercise: str
    text: str


class NotesOut(Schema):
    items: list[NoteOut]
    next: str | None = Field(description=NEXT)
