"""training-science 4.4: rest days, from dates alone."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workouts.science.readiness import Goal, State, goal_of, is_leg_session, readiness

NOV = [date(2025, 10, 31) + timedelta(days=at) for at in range(31)]
OCT_20 = date(2025, 10, 20)

# The table of 4.4: sessions, today, state, code, first day advised.
TABLE = [
    ([], NOV[10], "FIRST", "first", None),
    ([NOV[10]], NOV[10], "DONE", "trained_today", NOV[12]),
    # 10 Nov 23:50, ended 00:40 on the 11th: its start date counts.
    ([NOV[10]], NOV[11], "REST", "rest_day", NOV[12]),
    ([NOV[10]], NOV[12], "READY", "ready", NOV[12]),
    ([NOV[8], NOV[10], NOV[12]], NOV[14], "REST", "three_in_seven_days", NOV[15]),
    ([NOV[8], NOV[10], NOV[12]], NOV[15], "READY", "ready", NOV[15]),
    ([NOV[10]], NOV[18], "READY", "few_days", NOV[18]),
    ([NOV[1]], NOV[13], "RETURN", "return_hold", NOV[13]),
    ([OCT_20], NOV[10], "RETURN", "return_lighter", NOV[10]),
    ([NOV[10], NOV[11]], NOV[12], "REST", "rest_day", NOV[13]),
]


@pytest.mark.parametrize(("days", "today", "state", "code", "following"), TABLE)
def test_table_4_4(days: list[date], today: date, state: str, code: str, following: date | None) -> None:
    found = readiness(days, today)
    assert (found.state, found.code, found.next_day) == (state, code, following)


@pytest.mark.parametrize(
    ("since", "code"),
    [
        (2, "ready"),
        (4, "ready"),
        (5, "few_days"),
        (10, "few_days"),
        (11, "return_hold"),
        (14, "return_hold"),
        (15, "return_lighter"),
    ],
)
def test_days_since_the_last(since: int, code: str) -> None:
    assert readiness([NOV[1]], NOV[1] + timedelta(days=since)).code == code


def test_monday_wednesday_friday_are_not_told_sunday() -> None:
    found = readiness([NOV[3], NOV[5], NOV[7]], NOV[8])
    assert (found.code, found.next_day) == ("rest_day", NOV[10])
    assert readiness([NOV[3], NOV[5], NOV[7]], NOV[7]).next_day == NOV[10]


def test_with_more_than_three_the_newest_three_decide() -> None:
    found = readiness([NOV[5], NOV[4], NOV[7], NOV[8]], NOV[10])
    assert (found.code, found.next_day) == ("three_in_seven_days", NOV[12])


def test_a_day_that_is_still_to_come_counts_as_today() -> None:
    assert readiness([NOV[11]], NOV[10]).state is State.DONE


@pytest.mark.parametrize(
    ("sessions", "goal"), [(0, Goal.OPEN), (1, Goal.OPEN), (2, Goal.MET), (3, Goal.FULL), (5, Goal.FULL)]
)
def test_the_goal_is_two_to_three(sessions: int, goal: Goal) -> None:
    assert goal_of(sessions) is goal


@pytest.mark.parametrize(("count", "is_one"), [(2, False), (3, True), (17, True)])
def test_three_sets_make_a_leg_session(count: int, is_one: bool) -> None:
    assert is_leg_session(count) is is_one


@settings(deadline=None)
@given(st.lists(st.integers(0, 30), max_size=12))
def test_on_the_day_advised_one_may_train(days_ago: list[int]) -> None:
    today = NOV[30]
    days = [today - timedelta(days=back) for back in days_ago]
    following = readiness(days, today).next_day
    if following is not None:
        assert readiness(days, following).state in (State.READY, State.RETURN)
        earlier = (today + timedelta(days=at) for at in range((following - today).days))
        assert all(readiness(days, day).state in (State.DONE, State.REST) for day in earlier)
