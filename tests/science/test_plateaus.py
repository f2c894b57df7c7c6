"""training-science 3.5, rule 9: plateaus; and the offer of a lighter week."""

from datetime import date, timedelta

import pytest

from tests.science.gear import LUNGE, SQUAT, d, day, sets
from workouts.science.progression import Action, Session, recommend
from workouts.science.progression.deload import (
    LighterSession,
    Stall,
    deload_offer,
    lighter,
    unbroken_weeks,
)

TODAY = date(2025, 11, 14)
HARD = day(60, [10] * 4, 0)
MISS = day(60, [9, 9, 8, 7], 0)


def total(reps: int) -> Session:
    """Four sets in range with so many reps in all (32-39)."""
    extra = reps - 32
    return day(60, [8 + (extra + 3 - at) // 4 for at in range(4)], 2)


def advised(*history: Session) -> str:
    return recommend(SQUAT, history, 3).reason_code


@pytest.mark.parametrize(
    ("newest_first", "code"),
    [
        ([34, 34, 34, 34, 36], "plateau"),
        ([34, 34, 34, 36], "in_range"),
        ([34, 34, 34, 34, 34], "plateau"),
        ([34, 34, 34, 34], "in_range"),
        ([34, 34, 35, 34, 34, 36, 34], "plateau"),
        ([37, 34, 34, 34, 36], "in_range"),
        ([36, 36, 36, 37, 36], "in_range"),
        ([35, 35, 35, 35, 34, 33], "in_range"),
        ([35, 35, 35, 35, 35, 33], "plateau"),
    ],
)
def test_four_sessions_without_a_new_best(newest_first: list[int], code: str) -> None:
    assert advised(*map(total, newest_first)) == code


@pytest.mark.parametrize(
    ("between", "code"),
    [
        (HARD, "in_range"),
        (MISS, "plateau"),
        (day(60, [8, 8]), "in_range"),
        (day(60, [10] * 4, 2), "in_range"),
        (day("57.5", [8] * 4, 2), "in_range"),
        (day(60, [4] * 4), "in_range"),
        (Session(sets(60, [8, 8, 8]) + sets(50, [8])), "in_range"),
    ],
)
def test_what_a_run_is_made_of(between: Session, code: str) -> None:
    # HARD belongs to the run, but its 40 reps are a new best.
    assert advised(total(34), total(34), total(34), between, total(36)) == code


def test_a_hard_top_can_be_the_best_of_a_run() -> None:
    assert advised(*[total(36)] * 4, HARD) == "plateau"


def test_a_plateau_is_only_called_in_range() -> None:
    assert advised(MISS, *[total(34)] * 5) == "miss"


def test_the_third_plateau_offers_another_variant_first() -> None:
    stuck = [total(34)] * 5
    rise = [day(60, [10] * 4, 2)]
    assert advised(*stuck, *rise, *stuck) == "plateau"
    advice = recommend(SQUAT, [*stuck, *rise, *stuck, *rise, *stuck], 3)
    assert (advice.action, advice.reason_code, str(advice.weight)) == ("PLATEAU", "plateau_variant", "52.5")
    assert advice.reason == (
        "No new best in 4 sessions at 60 kg, and not for the first time: try another variant first,"
        " or else take 52.5 kg instead of 60 kg and rebuild."
    )


def test_a_plateau_counts_once_however_long_it_lasts() -> None:
    assert advised(*[total(34)] * 30) == "plateau"


def test_an_earlier_plateau_that_was_overcome_counts() -> None:
    overcome = [total(36), *[total(34)] * 5]
    rise = [day(60, [10] * 4, 2)]
    assert advised(*[total(34)] * 5, *rise, *overcome, *rise, *overcome) == "plateau_variant"
    missed = [MISS, *[total(34)] * 4]
    assert advised(*[total(34)] * 5, *rise, *missed, *rise, *missed) == "plateau"


def reset(exercise: str, days_ago: int) -> Stall:
    return Stall(exercise, TODAY - timedelta(days=days_ago), Action.RESET)


def plateau(days_ago: int) -> Stall:
    return Stall("squat", TODAY - timedelta(days=days_ago), Action.PLATEAU)


def every(days: int, span: int, first: int = 0) -> list[date]:
    return [TODAY - timedelta(days=back) for back in range(first, span + 1, days)]


def test_a_deload_is_offered_when_asked_for() -> None:
    assert deload_offer([], [], TODAY, asked=True) == "asked"
    assert deload_offer([], [], TODAY) is None


@pytest.mark.parametrize(
    ("stalls", "reason"),
    [
        ([reset("squat", 0), reset("press", 6)], "several_resets"),
        ([reset("squat", 0), reset("press", 7)], None),
        ([reset("squat", 0), reset("squat", 2)], None),
        ([reset("squat", 0), plateau(0)], None),
        ([reset("squat", 0), reset("press", -1)], None),
    ],
)
def test_two_resets_within_a_week(stalls: list[Stall], reason: str | None) -> None:
    assert deload_offer(stalls, [], TODAY) == reason


@pytest.mark.parametrize(
    ("stalls", "days", "reason"),
    [
        ([plateau(0)], every(3, 42), "many_weeks"),
        ([plateau(13)], every(3, 42), "many_weeks"),
        ([reset("squat", 13)], every(3, 42), "many_weeks"),
        ([plateau(14)], every(3, 42), None),
        ([], every(3, 42), None),
        ([Stall("squat", TODAY, Action.DOWN)], every(3, 42), None),
        ([plateau(0)], every(3, 30), None),
        ([plateau(0)], every(3, 33), "many_weeks"),
        ([plateau(0)], every(7, 70), None),
        ([plateau(0)], every(6, 70), "many_weeks"),
        ([plateau(0)], every(3, 70, first=7), None),
        ([plateau(0)], every(3, 70, first=6), "many_weeks"),
    ],
)
def test_six_weeks_and_a_stall(stalls: list[Stall], days: list[date], reason: str | None) -> None:
    assert deload_offer(stalls, days, TODAY) == reason


def test_unbroken_weeks_are_iso_weeks() -> None:
    # 14 November 2025 is a Friday.
    assert unbroken_weeks([], TODAY) == 0
    assert unbroken_weeks([TODAY, TODAY], TODAY) == 1
    assert unbroken_weeks(every(2, 4), TODAY) == 1
    assert unbroken_weeks(every(5, 5), TODAY) == 2
    assert unbroken_weeks([TODAY + timedelta(days=3), TODAY], TODAY) == 1


def test_a_lighter_session() -> None:
    assert lighter(SQUAT, d(60)) == LighterSession(2, d("52.5"), 4)
    assert lighter(SQUAT, d(20)) == LighterSession(2, d(20), 4)
    assert lighter(LUNGE, d(0)) == LighterSession(2, d(0), 4)
