"""The newest sessions of some exercises, with their working sets, in one statement."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Exists, F, OuterRef, Window
from django.db.models.functions import RowNumber

from workouts.accounts.models import User
from workouts.log.models import LoggedSet, PerformedExercise, Workout

# Enough for every rule: three misses in a row, and a plateau after several sessions at one weight.
SESSIONS = 12


@dataclass(frozen=True, slots=True)
class Past:
    """An exercise as performed before, with `workout`, and its working sets in order: at least one."""

    row: PerformedExercise
    sets: list[LoggedSet] = field(default_factory=list)

    @property
    def loaded(self) -> bool:
        """Whether something other than the body was lifted."""
        return any(each.weight for each in self.sets)


def recent(
    user: User, exercises: Iterable[int], *, until: datetime.date, but: Workout | None = None
) -> dict[int, list[Past]]:
    """For each exercise (by key) at most 12 sessions, newest first, of the day `until` or before.

    `but`: not this workout (the one in progress).
    """
    working = LoggedSet.objects.live().working().filter(performed=OuterRef("pk"))
    rows = PerformedExercise.objects.of(user).live().filter(Exists(working), exercise__in=list(exercises))
    rows = rows.filter(workout__day__lte=until)
    if but is not None:
        rows = rows.exclude(workout=but)
    order = [F("workout__day").desc(), F("workout__started_at").desc(nulls_last=True), F("pk").desc()]
    nth = Window(RowNumber(), partition_by=F("exercise"), order_by=order)
    newest = rows.annotate(nth=nth).filter(nth__lte=SESSIONS).values("pk")
    # Hers by way of `newest`: asked for by owner as well, SQLite would walk through all sets of ten years.
    sets = LoggedSet.objects.live().working().filter(performed__in=newest)
    return _by_exercise(
        sets.select_related("performed__workout").order_by(
            "-performed__workout__day",
            F("performed__workout__started_at").desc(nulls_last=True),
            "-performed",
            "position",
            "pk",
        )
    )


def _by_exercise(sets: Iterable[LoggedSet]) -> dict[int, list[Past]]:
    found: dict[int, list[Past]] = {}
    last: Past | None = None
    for each in sets:
        if last is None or last.row.pk != each.performed_id:
            last = Past(each.performed)
            found.setdefault(last.row.exercise_id, []).append(last)
        last.sets.append(each)
    return found
