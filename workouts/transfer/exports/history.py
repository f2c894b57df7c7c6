"""The live workouts of a lifter, page by page: memory stays flat for ten years, and no statement is long.

One statement for all keys, and three for each two hundred workouts. A cursor held open would be one statement, and
would keep a transaction open for as long as a slow phone takes to fetch the file.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from workouts.accounts.models import User
from workouts.log.models import LoggedSet, PerformedExercise, Workout

PAGE = 200


@dataclass(frozen=True, slots=True)
class Whole:
    """A workout with its exercises in order, each with its sets in order."""

    workout: Workout
    exercises: list[tuple[PerformedExercise, list[LoggedSet]]]


def history_of(user: User, *, year: int | None = None, only: UUID | None = None) -> Iterator[Whole]:
    """By day, the oldest first; of one `year`, or the workout `only`."""
    rows = Workout.objects.of(user).live()
    if year is not None:
        rows = rows.filter(day__year=year)
    if only is not None:
        rows = rows.filter(uid=only)
    keys = list(rows.order_by("day", "uid").values_list("pk", flat=True))
    for start in range(0, len(keys), PAGE):
        yield from _page(keys[start : start + PAGE])


def _page(keys: list[int]) -> Iterator[Whole]:
    workouts = Workout.objects.filter(pk__in=keys).select_related("routine").in_bulk()
    sets: dict[int, list[LoggedSet]] = {}
    # Hers, for the workouts are: see training's history.
    for row in LoggedSet.objects.live().filter(performed__workout__in=keys).order_by("position", "pk"):
        sets.setdefault(row.performed_id, []).append(row)
    exercises: dict[int, list[tuple[PerformedExercise, list[LoggedSet]]]] = {}
    performed = PerformedExercise.objects.live().filter(workout__in=keys).select_related("exercise")
    for each in performed.order_by("position", "pk"):
        exercises.setdefault(each.workout_id, []).append((each, sets.get(each.pk, [])))
    for key in keys:
        if key in workouts:  # a deletion may have come in between
            yield Whole(workouts[key], exercises.get(key, []))


def years_of(user: User) -> list[int]:
    """The years that have a workout, the newest first. One statement."""
    days = Workout.objects.of(user).live().dates("day", "year", order="DESC")
    return [day.year for day in days]
