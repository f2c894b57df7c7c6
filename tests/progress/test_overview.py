"""The overview: what was logged, weekly sets (training-science 4.2), sessions a week (4.4)."""

import datetime
from decimal import Decimal

import pytest

from tests.factories import exercise, performed
from tests.progress.histories import day, done, pounds
from workouts.accounts.models import User
from workouts.catalogue.models import Exercise
from workouts.log.models import SetKind
from workouts.progress.queries import Overview, overview

pytestmark = pytest.mark.django_db

# A Tuesday; its week began on Monday 16 November.
TODAY = datetime.date(2026, 11, 17)


def shares(found: Overview) -> dict[str, tuple[str, str]]:
    return {share.slug: (share.value, str(share.band)) for share in found.this_week.shares}


def leg_day(owner: User, on: datetime.date, *, reps: int = 10) -> None:
    for slug, sets in [
        ("barbell-squat", 4),
        ("romanian-deadlift", 4),
        ("leg-press", 3),
        ("walking-lunge", 3),
        ("calf-raise", 3),
    ]:
        performed(by=owner, exercise=Exercise.objects.get(slug=slug), day=on, sets=[done("40", reps)] * sets)


@pytest.mark.usefixtures("content")
def test_the_routine_counts_as_the_table_of_the_science_says(owner: User) -> None:
    leg_day(owner, TODAY)
    found = overview(owner, today=TODAY)
    assert shares(found) == {
        "quadriceps": ("10", "well supported"),
        "hamstrings": ("5.5", "moderate"),
        "glutes": ("12.5", "well supported"),
        "calves": ("3", "low"),
    }
    assert found.this_week.core == 11
    assert found.last_week.core == 0


@pytest.mark.usefixtures("content")
def test_weeks_run_from_monday_to_sunday(owner: User) -> None:
    squat = Exercise.objects.get(slug="barbell-squat")
    for number in (15, 16, 22, 23):
        performed(by=owner, exercise=squat, day=day(number), sets=[done("60", 8)])
    found = overview(owner, today=TODAY)
    assert shares(found)["quadriceps"][0] == "2"
    assert {share.slug: share.value for share in found.last_week.shares}["quadriceps"] == "1"


@pytest.mark.usefixtures("content")
def test_what_is_no_set(owner: User) -> None:
    squat = Exercise.objects.get(slug="barbell-squat")
    sets = [done("60", 8, kind=SetKind.WARMUP), done("60", 0), done(None, None, seconds=19)]
    performed(by=owner, exercise=squat, day=TODAY, sets=[*sets, done(None, None, left=10, right=10)])
    assert shares(overview(owner, today=TODAY))["quadriceps"] == ("1", "low")


@pytest.mark.usefixtures("content")
def test_a_leg_session_has_three_sets_of_a_leg_group(owner: User) -> None:
    squat = Exercise.objects.get(slug="barbell-squat")
    performed(by=owner, exercise=squat, day=day(16), sets=[done("60", 8)] * 2)
    performed(by=owner, exercise=squat, day=day(17), sets=[done("60", 8)] * 3)
    performed(by=owner, exercise=exercise(), day=day(17), sets=[done("60", 8)] * 3)
    week = overview(owner, today=TODAY).this_week
    assert week.sessions == 1
    assert [plate["done"] for plate in week.plates] == [True, False, False]


def test_exercises_newest_first_with_the_heaviest_set_of_the_last_time(owner: User, other: User) -> None:
    squat, press = exercise(), exercise(slug="test-press", name="Test press")
    performed(by=owner, exercise=squat, day=day(2), sets=[done("100", 5)])
    performed(
        by=owner,
        exercise=squat,
        day=day(9),
        sets=[done("150", 5, kind=SetKind.WARMUP), pounds("135", 8), done("60", 8)],
    )
    performed(by=owner, exercise=press, day=day(4), sets=[done("80", 8), done("80", 10)])
    performed(
        by=owner, exercise=exercise(slug="bar", name="Bar"), day=day(9), sets=[done("20", 8, kind=SetKind.WARMUP)]
    )
    performed(by=other, exercise=squat, day=day(10), sets=[done("200", 5)])
    found = [(one.exercise, one.top.words, one.day, one.sessions) for one in overview(owner, today=TODAY).logged]
    assert found == [(squat, "135 lb × 8", day(9), 2), (press, "80 kg × 10", day(4), 1)]


@pytest.mark.usefixtures("content")
def test_nobody_s_week_has_all_groups_at_nought(owner: User) -> None:
    found = overview(owner, today=TODAY)
    assert found.logged == []
    assert [(share.total, str(share.band)) for share in found.this_week.shares] == [(Decimal(0), "none")] * 4
    assert len(found.weeks) == 8
