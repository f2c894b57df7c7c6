"""What actions take: rows as the lifter means them, before they are written. Shapes only; `rules.py` judges."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any
from uuid import UUID

from workouts.catalogue.models import Exercise, LoadMode
from workouts.log.models import SetKind
from workouts.routines.models import Routine
from workouts.science.units import TypedWeight, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class SetDraft:
    """One set as typed. `weight` is None for body weight alone; at most one of `rir` and `rpe` is given.

    `unit` is the unit of the entry even where there is no weight. `reps`: see `LoggedSet`. `uid` is the id that it
    shall have, where a file of ours names it.
    """

    weight: TypedWeight | None = None
    unit: Unit = Unit.KG
    load_mode: LoadMode = LoadMode.EXTERNAL
    kind: SetKind = SetKind.WORKING
    reps: int | None = None
    left: int | None = None
    right: int | None = None
    seconds: int | None = None
    rir: Decimal | None = None
    rpe: Decimal | None = None
    note: str = ""
    position: int = 0
    origin_key: str = ""
    uid: UUID | None = None

    def columns(self) -> dict[str, object]:
        """The draft as fields of `LoggedSet`."""
        return {
            "weight_text": self.weight.text if self.weight else "",
            "weight": self.weight.value if self.weight else None,
            "unit": (self.weight.unit if self.weight else self.unit).value,
            "load_mode": self.load_mode.value,
            "kind": self.kind.value,
            "reps": self.reps,
            "left": self.left,
            "right": self.right,
            "seconds": self.seconds,
            "rir": self.rir,
            "rpe": self.rpe,
            "note": self.note,
            "position": self.position,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class SetEntry:
    """A line of a sheet: the set `uid` of the exercise `performed` (its id), to be written as `draft` or, with
    None, deleted."""

    uid: UUID
    performed: UUID
    draft: SetDraft | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseDraft:
    """An exercise with its sets, in a workout that is brought in whole.

    One with a `uid` comes from a file of ours: it is kept without sets too, and `columns` are fields of
    `PerformedExercise` that other apps' files do not tell (position, pain, deload, what was prescribed).
    """

    exercise: Exercise
    sets: list[SetDraft]
    note: str = ""
    superset: int | None = None
    origin_key: str = ""
    uid: UUID | None = None
    columns: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkoutDraft:
    """A workout that is brought in whole. `started_at` and `finished_at` are aware. One with a `uid` comes from a file
    of ours: it is kept without exercises too, with its own `utc_offset` and `routine`."""

    day: datetime.date
    zone: str
    exercises: list[ExerciseDraft]
    started_at: datetime.datetime | None = None
    finished_at: datetime.datetime | None = None
    title: str = ""
    note: str = ""
    origin_key: str = ""
    uid: UUID | None = None
    utc_offset: int | None = None
    routine: Routine | None = None


@dataclass(slots=True)
class Added:
    """How many rows an import added."""

    workouts: int = 0
    exercises: int = 0
    sets: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A whole workout as the plain form sends it: what changed on the workout, on its exercises (by id), and
    its sets. Fields that are not named stay as they are. `notes` are sticky notes, by the exercise as performed."""

    workout: dict[str, object] = field(default_factory=dict)
    exercises: dict[UUID, dict[str, object]] = field(default_factory=dict)
    sets: list[SetEntry] = field(default_factory=list)
    notes: dict[UUID, str] = field(default_factory=dict)
