"""What readers hand on: the lines of a training log, whichever app wrote them."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _

from workouts.log.drafts import SetDraft
from workouts.log.models import SetKind
from workouts.science.units import Unit

MAX_ROWS = 50_000
MAX_BYTES = settings.FILE_MEGABYTES * 1024 * 1024


class Unreadable(Exception):
    """The file as a whole cannot be read; the text is a sentence for the lifter."""


class TooLarge(Unreadable):
    """Over one of the limits above."""


def check_size(data: bytes) -> None:
    if len(data) > MAX_BYTES:
        raise TooLarge(_("This file is larger than %(size)s MB.") % {"size": settings.FILE_MEGABYTES})


class Skip(StrEnum):
    """Why a line is no set, although nothing is wrong with it."""

    REST = "rest"
    BLANK = "blank"
    DISTANCE = "distance"
    UNMEASURED = "unmeasured"
    PLANNED = "planned"


class Remark(StrEnum):
    """What the lifter is told about a line that is kept."""

    RPE = "rpe"
    ORDER = "order"
    LENGTH = "length"
    CUT = "cut"
    CONVERTED = "converted"
    FAR = "far"
    JOINED = "joined"


@dataclass(frozen=True, slots=True)
class Broken:
    """A line that cannot be read and belongs to no workout. `line` is the physical line where it begins."""

    line: int
    problem: str


@dataclass(slots=True, kw_only=True)
class Row:
    """One line. `start` is the wall clock without a zone, or aware where the file names one; `length` the workout's
    duration in seconds; `session` the workout's own id, where the file has one.

    `weight` is the text as the file has it (no sign), `amount` its value with its sign; 0: no weight. A line with a
    `skip` or a `problem` is no set, but keeps its place: sets are known by their position in the file.
    """

    line: int
    start: datetime.datetime
    timed: bool = True
    workout: str = ""
    session: str = ""
    length: int | None = None
    exercise: str
    order: int | None = None
    superset: int | None = None
    kind: SetKind = SetKind.WORKING
    weight: str = ""
    amount: Decimal = Decimal(0)
    unit: Unit | None = None
    reps: int | None = None
    seconds: int | None = None
    rpe: Decimal | None = None
    rir: Decimal | None = None
    note: str = ""
    workout_note: str = ""
    skip: Skip | None = None
    problem: str = ""
    remarks: tuple[Remark, ...] = ()
    # The whole set, in a file of ours.
    exact: SetDraft | None = None

    @property
    def is_set(self) -> bool:
        return self.skip is None and not self.problem


Line = Row | Broken | Skip


@dataclass(frozen=True, slots=True)
class ExactExercise:
    """What only our own files tell of an exercise as performed; `columns` are fields of `PerformedExercise`."""

    uid: UUID
    columns: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ExactWorkout:
    """What only our own files tell of a workout; `routine` is a slug or empty."""

    uid: UUID
    day: datetime.date
    zone: str
    started_at: datetime.datetime | None
    utc_offset: int | None
    finished_at: datetime.datetime | None
    routine: str


@dataclass(slots=True)
class Block:
    """One exercise as performed: its sets with the key of each. `note` is that of the exercise, not of one set."""

    name: str
    key: str
    note: str = ""
    superset: int | None = None
    sets: list[tuple[str, Row]] = field(default_factory=list)
    # In a file of ours: the exercise as performed, without its sets.
    exact: ExactExercise | None = None


@dataclass(slots=True)
class Session:
    """One workout of the file."""

    start: datetime.datetime
    timed: bool
    title: str
    length: int | None
    key: str
    note: str = ""
    blocks: list[Block] = field(default_factory=list)
    # In a file of ours: the whole workout, without its exercises.
    exact: ExactWorkout | None = None
