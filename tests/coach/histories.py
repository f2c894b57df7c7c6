"""Histories in a line: a session of one exercise so many days ago."""

import datetime
from decimal import Decimal
from typing import Any

from tests import factories
from workouts.accounts.models import User
from workouts.catalogue.models import Exercise, LoadMode
from workouts.coach import queries
from workouts.coach.queries import Target
from workouts.log import actions
from workouts.log.drafts import Sheet
from workouts.log.models import PerformedExercise
from workouts.science.units import Unit

TODAY = factories.TUESDAY
DOSES: dict[str, dict[str, Any]] = {
    "barbell-squat": {"sets": 4, "low": 8, "high": 10},
    "romanian-deadlift": {"sets": 4, "low": 8, "high": 10},
    "leg-press": {"sets": 3, "low": 10, "high": 12},
    "walking-lunge": {"sets": 3, "low": 20, "high": 20, "rep_style": "steps"},
    "calf-raise": {"sets": 3, "low": 12, "high": 15},
}


def did(
    user: User,
    slug: str,
    weight: str | None,
    *reps: int,
    ago: int = 3,
    unit: Unit = Unit.KG,
    rir: str | None = None,
    flags: dict[str, object] | None = None,
    sides: tuple[int, int] | None = None,
) -> PerformedExercise:
    """`reps` at `weight` (None: the body), prescribed as the guide does, `ago` days before TODAY."""
    day = TODAY - datetime.timedelta(days=ago)
    workout = factories.workout(by=user, day=day)
    exercise = Exercise.objects.get(slug=slug)
    row = actions.add_exercise(by=user, workout=workout, exercise=exercise, dose=DOSES[slug])
    spare = None if rir is None else Decimal(rir)
    for position, count in enumerate(reps, start=1):
        left, right = sides or (None, None)
        draft = factories.draft(
            weight=weight,
            unit=unit,
            reps=None if sides else count,
            left=left,
            right=right,
            rir=spare,
            position=position,
        )
        actions.record_set(by=user, performed=row, draft=draft)
    if flags:
        actions.save_sheet(by=user, workout=workout, sheet=Sheet(exercises={row.uid: dict(flags)}))
    return row


def target(user: User, slug: str) -> Target:
    """The next target of one exercise of the guide's routine."""
    user = User.objects.get(pk=user.pk)
    session = queries.next_session(user, "leg-day", TODAY)
    assert session is not None
    return next(each for each in session.targets if each.dose.exercise.slug == slug)


__all__ = ["DOSES", "TODAY", "LoadMode", "did", "target"]
