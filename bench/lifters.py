"""`python -m bench.lifters`: fills the database with lifters and prints a session key for each, as JSON.

Ten workouts, ten years (1,560 workouts of 17 sets), and one with nothing, who will import. The histories are the same
every time but for the date: the newest leg day is yesterday.
"""

import datetime
import json
import os
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

import django

if TYPE_CHECKING:
    from workouts.log.drafts import ExerciseDraft, WorkoutDraft
    from workouts.routines.models import Prescription

TEN, YEARS, IMPORTER = "ten workouts", "ten years", "importer"
WORKOUTS = {TEN: 10, YEARS: 1560, IMPORTER: 0}
# Three leg days a week.
GAPS = (2, 2, 3)


@dataclass
class Lift:
    """What a lifter could lift once at the start and at the end, the bar now, and its step (kg)."""

    start: float
    end: float
    weight: Decimal
    step: Decimal


def lifts() -> dict[str, Lift]:
    return {
        "barbell-squat": Lift(60, 145, Decimal(40), Decimal("2.5")),
        "romanian-deadlift": Lift(65, 150, Decimal(40), Decimal("2.5")),
        "leg-press": Lift(120, 290, Decimal(80), Decimal(5)),
        "walking-lunge": Lift(20, 60, Decimal(8), Decimal(2)),
        "calf-raise": Lift(80, 185, Decimal(50), Decimal(5)),
    }


def days(count: int, last: datetime.date) -> list[datetime.date]:
    """`count` leg days up to `last`, oldest first."""
    found = [last - datetime.timedelta(days=sum(GAPS) * (n // 3) + sum(GAPS[: n % 3])) for n in range(count)]
    return found[::-1]


def reps(dice: random.Random, strength: float, lift: Lift, sets: int, high: int) -> Iterator[int]:
    """Reps of a day's sets: by Epley's line, two in reserve, fewer as she tires, and good and bad days."""
    form = dice.gauss(1.0, 0.02)
    for tired in range(sets):
        able = 30 * (strength * form / float(lift.weight) - 1) - 2 - 0.7 * tired
        yield max(1, min(high, round(able)))


def history(lines: "list[Prescription]", count: int, last: datetime.date) -> "Iterator[WorkoutDraft]":
    """`count` leg days of the routine's `lines`, by double progression on a strength that grows ever more slowly."""
    from workouts.log.drafts import WorkoutDraft

    dice, state = random.Random(17), lifts()
    for index, day in enumerate(days(count, last)):
        start = datetime.datetime.combine(day, datetime.time(18, dice.randrange(60)), datetime.UTC)
        share = 1 - (1 - index / WORKOUTS[YEARS]) ** 2
        yield WorkoutDraft(
            day=day,
            zone="UTC",
            title="Leg day",
            started_at=start,
            finished_at=start + datetime.timedelta(minutes=70),
            exercises=[_exercise(dice, line, state[line.exercise.slug], share) for line in lines],
        )


def _exercise(dice: random.Random, line: "Prescription", lift: Lift, share: float) -> "ExerciseDraft":
    from workouts.log.drafts import ExerciseDraft, SetDraft
    from workouts.science.units import TypedWeight, Unit

    steps = line.rep_style == "steps"
    high = line.high // 2 if steps else line.high
    done = list(reps(dice, lift.start + (lift.end - lift.start) * share, lift, line.sets, high))
    weight = TypedWeight(f"{lift.weight:f}", lift.weight, Unit.KG)
    sets = [
        SetDraft(weight=weight, reps=count * 2 if steps else count, rir=Decimal(dice.choice([1, 2, 2, 3])), position=n)
        for n, count in enumerate(done, start=1)
    ]
    if min(done) == high:
        lift.weight += lift.step
    elif sum(done) < (high - 4) * len(done):
        lift.weight -= lift.step
    return ExerciseDraft(exercise=line.exercise, sets=sets)


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "legday.settings")
    django.setup()
    from django.conf import settings
    from django.test import Client

    from workouts.accounts.models import User
    from workouts.log.actions import import_workouts
    from workouts.routines.models import Routine

    lines = list(Routine.objects.get(slug="leg-day").prescriptions.select_related("exercise"))
    yesterday = datetime.datetime.now(datetime.UTC).date() - datetime.timedelta(days=1)
    keys = {}
    for name, count in WORKOUTS.items():
        user = User.objects.create_user(f"{name.replace(' ', '-')}@legday.example")
        import_workouts(by=user, drafts=history(lines, count, yesterday))
        client = Client()
        client.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[0])
        keys[name] = client.cookies[settings.SESSION_COOKIE_NAME].value
    json.dump(keys, sys.stdout)


if __name__ == "__main__":
    main()
