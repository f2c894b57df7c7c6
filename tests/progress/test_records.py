"""Records: working sets only, live rows only, in the unit that was typed, with the noise guard of 2.4."""

import datetime

import pytest

from tests.factories import exercise, performed
from tests.progress.histories import day, done, flag, mixed, pounds, progress
from workouts.accounts.models import User
from workouts.catalogue.models import Exercise, RepStyle
from workouts.log import actions
from workouts.log.models import Workout

pytestmark = pytest.mark.django_db

Shown = tuple[str, str, str, datetime.date]


def records(user: User, exercise: Exercise) -> list[Shown]:
    return [(one.number, one.unit, one.what, one.day) for one in progress(user, exercise).records]


def test_records_of_both_units(owner: User) -> None:
    squat = exercise()
    mixed(owner, squat)
    assert records(owner, squat) == [
        ("62.5", "kg", "heaviest set, × 5", day(6)),
        ("180.0", "lb", "best estimate, grade B", day(4)),
        ("10", "reps", "most reps at 60 kg", day(13)),
        ("1,140", "kg", "most in one session, weight × reps", day(13)),
    ]


def test_a_record_in_pounds_stays_one_in_pounds(owner: User) -> None:
    squat = exercise()
    performed(by=owner, exercise=squat, day=day(2), sets=[done("100", 5)])
    performed(by=owner, exercise=squat, day=day(4), sets=[pounds("225", 5)])
    assert records(owner, squat) == [
        ("225", "lb", "heaviest set, × 5", day(4)),
        ("262.5", "lb", "best estimate, at least this, grade A", day(4)),
        ("5", "reps", "most reps at 225 lb", day(4)),
        ("1,125", "lb", "most in one session, weight × reps", day(4)),
    ]


def test_a_session_of_both_units_is_summed_exactly_and_shown_in_the_lifter_s_own(owner: User) -> None:
    squat = exercise()
    performed(by=owner, exercise=squat, day=day(2), sets=[done("100", 5), pounds("225", 5)])
    most = progress(owner, squat).records[-1]
    # 500 + 225 x 5 x 0.45359237 = 1010.29 kg
    assert (most.number, most.unit, most.about) == ("1,010", "kg", True)


@pytest.mark.parametrize(("second", "holder"), [("100.4", 2), ("100.499", 2), ("100.5", 4), ("101", 4)])
def test_an_estimate_within_noise_is_no_record(owner: User, second: str, holder: int) -> None:
    squat = exercise()
    performed(by=owner, exercise=squat, day=day(2), sets=[done("100", 1, "0")])
    performed(by=owner, exercise=squat, day=day(4), sets=[done(second, 1, "0")])
    estimate = next(one for one in records(owner, squat) if one[2].startswith("best estimate"))
    assert estimate[3] == day(holder)


def test_small_steps_add_up_to_a_record(owner: User) -> None:
    """The guard compares with the record, not with the session before."""
    squat = exercise()
    for number, weight in [(2, "100"), (4, "100.3"), (6, "100.6")]:
        performed(by=owner, exercise=squat, day=day(number), sets=[done(weight, 1, "0")])
    assert records(owner, squat)[1] == ("100.6", "kg", "best estimate, grade A", day(6))


def test_equal_loads_of_both_units_count_as_one(owner: User) -> None:
    """45 lb are 20.412 kg: 20.41 kg is less than 5 g away."""
    squat = exercise()
    performed(by=owner, exercise=squat, day=day(2), sets=[pounds("45", 5)])
    performed(by=owner, exercise=squat, day=day(4), sets=[done("20.41", 9)])
    found = records(owner, squat)
    assert found[0] == ("20.41", "kg", "heaviest set, × 9", day(4))
    assert found[2] == ("9", "reps", "most reps at 20.41 kg", day(4))


def test_failed_sets_and_flagged_sessions_make_no_record(owner: User) -> None:
    squat = exercise()
    performed(by=owner, exercise=squat, day=day(2), sets=[done("60", 5), done("150", 0)])
    flag(owner, performed(by=owner, exercise=squat, day=day(4), sets=[done("90", 5)]), pain=True)
    flag(owner, performed(by=owner, exercise=squat, day=day(6), sets=[done("90", 20)]), deload=True)
    assert {day for *_, day in records(owner, squat)} == {day(2)}


def test_a_deleted_workout_takes_its_records_away_and_a_restored_one_brings_them_back(owner: User) -> None:
    squat = exercise()
    performed(by=owner, exercise=squat, day=day(2), sets=[done("60", 5)])
    row = performed(by=owner, exercise=squat, day=day(4), sets=[done("80", 5)])
    before = records(owner, squat)
    actions.delete_workout(by=owner, workout=row.workout)
    assert records(owner, squat)[0] == ("60", "kg", "heaviest set, × 5", day(2))
    actions.restore_workout(by=owner, workout=Workout.objects.get(pk=row.workout.pk))
    assert records(owner, squat) == before


def test_records_of_what_has_no_load(owner: User) -> None:
    curl = exercise(slug="curl", name="Curl")
    performed(by=owner, exercise=curl, day=day(2), sets=[done(None, 6), done(None, 7)])
    sit = exercise(slug="sit", name="Wall sit", rep_style=RepStyle.SECONDS)
    performed(by=owner, exercise=sit, day=day(2), sets=[done(None, None, seconds=45)])
    side = exercise(slug="side", name="Split squat", rep_style=RepStyle.PER_SIDE)
    performed(by=owner, exercise=side, day=day(2), sets=[done(None, None, left=12, right=9), done(None, 10)])
    assert records(owner, curl) == [("7", "reps", "most reps in a set", day(2))]
    assert records(owner, sit) == [("45", "s", "longest set", day(2))]
    assert records(owner, side) == [("10", "per side", "most reps in a set", day(2))]


def test_another_lifter_s_sets_are_nobody_else_s_records(owner: User, other: User) -> None:
    squat = exercise()
    performed(by=other, exercise=squat, day=day(2), sets=[done("200", 5)])
    assert records(owner, squat) == []
