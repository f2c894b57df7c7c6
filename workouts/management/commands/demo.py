"""`manage.py demo`: a lifter with two years of leg days, and a new password for her each time.

Her history follows the routine's own double progression on a strength that grows, with a bad day now and then, a
holiday and an illness. It is the same history every time (a fixed seed), up to today.
"""

import datetime
import random
import secrets
import zoneinfo
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from allauth.account.models import EmailAddress
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from workouts.accounts.models import User
from workouts.catalogue.models import RepStyle
from workouts.log.actions import import_workouts
from workouts.log.drafts import ExerciseDraft, SetDraft, WorkoutDraft
from workouts.log.models import Source, Workout
from workouts.routines.models import Prescription, Routine
from workouts.science.units import TypedWeight, Unit, plain

EMAIL = "demo@legday.example"
ZONE = "Europe/Lisbon"
YEARS = 2


@dataclass
class Lift:
    """One exercise of hers: what she could lift once at the start and after two years, and the bar now (kg)."""

    start: float
    end: float
    weight: Decimal
    step: Decimal
    misses: int = 0


def lifts() -> dict[str, Lift]:
    return {
        "barbell-squat": Lift(62, 124, Decimal(40), Decimal("2.5")),
        "romanian-deadlift": Lift(66, 128, Decimal(40), Decimal("2.5")),
        "leg-press": Lift(120, 232, Decimal(80), Decimal(5)),
        "walking-lunge": Lift(17, 33, Decimal(8), Decimal(2)),
        "calf-raise": Lift(80, 150, Decimal(50), Decimal(5)),
    }


class Command(BaseCommand):
    help = "Makes the demonstration lifter, or gives her a new password."

    def handle(self, *args: Any, **options: Any) -> None:
        routine = Routine.objects.site().filter(slug="leg-day").first()
        if routine is None:
            raise CommandError("The content is not loaded: run `manage.py load_content` first.")
        password = secrets.token_urlsafe(12)
        user = User.objects.filter(email=EMAIL).first() or User.objects.create_user(EMAIL)
        user.set_password(password)
        user.save()
        EmailAddress.objects.get_or_create(user=user, email=EMAIL, defaults={"verified": True, "primary": True})
        user.preferences.zone, user.preferences.zone_chosen = ZONE, True
        user.preferences.save()
        if not Workout.objects.of(user).exists():
            added = import_workouts(by=user, drafts=history(routine, timezone.now()), source=Source.DEMO)
            self.stdout.write(f"{added.workouts} workouts, {added.sets} sets.")
        self.stdout.write(f"E-mail: {EMAIL}\nPassword: {password}")


def history(routine: Routine, now: datetime.datetime) -> list[WorkoutDraft]:
    """Two years of leg days up to yesterday."""
    dice = random.Random(17)  # noqa: S311  # a made-up history, no secret
    state = lifts()
    lines = list(routine.prescriptions.select_related("exercise"))
    days = list(_days(dice, now.astimezone(zoneinfo.ZoneInfo(ZONE)).date()))
    return [_workout(dice, day, index / len(days), lines, state) for index, day in enumerate(days)]


def _days(dice: random.Random, today: datetime.date) -> list[datetime.date]:
    """Two sessions a week, sometimes three or one; three weeks off in the first summer, two in the second winter."""
    first = today - datetime.timedelta(days=365 * YEARS)
    days, day = [], first
    while day < today:
        gone = (day - first).days
        if not (240 <= gone < 261 or 520 <= gone < 534):
            days.append(day)
        day += datetime.timedelta(days=dice.choice([2, 3, 3, 4, 4, 5]))
    return days


def _workout(
    dice: random.Random, day: datetime.date, share: float, lines: list[Prescription], state: dict[str, Lift]
) -> WorkoutDraft:
    hour = datetime.time(dice.choice([7, 18, 18, 19]), dice.randrange(60))
    start = datetime.datetime.combine(day, hour, zoneinfo.ZoneInfo(ZONE))
    form = dice.gauss(1.0, 0.02)
    return WorkoutDraft(
        day=day,
        zone=ZONE,
        title="Leg day",
        started_at=start,
        finished_at=start + datetime.timedelta(minutes=dice.randrange(58, 84)),
        exercises=[_exercise(dice, line, state[line.exercise.slug], share, form) for line in lines],
    )


def _exercise(dice: random.Random, line: Prescription, lift: Lift, share: float, form: float) -> ExerciseDraft:
    """The sets of a day, and the bar for the next one: up after all sets at the top, down after a bad miss or the
    third one in a row."""
    strength = (lift.start + (lift.end - lift.start) * (1 - (1 - share) ** 2)) * form
    per_side = line.rep_style == RepStyle.STEPS
    low, high = (10, 10) if per_side else (line.low, line.high)
    reps = []
    for tired in range(line.sets):
        able = 30 * (strength / float(lift.weight) - 1) - 2 - 0.7 * tired
        reps.append(max(1, min(high, round(able))))
    left = [dice.choice([1, 1, 2, 2, 2, 3]) if count == high else dice.choice([0, 1, 1]) for count in reps]
    sets = [
        SetDraft(
            weight=TypedWeight(plain(lift.weight), lift.weight, Unit.KG),
            reps=count * 2 if per_side else count,
            rir=Decimal(spare),
            position=position,
        )
        for position, (count, spare) in enumerate(zip(reps, left, strict=True), start=1)
    ]
    if min(reps) == high:
        lift.weight += lift.step
    elif sum(reps) / len(reps) < low - 2:
        lift.weight -= lift.step
    lift.misses = lift.misses + 1 if min(reps) < low else 0
    if lift.misses == 3:
        lift.weight, lift.misses = lift.weight - 2 * lift.step, 0
    return ExerciseDraft(exercise=line.exercise, sets=sets)
