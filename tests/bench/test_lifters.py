"""The made-up lifters: as many days and sets as promised, the same every time, with loads that a gym has."""

import datetime
import itertools
from decimal import Decimal

from bench.lifters import TEN, WORKOUTS, YEARS, days, history, lifts
from workouts.routines.models import Prescription, Routine

LAST = datetime.date(2026, 11, 22)


def lines(routine: Routine) -> list[Prescription]:
    return list(routine.prescriptions.select_related("exercise"))


def test_ten_years_are_three_leg_days_a_week() -> None:
    found = days(WORKOUTS[YEARS], LAST)
    assert (len(set(found)), found[-1]) == (1560, LAST)
    assert found == sorted(found)
    assert (found[-1] - found[0]).days == 520 * 7 - 3
    assert {(after - before).days for before, after in itertools.pairwise(found)} == {2, 3}


def test_a_leg_day_has_seventeen_sets(leg_day: Routine) -> None:
    for workout in history(lines(leg_day), WORKOUTS[TEN], LAST):
        assert [len(each.sets) for each in workout.exercises] == [4, 4, 3, 3, 3]


def test_the_history_is_the_same_every_time(leg_day: Routine) -> None:
    assert list(history(lines(leg_day), 30, LAST)) == list(history(lines(leg_day), 30, LAST))


def test_loads_grow_by_steps_and_stay_believable(leg_day: Routine) -> None:
    steps = {slug: lift.step for slug, lift in lifts().items()}
    first, *_, last = history(lines(leg_day), WORKOUTS[YEARS], LAST)
    for before, after in zip(first.exercises, last.exercises, strict=True):
        light, heavy = before.sets[0].weight, after.sets[0].weight
        assert light is not None
        assert heavy is not None
        assert light.value < heavy.value < Decimal(250)
        assert (heavy.value - light.value) % steps[after.exercise.slug] == 0
