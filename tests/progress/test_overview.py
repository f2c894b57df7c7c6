"""The overview: what was logged, weekly sets (training-science 4.2), sessions a week (4.4)."""

import datetime
from decimal import Decimal

import pytest

from tests.factories import exercise, performed
from tests.progress.histories import day, done, flag, leg_day, pounds
from workouts.accounts.models import User
from workouts.catalogue.models import Exercise
from workouts.coach.queries import week_sets
from workouts.log.models import SetKind
from workouts.progress.queries import Overview, overview
from workouts.progress.queries.drawing import heat

pytestmark = pytest.mark.django_db

# A Tuesday; its week began on Monday 16 November.
TODAY = datetime.date(2026, 11, 17)
MONDAY = datetime.date(2026, 11, 16)


def seen(owner: User, monday: datetime.date = MONDAY) -> Overview:
    return overview(owner, today=TODAY, monday=monday)


def shares(found: Overview) -> dict[str, tuple[str, str]]:
    return {share.slug: (share.value, str(share.band)) for share in found.week.shares}


@pytest.mark.usefixtures("content")
def test_the_routine_counts_as_the_table_of_the_science_says(owner: User) -> None:
    leg_day(owner, TODAY)
    found = seen(owner)
    assert shares(found) == {
        "quadriceps": ("10", "well supported"),
        "hamstrings": ("5.5", "moderate"),
        "glutes": ("12.5", "well supported"),
        "calves": ("3", "low"),
    }
    assert found.week.core == 11
    assert found.weeks[-2].core == 0


@pytest.mark.usefixtures("content")
def test_glutes_at_half_count_as_the_science_says_on_progress_and_today(owner: User) -> None:
    """4.2: "With 0.5: glutes 9 / session"; the other groups stay."""
    owner.preferences.glutes_half = True
    leg_day(owner, TODAY)
    found = seen(owner)
    counts = {slug: value for slug, (value, _band) in shares(found).items()}
    assert counts == {"quadriceps": "10", "hamstrings": "5.5", "glutes": "9", "calves": "3"}
    assert {each.group.slug: each.sets_text for each in week_sets(owner, MONDAY)} == counts
    glutes = next(share for share in found.week.shares if share.slug == "glutes")
    assert [(part.slug, part.each, part.sum) for part in glutes.parts] == [
        ("romanian-deadlift", "1", "4"),
        ("barbell-squat", "0.5", "2"),
        ("leg-press", "0.5", "1.5"),
        ("walking-lunge", "0.5", "1.5"),
    ]


@pytest.mark.usefixtures("content")
def test_today_and_progress_count_the_same(owner: User) -> None:
    leg_day(owner, TODAY)
    squat = Exercise.objects.get(slug="barbell-squat")
    held = [done(None, None, seconds=19), done(None, None, seconds=20), done("60", 0), done("60", 1, "6")]
    performed(by=owner, exercise=squat, day=TODAY, sets=held)
    progress = {slug: value for slug, (value, _band) in shares(seen(owner)).items()}
    assert {each.group.slug: each.sets_text for each in week_sets(owner, MONDAY)} == progress
    assert progress["quadriceps"] == "12"


@pytest.mark.usefixtures("content")
def test_every_number_is_the_sum_of_its_parts(owner: User) -> None:
    leg_day(owner, TODAY)
    leg_day(owner, MONDAY)
    week = seen(owner).week
    for share in week.shares:
        assert sum(part.sets * part.weight for part in share.parts) == share.total > 0
    assert sum(part.sets for part in week.volume.core_parts) == week.core == 22


@pytest.mark.usefixtures("content")
def test_a_set_with_more_than_five_left_counts_and_is_marked_easy(owner: User) -> None:
    squat = Exercise.objects.get(slug="barbell-squat")
    sets = [done("60", 8, "6"), done("60", 8, "5.5"), done("60", 8, "5"), done("60", 8), done("60", 8, rpe=Decimal(4))]
    performed(by=owner, exercise=squat, day=TODAY, sets=[*sets, done("60", 8, rpe=Decimal(5))])
    volume = seen(owner).week.volume
    part = volume.shares[0].parts[0]
    assert (part.sets, part.easy, volume.easy) == (6, 3, True)


