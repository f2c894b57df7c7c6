"""The next session of a routine: its exercises in order, each with a target and a reason."""

import datetime
from dataclasses import dataclass

from workouts.accounts.models import User
from workouts.coach.queries.targets import Target, targets
from workouts.coach.queries.week import lead_group
from workouts.log.models import Workout
from workouts.routines.models import Routine
from workouts.science.units import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class NextSession:
    """The routine and its targets in order, each dose with `lead`, the slug of the group that leads its exercise."""

    routine: Routine
    targets: list[Target]

    @property
    def total_sets(self) -> int:
        return sum(target.sets for target in self.targets)


def next_session(user: User, routine: Routine, today: datetime.date, *, but: Workout | None = None) -> NextSession:
    """The next session of `routine` for `user`, whose local date is `today`; `but` is a workout in progress, whose
    sets are no last time yet.

    Two statements, however long the history is; one more if her preferences have not been read yet.
    """
    doses = routine.prescriptions.select_related("exercise").annotate(lead=lead_group())
    unit = Unit(user.preferences.unit)
    return NextSession(routine=routine, targets=targets(user, doses, today, unit=unit, but=but))
