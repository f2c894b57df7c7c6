"""Rows for tests, made through the doors that the product uses. Keyword arguments only."""

import datetime
from dataclasses import replace
from typing import Any

from workouts.accounts.models import User
from workouts.catalogue.models import Exercise, LoadMode
from workouts.log import actions
from workouts.log.drafts import ExerciseDraft, SetDraft, WorkoutDraft
from workouts.log.models import PerformedExercise, Workout
from workouts.science.units import Unit, parse_weight

TUESDAY = datetime.date(2026, 11, 17)


def exercise(*, slug: str = "test-squat", name: str = "Test squat", **fields: Any) -> Exercise:
    return Exercise.objects.create(slug=slug, name=name, **fields)


def draft(*, weight: str | None = "60", unit: Unit = Unit.KG, reps: int | None = 8, **fields: Any) -> SetDraft:
    """A working set of 60 kg x 8; `weight=None` is body weight."""
    if weight is None:
        return SetDraft(load_mode=LoadMode.BODYWEIGHT, unit=unit, reps=reps, **fields)
    return SetDraft(weight=parse_weight(weight, unit), unit=unit, reps=reps, **fields)


def workout(*, by: User, day: datetime.date = TUESDAY, **fields: Any) -> Workout:
    return actions.start_workout(by=by, day=day, zone="UTC", **fields)


def performed(*, by: User, exercise: Exercise, day: datetime.date = TUESDAY, sets: list[SetDraft]) -> PerformedExercise:
    """An exercise with `sets` in a workout of its own."""
    row = actions.add_exercise(by=by, workout=workout(by=by, day=day), exercise=exercise)
    for position, each in enumerate(sets, start=1):
        actions.record_set(by=by, performed=row, draft=replace(each, position=position))
    return row


def history(*, by: User, exercise: Exercise, workouts: int, sets: int = 4, last: datetime.date = TUESDAY) -> None:
    """`workouts` of one exercise, two days apart, the newest on `last`; written as one import."""
    days = [last - datetime.timedelta(days=2 * n) for n in range(workouts)]
    lines = [draft(position=n) for n in range(1, sets + 1)]
    drafts = [
        WorkoutDraft(day=day, zone="UTC", title="Leg day", exercises=[ExerciseDraft(exercise=exercise, sets=lines)])
        for day in days
    ]
    actions.import_workouts(by=by, drafts=drafts)