@pytest.mark.usefixtures("content")
def test_own_exercises_and_other_muscles_are_named_as_not_counted(owner: User) -> None:
    own = exercise(slug="my-press", name="My press", owner=owner)
    adduction = Exercise.objects.get(slug="hip-adduction")
    for each in (own, adduction):
        performed(by=owner, exercise=each, day=TODAY, sets=[done("60", 8)] * 3)
    found = seen(owner)
    assert {slug: value for slug, (value, _band) in shares(found).items()} == dict.fromkeys(
        ["quadriceps", "hamstrings", "glutes", "calves"], "0"
    )
    assert [(part.slug, part.sets) for part in found.week.volume.uncounted] == [("hip-adduction", 3), ("my-press", 3)]
    assert found.week.sessions == []


@pytest.mark.usefixtures("content")
def test_deload_sets_count(owner: User) -> None:
    squat = Exercise.objects.get(slug="barbell-squat")
    flag(owner, performed(by=owner, exercise=squat, day=TODAY, sets=[done("60", 8)] * 3), deload=True)
    week = seen(owner).week
    assert week.shares[0].value == "3"
    assert [session.deload for session in week.sessions] == [True]


@pytest.mark.usefixtures("content")
def test_weeks_run_from_monday_to_sunday(owner: User) -> None:
    squat = Exercise.objects.get(slug="barbell-squat")
    for number in (15, 16, 22, 23):
        performed(by=owner, exercise=squat, day=day(number), sets=[done("60", 8)])
    assert shares(seen(owner))["quadriceps"][0] == "2"
    assert shares(seen(owner, day(9)))["quadriceps"][0] == "1"
    assert [week.key for week in seen(owner).weeks][-2:] == ["2026-W46", "2026-W47"]


@pytest.mark.usefixtures("content")
def test_the_last_seven_days_cross_the_week(owner: User) -> None:
    """The 10th is seven days before the 17th: outside. The 11th is in it, though in another week."""
    for number in (10, 11, 17):
        leg_day(owner, day(number))
    rolling = seen(owner).rolling
    assert rolling is not None
    assert (rolling.first, rolling.sessions) == (day(11), 2)
    assert {share.slug: share.value for share in rolling.volume.shares}["quadriceps"] == "20"
    assert seen(owner, day(9)).rolling is None


@pytest.mark.usefixtures("content")
def test_what_is_no_set(owner: User) -> None:
    squat = Exercise.objects.get(slug="barbell-squat")
    sets = [done("60", 8, kind=SetKind.WARMUP), done("60", 0), done(None, None, seconds=19)]
    performed(by=owner, exercise=squat, day=TODAY, sets=[*sets, done(None, None, left=10, right=10)])
    assert shares(seen(owner))["quadriceps"] == ("1", "low")


@pytest.mark.usefixtures("content")
def test_a_leg_session_has_three_sets_of_a_leg_group(owner: User) -> None:
    squat = Exercise.objects.get(slug="barbell-squat")
    performed(by=owner, exercise=squat, day=day(16), sets=[done("60", 8)] * 2)
    performed(by=owner, exercise=squat, day=day(17), sets=[done("60", 8)] * 3)
    performed(by=owner, exercise=exercise(), day=day(17), sets=[done("60", 8)] * 3)
    week = seen(owner).week
    assert len(week.sessions) == 1
    assert [plate["kind"] for plate in week.plates] == ["done", "needed", "free"]


@pytest.mark.usefixtures("content")
def test_the_drawing_is_as_full_as_the_bands(owner: User) -> None:
    leg_day(owner, TODAY)
    assert heat(seen(owner).week.shares) == {
        "quadriceps": "heat-3", "hamstrings": "heat-2", "glutes": "heat-3", "calves": "heat-1"
    }  # fmt: skip
    leg_day(owner, MONDAY)
    assert heat(seen(owner).week.shares)["glutes"] == "heat-4"
    assert set(heat(seen(owner, day(2)).week.shares).values()) == {"heat-0"}


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
    found = [(one.slug, one.top.words, one.day, one.sessions) for one in seen(owner).logged]
    assert found == [("test-squat", "135 lb × 8", day(9), 2), ("test-press", "80 kg × 10", day(4), 1)]


@pytest.mark.usefixtures("content")
def test_nobody_s_week_has_all_groups_at_nought(owner: User) -> None:
    found = seen(owner)
    assert found.logged == []
    assert [(share.total, str(share.band)) for share in found.week.shares] == [(Decimal(0), "none")] * 4
    assert len(found.weeks) == 8
    assert not found.week.volume.has_sets
