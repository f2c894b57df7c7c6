"""The shapes of progress in the API. Numbers are as the pages show them: text, rounded, in the unit beside them."""

import datetime
from uuid import UUID

from ninja import Schema
from pydantic import Field

from workouts.progress.forms import Range


class ProgressAsked(Schema):
    range: Range | None = Field(
        None, description="How far back; without it the shortest that holds a session of the exercise."
    )


class FigureOut(Schema):
    """`about`: converted from what was typed in another unit."""

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
    """One workout's working sets of the exercise. `e1rm`: the best estimated one-rep maximum, with its grade; with
    `at_least` it is no less. `volume`: weight times reps. Nothing is estimated from a deload, or where it hurt."""

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
    """Most reps at one load; without a `weight` that of the body alone."""

    weight: str
    unit: str
    counted: str
    day: datetime.date
    workout: UUID


class RecordsOut(Schema):
    """Of all sessions, whatever the range."""

    exercise: str
    records: list[RecordOut]
    reps: list[RepRecordOut]


class ProgressOut(Schema):
    """`sessions` are those of `range`, oldest first; `measure` is what a chart of them would show."""

    exercise: str
    name: str
    range: Range
    measure: str
    unit: str
    formula: str
    sessions: list[SessionOut]


class LoggedOut(Schema):
    """An exercise that was logged: how many sessions, the newest day, and the heaviest set then."""

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
