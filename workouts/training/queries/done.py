"""A workout that was done, as its page shows it."""

from dataclasses import dataclass

from workouts.accounts.models import User
from workouts.coach.queries import lead_group
from workouts.log.models import PerformedExercise, SetKind, Workout
from workouts.log.queries import live_sets

# A clock that was left running says nothing about the session.
LONGEST_MINUTES = 12 * 60


@dataclass(frozen=True, slots=True)
class DoneWorkout:
    """Its live exercises in order, each with `live_sets` and `lead`, the slug of its leading group or None; its working
    sets; its minutes, or 0 where they are not known."""

    exercises: list[PerformedExercise]
    sets: int
    minutes: int


def done_workout(user: User, workout: Workout) -> DoneWorkout:
    """Two statements, whatever the workout holds."""
    rows = PerformedExercise.objects.of(user).live().filter(workout=workout).select_related("exercise")
    exercises = list(rows.annotate(lead=lead_group()).order_by("position", "pk").prefetch_related(live_sets()))
    sets = sum(each.kind != SetKind.WARMUP for row in exercises for each in getattr(row, "live_sets", ()))
    return DoneWorkout(exercises, sets, _minutes(workout))


def _minutes(workout: Workout) -> int:
    if workout.started_at is None or workout.finished_at is None:
        return 0
    minutes = round((workout.finished_at - workout.started_at).total_seconds() / 60)
    return minutes if 0 < minutes <= LONGEST_MINUTES else 0
