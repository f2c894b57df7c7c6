"""Weeks against the goal: planned rest breaks nothing, deloads stand outside the run (training-science 3.8, 4.4)."""

import datetime
from uuid import UUID

import pytest

from tests.progress.histories import day, leg_day
from workouts.accounts.models import User
from workouts.progress.queries.calendar import Run, WeeksPage, run_of, weeks_page
from workouts.progress.queries.weeks import Session, monday_of, read_week
from workouts.science.readiness import Goal

TODAY = datetime.date(2026, 11, 17)
MONDAY = datetime.date(2026, 11, 16)


def week(*kinds: str) -> list[Session]:
    return [Session(MONDAY_ID, MONDAY, deload=kind == "deload") for kind in kinds]


MONDAY_ID = UUID(int=1)
MET, LESS, NONE = week("leg", "leg"), week("leg"), week()
DELOAD = week("deload", "deload")


@pytest.mark.parametrize(
    ("weeks", "expected"),
    [
        ([NONE, NONE, NONE], Run(0, 0, 0, whole=False)),
        ([NONE, MET, MET, MET], Run(3, 3, 3, whole=False)),
        # The week that runs is open: it counts once its goal is met, and until then not at all.
        ([NONE, MET, MET, LESS], Run(2, 2, 2, whole=False)),
        ([NONE, MET, MET, NONE], Run(2, 2, 2, whole=False)),
        # One session less, or none, ends a run; what follows begins another.
        ([NONE, MET, LESS, MET, NONE], Run(2, 3, 1, whole=False)),
        ([NONE, MET, NONE, MET, MET], Run(3, 4, 2, whole=False)),
        # A week of deloads neither counts nor ends.
        ([NONE, MET, DELOAD, MET, NONE], Run(2, 2, 2, whole=False)),
        ([NONE, MET, week("leg", "deload"), MET, NONE], Run(2, 2, 2, whole=False)),
        ([NONE, MET, week("leg", "leg", "deload"), NONE], Run(2, 2, 2, whole=False)),
        ([NONE, DELOAD, DELOAD], Run(0, 0, 0, whole=False)),
        # What was read may not be all of it.
        ([MET, MET, NONE], Run(2, 2, 2, whole=True)),
        ([MET, LESS, MET], Run(2, 3, 1, whole=False)),
    ],
)
def test_runs(weeks: list[list[Session]], expected: Run) -> None:
    assert run_of(weeks, 2) == expected


@pytest.mark.parametrize(
    ("text", "monday"),
    [
        ("2026-W46", datetime.date(2026, 11, 9)),
        ("2026-W53", datetime.date(2026, 12, 28)),
        ("2020-W01", datetime.date(2019, 12, 30)),
        ("1950-W01", datetime.date(1950, 1, 2)),
        ("2199-W52", datetime.date(2199, 12, 23)),
    ],
)
def test_weeks_by_name(text: str, monday: datetime.date) -> None:
    assert read_week(text, TODAY) == monday


@pytest.mark.parametrize(
    "text",
    ["", "2026", "2026-46", "2026-w46", "2026-W00", "2026-W54", "2025-W53", "0000-W01", "1900-W01", "2200-W02",
     "2026-W4", "2026-W046", " 2026-W46", "2026-W46\n", "２０２６-W46", "x" * 5000],
)  # fmt: skip
def test_an_odd_week_is_this_one(text: str) -> None:
    assert read_week(text, TODAY) == MONDAY


def page(user: User, monday: datetime.date = MONDAY) -> WeeksPage:
    return weeks_page(user, monday=monday, today=TODAY)


@pytest.mark.django_db
@pytest.mark.usefixtures("content")
def test_a_history_week_by_week(owner: User) -> None:
    for number in (2, 4, 6, 9, 12):
        leg_day(owner, day(number))
    leg_day(owner, day(17), but=("leg-press",))
    found = page(owner)
    assert [(len(each.sessions), each.goal) for each in found.weeks[:4]] == [
        (1, Goal.OPEN), (2, Goal.MET), (3, Goal.FULL), (0, Goal.OPEN)
    ]  # fmt: skip
    assert found.run == Run(2, 2, 2, whole=False)
    assert [share.value for share in found.weeks[1].shares] == ["20", "11", "25", "6"]
    assert (len(found.weeks), found.older, found.newer) == (13, None, None)


@pytest.mark.django_db
@pytest.mark.usefixtures("content")
def test_a_deload_week_is_planned_rest(owner: User) -> None:
    for number in (2, 4):
        leg_day(owner, day(number))
    for number in (9, 12):
        leg_day(owner, day(number), deload=True)
    found = page(owner)
    assert [each.planned_rest for each in found.weeks[:3]] == [False, True, False]
    assert found.run == Run(1, 1, 1, whole=False)


@pytest.mark.django_db
@pytest.mark.usefixtures("content")
def test_the_goal_is_the_lifter_s(owner: User) -> None:
    owner.preferences.goal_low, owner.preferences.goal_high = 1, 1
    leg_day(owner, day(9))
    found = page(owner)
    assert found.weeks[1].goal == Goal.FULL
    assert found.run == Run(1, 1, 1, whole=False)


@pytest.mark.django_db
@pytest.mark.usefixtures("content")
def test_older_weeks_stand_on_further_pages(owner: User) -> None:
    first = MONDAY - datetime.timedelta(weeks=20)
    leg_day(owner, first)
    newest = page(owner)
    assert newest.older == "2026-W34"
    older = page(owner, read_week("2026-W34", TODAY))
    assert older.weeks[7].monday == first
    assert len(older.weeks[7].sessions) == 1
    assert (older.run, older.newer, older.older) == (None, "2026-W47", None)


@pytest.mark.django_db
@pytest.mark.parametrize("edge", [datetime.date(1950, 1, 1), datetime.date(2199, 12, 31)])
def test_the_ends_of_the_log_have_weeks(owner: User, edge: datetime.date) -> None:
    assert len(weeks_page(owner, monday=monday_of(edge), today=edge).weeks) == 13
