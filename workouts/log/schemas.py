"""The shapes of the log in the API, for reading; what is written has those of `sync`."""

import datetime
from uuid import UUID

from ninja import Schema
from pydantic import Field

from workouts.catalogue.models import LoadMode
from workouts.log.models import SetKind
from workouts.routines.schemas import DoseOut
from workouts.shared.api import Asked, Day, Moment, Slug

NEXT = "The cursor of the next page; null on the last one."


class DaysAsked(Asked):
    first: Day | None = Field(None, alias="from", description="The first day.")
    last: Day | None = Field(None, alias="to", description="The last day.")


class WorkoutsAsked(DaysAsked):
    routine: Slug | None = Field(None, description="Begun with this routine.")
    exercise: Slug | None = Field(None, description="In which this exercise was done.")
    updated: Moment | None = Field(
        None, description="Changed, with its exercises and sets, at this moment or since. Deletions: see `sync`."
    )


class SetsAsked(DaysAsked):
    exercise: Slug | None = Field(None, description="Of this exercise.")
    kind: SetKind | None = Field(None, description="Of this kind.")


class WorkoutOut(Schema):
    """One workout; `day` is the local date where it was done. `exercises`: slugs in order."""

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
    """One set. `weight_text` is what was typed and `weight` its decimal, in `unit`; dumbbells per hand. `reps` counts
    what the exercise's rep style says; `left` and `right` each side's own. Reps in reserve or RPE as typed."""

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
    """An exercise as performed; the dose is what was prescribed when the workout began, if `prescribed`."""

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
    """What the lifter wrote to herself on an exercise."""

    id: UUID
    exercise: str
    text: str


class NotesOut(Schema):
    items: list[NoteOut]
    next: str | None = Field(description=NEXT)
