"""Reads of the log that more than one feature needs."""

import datetime
from collections.abc import Iterable

from django.db.models import F, Prefetch, Window
from django.db.models.functions import RowNumber

from workouts.accounts.models import User
from workouts.log.models import LoggedSet, PerformedExercise, Workout


def whole(user: User, workout: Workout) -> list[PerformedExercise]:
    """The live exercises of a workout in order, with their exercise and, as `live_sets`, their live sets.

    Two statements, whatever the workout holds.
    """
    rows = PerformedExercise.objects.of(user).live().filter(workout=workout).select_related("exercise")
    return list(rows.order_by("position", "pk").prefetch_related(live_sets()))


def live_sets() -> "Prefetch[str]":
    """Prefetch of an exercise's live sets in order, into `live_sets`."""
    return Prefetch("logged_sets", LoggedSet.objects.live().order_by("position", "pk"), to_attr="live_sets")


def last_time(
    user: User, exercises: Iterable[int], *, before: datetime.date | None = None, but: Workout | None = None
) -> dict[int, PerformedExercise]:
    """For each exercise (by key) the newest one as performed that has a working set, with `workout` and `live_sets`.

    `before`: only workouts of that day or earlier; `but`: not this workout (the one in progress). Two statements.
    """
    done = LoggedSet.objects.of(user).live().working().values("performed")
    rows = PerformedExercise.objects.of(user).live().filter(exercise__in=list(exercises), pk__in=done)
    if before is not None:
        rows = rows.filter(workout__day__lte=before)
    if but is not None:
        rows = rows.exclude(workout=but)
    newest = rows.annotate(
        nth=Window(
            RowNumber(),
            partition_by=F("exercise"),
            order_by=[F("workout__day").desc(), F("workout__started_at").desc(nulls_last=True), F("pk").desc()],
        )
    ).filter(nth=1)
    found = newest.select_related("workout").prefetch_related(live_sets())
    return {row.exercise_id: row for row in found}


def open_workout(user: User) -> Workout | None:
    """The newest workout that was begun and not finished, for *Resume*; imported ones have ended."""
    rows = Workout.objects.of(user).live().filter(finished_at=None, started_at__isnull=False)
    newest: Workout | None = rows.order_by("-started_at").first()
    return newest
