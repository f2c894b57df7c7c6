"""Histories that were worked out by hand."""

import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from tests.factories import draft, performed
from workouts.accounts.models import User
from workouts.catalogue.models import Exercise
from workouts.log import actions
from workouts.log.drafts import ExerciseDraft, SetDraft, Sheet, WorkoutDraft
from workouts.log.models import LoggedSet, PerformedExercise, SetKind, Workout
from workouts.progress.queries import ExerciseProgress, exercise_progress
from workouts.science.units import Unit

TODAY = datetime.date(2026, 11, 17)


def day(number: int) -> datetime.date:
    """A day of November 2026."""
    return datetime.date(2026, 11, number)


def done(weight: str | None, reps: int | None, rir: str | None = None, **fields: Any) -> SetDraft:
    return draft(weight=weight, reps=reps, rir=None if rir is None else Decimal(rir), **fields)


def pounds(weight: str, reps: int, rir: str | None = None) -> SetDraft:
    return done(weight, reps, rir, unit=Unit.LB)


def flag(user: User, row: PerformedExercise, **flags: bool) -> None:
    actions.save_sheet(by=user, workout=row.workout, sheet=Sheet(exercises={row.uid: dict(flags)}))


def progress(user: User, exercise: Exercise, wanted: str = "", today: datetime.date = TODAY) -> ExerciseProgress:
    return exercise_progress(user, exercise, wanted=wanted, today=today)


def mixed(user: User, exercise: Exercise) -> None:
    """Kilograms and pounds, a warm-up, a deleted set, a painful session, a deload. Epley, by hand:

    2 Nov   60 kg x 8, 2 left       60 x 40/30   =  80.0 kg, B     volume 480
    4 Nov   135 lb x 8, 2 left      135 x 40/30  = 180.0 lb, B     = 81.6 kg; volume 1,080 lb = 489.9 kg
    6 Nov   62.5 kg x 5, 1 left     62.5 x 36/30 =  75.0 kg, A     volume 312.5
    9 Nov   90 kg x 5: it hurt
    11 Nov  100 kg x 5: deload
    13 Nov  60 kg x 10 and x 9, not logged: 60 x 40/30 = 80.0 kg at least, B    volume 1,140
    """
    warm_up = done("120", 5, "0", kind=SetKind.WARMUP)
    performed(by=user, exercise=exercise, day=day(2), sets=[warm_up, done("60", 8, "2")])
    performed(by=user, exercise=exercise, day=day(4), sets=[pounds("135", 8, "2")])
    row = performed(by=user, exercise=exercise, day=day(6), sets=[done("62.5", 5, "1"), done("200", 5)])
    actions.delete_set(by=user, logged=LoggedSet.objects.get(performed=row, weight=200))
    flag(user, performed(by=user, exercise=exercise, day=day(9), sets=[done("90", 5, "1")]), pain=True)
    flag(user, performed(by=user, exercise=exercise, day=day(11), sets=[done("100", 5, "1")]), deload=True)
    performed(by=user, exercise=exercise, day=day(13), sets=[done("60", 10), done("60", 9)])


LEG_DAY = {"barbell-squat": 4, "romanian-deadlift": 4, "leg-press": 3, "walking-lunge": 3, "calf-raise": 3}


def leg_day(user: User, on: datetime.date, *, deload: bool = False, but: tuple[str, ...] = ()) -> Workout:
    """The guide's 17 sets without the exercises `but`, in one workout that began with no routine."""
    drafts = [
        ExerciseDraft(
            exercise=Exercise.objects.get(slug=slug), sets=[done("40", 10, position=n) for n in range(1, sets + 1)]
        )
        for slug, sets in LEG_DAY.items()
        if slug not in but
    ]
    actions.import_workouts(by=user, drafts=[WorkoutDraft(day=on, zone="UTC", title="Leg day", exercises=drafts)])
    workout = Workout.objects.of(user).live().latest("pk")
    if deload:
        flags: dict[UUID, dict[str, object]] = {
            row.uid: {"deload": True} for row in PerformedExercise.objects.live().filter(workout=workout)
        }
        actions.save_sheet(by=user, workout=workout, sheet=Sheet(exercises=flags))
    found: Workout = workout
    return found
