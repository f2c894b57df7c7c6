"""What the pages of training write, through the log's own door."""

from uuid import UUID

from workouts.accounts.models import User
from workouts.log import actions as log
from workouts.log.drafts import Sheet
from workouts.log.models import PerformedExercise, Workout


def move_exercise(*, by: User, performed: PerformedExercise, up: bool) -> None:
    """Moves an exercise one place up or down in its workout, and numbers all of them anew; at the end of the line
    nothing happens."""
    rows = list(PerformedExercise.objects.of(by).live().filter(workout=performed.workout).order_by("position", "pk"))
    uids = [row.uid for row in rows]
    at = uids.index(performed.uid)
    to = at - 1 if up else at + 1
    if not 0 <= to < len(uids):
        return
    uids[at], uids[to] = uids[to], uids[at]
    places: dict[UUID, dict[str, object]] = {uid: {"position": n} for n, uid in enumerate(uids, start=1)}
    log.save_sheet(by=by, workout=performed.workout, sheet=Sheet(exercises=places))


def reopen_workout(*, by: User, workout: Workout) -> None:
    """Takes back that a workout is finished."""
    log.save_sheet(by=by, workout=workout, sheet=Sheet(workout={"finished_at": None}))
