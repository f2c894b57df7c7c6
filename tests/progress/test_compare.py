"""Exercises of one pattern side by side."""

import datetime

import pytest

from tests.factories import exercise, performed
from tests.progress.histories import day, done, flag, leg_day
from workouts.accounts.models import User
from workouts.catalogue.models import Exercise
from workouts.progress.queries import Comparison, compare

pytestmark = pytest.mark.django_db

TODAY = datetime.date(2026, 11, 17)
Pattern = Exercise.Pattern


def seen(owner: User, pattern: str = "", wanted: str = "") -> Comparison:
    return compare(owner, pattern=pattern, wanted=wanted, today=TODAY)


@pytest.mark.usefixtures("content")
def test_the_pattern_with_most_exercises_comes_first(owner: User) -> None:
    leg_day(owner, day(16))
    found = seen(owner)
    assert found.pattern == Pattern.SQUAT
    assert [one.exercise.slug for one in found.exercises] == ["barbell-squat", "leg-press"]
    assert set(found.patterns) == {
        Pattern.SQUAT, Pattern.HINGE, Pattern.SINGLE_LEG_SQUAT, Pattern.PLANTAR_FLEXION
    }  # fmt: skip
    assert [one.exercise.slug for one in seen(owner, "hinge").exercises] == ["romanian-deadlift"]


@pytest.mark.parametrize("pattern", ["", "knee_flexion", "SQUAT", "x" * 5000, "\0"])
def test_an_odd_pattern_is_the_first(owner: User, pattern: str) -> None:
    performed(by=owner, exercise=exercise(pattern=Pattern.SQUAT), day=day(16), sets=[done("60", 8)])
    assert seen(owner, pattern).pattern == Pattern.SQUAT


def test_months_add_up(owner: User) -> None:
    """October: 60 x 8 with 2 left is 80.0, 480 kg. November: 62.5 x 5 with 1 left is 75.0 (A), and 70 x 10 that hurt
    counts for volume and as the heaviest, never as an estimate: 312.5 + 700 = 1,012.5 kg."""
    squat = exercise(pattern=Pattern.SQUAT)
    performed(by=owner, exercise=squat, day=datetime.date(2026, 10, 30), sets=[done("60", 8, "2")])
    performed(by=owner, exercise=squat, day=day(6), sets=[done("62.5", 5, "1")])
    flag(owner, performed(by=owner, exercise=squat, day=day(9), sets=[done("70", 10, "2")]), pain=True)
    one = seen(owner).exercises[0]
    rows = [
        (f"{m.first:%Y-%m}", m.sessions, m.top.words, m.e1rm and m.e1rm.text, m.volume and m.volume.text)
        for m in one.months
    ]
    assert rows == [("2026-11", 2, "70 kg × 10", "75.0", "1,013"), ("2026-10", 1, "60 kg × 8", "80.0", "480")]
    assert one.sketch is not None
    assert (one.sketch.low, one.sketch.high) == ("75.0", "80.0")
    assert (one.sketch.newest, one.sketch.peak) == ("75.0", (217, 8))


def test_no_estimate_where_none_is_allowed(owner: User) -> None:
    lunge = exercise(pattern=Pattern.SINGLE_LEG_SQUAT, rep_style="steps")
    performed(by=owner, exercise=lunge, day=day(6), sets=[done("20", 20, "2")])
    found = seen(owner)
    assert not found.estimates
    assert found.exercises[0].whole.e1rm is None


def test_dumbbells_count_twice_as_volume(owner: User) -> None:
    pair = exercise(pattern=Pattern.SQUAT, load_type=Exercise.LoadType.DUMBBELL_PAIR)
    performed(by=owner, exercise=pair, day=day(6), sets=[done("20", 10)])
    volume = seen(owner).exercises[0].whole.volume
    assert (volume and volume.text, seen(owner).per_hand) == ("400", True)


def test_three_months_or_a_year(owner: User, other: User) -> None:
    squat = exercise(pattern=Pattern.SQUAT)
    for back in (0, 90, 91, 364, 365):
        performed(by=owner, exercise=squat, day=TODAY - datetime.timedelta(days=back), sets=[done("60", 8)])
    assert seen(owner, wanted="3m").exercises[0].whole.sessions == 2
    assert seen(owner, wanted="1y").exercises[0].whole.sessions == 4
    assert seen(owner, wanted="all").exercises[0].whole.sessions == 4
    assert seen(other).pattern is None


def test_breaks_are_drawn_apart(owner: User) -> None:
    squat = exercise(pattern=Pattern.SQUAT)
    for on, weight in ((datetime.date(2026, 10, 1), "60"), (datetime.date(2026, 10, 15), "62.5"), (day(9), "65")):
        performed(by=owner, exercise=squat, day=on, sets=[done(weight, 8, "2")])
    drawn = seen(owner, wanted="3m").exercises[0].sketch
    assert drawn is not None
    assert (drawn.line.count("L"), drawn.breaks.count("L"), drawn.y) == (1, 1, 8)
