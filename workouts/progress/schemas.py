"""The shapes of progress in the API. Numbers are as the pages show them: text, rounded, in the unit beside them."""

import datetime
from uuid import UUID

from ninja import Schema
from pydantic import Field

from workouts.progress.forms import Range


class ProgressAsked(Schema):
    range: Range | None = Field(
        None, description="How far back. Left out, it is the shortest that has a session of the exercise."
    )


class FigureOut(Schema):
    """A number with its unit. `about` is true where it was converted from another unit."""

    value: str
    unit: str
    about: bool


class BestOut(Schema):
    """The best set of a session, as typed and in words."""

    weight: str
    unit: str
    counted: str
    words: str


class SessionOut(Schema):
    """One workout's working sets of the exercise. `e1rm` is the best estimated one-rep maximum and `grade` how sure it
    is; with `at_least` it may be more. `volume` is weight times reps. Nothing is estimated from a lighter week, or
    where it hurt."""

    workout: UUID
    day: datetime.date
    pain: bool
    deload: bool
    plateau: bool
    best: BestOut
    e1rm: FigureOut | None
    grade: str
    at_least: bool
    volume: FigureOut | None
    counted: int = Field(description="Reps of all sets, or seconds.")
    left: int | None
    right: int | None


class RecordOut(Schema):
    """A record that stands, in words."""

    number: str
    unit: str
    what: str
    day: datetime.date
    workout: UUID


class RepRecordOut(Schema):
    """The most reps at one load. An empty `weight` is the body alone."""

    weight: str
    unit: str
    counted: str
    day: datetime.date
    workout: UUID


class RecordsOut(Schema):
    """The records of all sessions, whatever the range."""

    exercise: str
    records: list[RecordOut]
    reps: list[RepRecordOut]


class ProgressOut(Schema):
    """`sessions` are those within `range`, the oldest first; `measure` is what their chart shows."""

    exercise: str
    name: str
    range: Range
    measure: str
    unit: str
    formula: str
    sessions: list[SessionOut]


class LoggedOut(Schema):
    """An exercise you have logged: how many sessions, the latest day, and the heaviest set of that day."""

    exercise: str
    name: str
    sessions: int
    day: datetime.date
    top: str


class LoggedListOut(Schema):
    items: list[LoggedOut]


class HappenedOut(Schema):
    """An exercise of the workout: whether it was done for the first time, and the records it set, in words."""

    exercise: str
    name: str
    first: bool
    records: list[str]


class HappenedListOut(Schema):
    items: list[HappenedOut]
