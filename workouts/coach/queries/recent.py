"""The newest sessions of some exercises, with their working sets, in one statement."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NamedTuple

from django.db.models import F, Q

from workouts.accounts.models import User
from workouts.log.models import LoggedSet, PerformedExercise, Workout

# Four months of leg days. Three misses, a plateau and the two before it lie well within; what one weight came to
# longer ago than that decides nothing.
SESSIONS = 40


class PastSet(NamedTuple):
    """A working set of a session before, as typed: the fields of `LoggedSet`, without the cost of a model."""

    kind: str
    load_mode: str
    weight_text: str
    weight: Decimal | None
    unit: str
    reps: int | None
    left: int | None
    right: int | None
    seconds: int | None
    rir: Decimal | None
    rpe: Decimal | None


class PastRow(NamedTuple):
    """An exercise as performed before: its key, its exercise's, the local day, and the dose it was judged by."""

    pk: int
    exercise_id: int
    day: datetime.date
    prescribed: bool
    pain: bool
    deload: bool
    sets: int
    low: int
    high: int
    rep_style: str
    target_rir: Decimal | None


@dataclass(frozen=True, slots=True)
class Past:
    """An exercise as performed before, and its working sets in order: at least one."""

    row: PastRow
    sets: list[PastSet] = field(default_factory=list)

    @property
    def loaded(self) -> bool:
        """Whether something other than the body was lifted."""
        return any(each.weight for each in self.sets)


_OF_ROW = [
    "performed",
    "performed__exercise",
    *(f"performed__{name}" for name in PastRow._fields[2:]),
]


def recent(
    user: User, exercises: Iterable[int], *, until: datetime.date, but: Workout | None = None
) -> dict[int, list[Past]]:
    """For each exercise (by key) at most 40 sessions, newest first, of the day `until` or before.

    `but`: not this workout (the one in progress).
    """
    rows = PerformedExercise.objects.of(user).live().filter(day__lte=until)
    if but is not None:
        rows = rows.exclude(workout=but)
    order: list[Any] = ["-day", F("started_at").desc(nulls_last=True), "-pk"]
    newest = Q()
    for exercise in exercises:
        # A limit for each, by its own index: numbering all rows of ten years to keep forty costs four times as much.
        newest |= Q(performed__in=rows.filter(exercise=exercise).order_by(*order).values("pk")[:SESSIONS])
    if not newest:
        return {}
    sets = LoggedSet.objects.live().working().filter(newest).order_by(*_in_order())
    return _by_exercise(sets.values_list(*_OF_ROW, *PastSet._fields))


def _in_order() -> list[Any]:
    started = F("performed__started_at").desc(nulls_last=True)
    return ["-performed__day", started, "-performed", "position", "pk"]


def _by_exercise(rows: Iterable[tuple[Any, ...]]) -> dict[int, list[Past]]:
    found: dict[int, list[Past]] = {}
    last: Past | None = None
    of_row = len(_OF_ROW)
    for row in rows:
        if last is None or last.row.pk != row[0]:
            last = Past(PastRow._make(row[:of_row]))
            found.setdefault(last.row.exercise_id, []).append(last)
        last.sets.append(PastSet._make(row[of_row:]))
    return found
