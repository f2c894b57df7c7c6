"""training-science 3.5: which sets of a session are judged, by what, and what class they come to."""

from dataclasses import replace

import pytest

from tests.science.gear import SLED, SQUAT, Rir, d, day, gist, sets
from workouts.science.progression import Prescription, Session, WorkingSet, recommend

MISS = day(70, [8, 8, 8, 7], 1)


def squat(*history: Session, gap: int = 3) -> tuple[str, str | None, int | None]:
    return gist(recommend(SQUAT, history, gap))


def test_sessions_without_sets_say_nothing() -> None:
    assert recommend(SQUAT, [Session(())], None).action == "START"
    assert squat(Session(()), MISS, Session(()), MISS, MISS) == ("RESET", "62.5", 8)


@pytest.mark.parametrize(
    ("weights", "working"),
    [
        ([60, 60, 60, 60], "60"),
        ([70, 60, 60, 60], "60"),
        ([70, 70, 60, 60], "70"),
        ([60, 70, 60, 80], "70"),
        ([50, 60, 70, 80], "70"),
        ([80], "80"),
    ],
)
def test_the_working_weight_is_what_half_the_sets_used_or_more(weights: list[int], working: str) -> None:
    history = [Session(tuple(WorkingSet(d(weight), 9, 2) for weight in weights))]
    assert gist(recommend(SQUAT, history, 12)) == ("HOLD", working, 8)


def test_half_of_three_sets_is_two() -> None:
    history = [Session(sets(105, [12], 2) + sets(100, [12, 12], 2))]
    assert gist(recommend(SLED, history, 12))[1] == "100"
    assert gist(recommend(SLED, [Session(sets(105, [12, 12], 2) + sets(100, [12], 2))], 12))[1] == "105"


def test_heavier_sets_are_judged_and_lighter_ones_are_not() -> None:
    heavy_miss = Session(sets(75, [5], 0) + sets(70, [10, 10, 10], 2))
    assert recommend(SQUAT, [heavy_miss], 3).reason_code == "miss"
    light_miss = Session(sets(70, [10, 10, 10, 10], 2) + sets(60, [3], 0))
    assert squat(light_miss) == ("UP", "72.5", 8)


def test_only_the_first_prescribed_sets_are_judged() -> None:
    assert squat(day(60, [10, 10, 10, 10, 2], [2, 2, 2, 2, 0])) == ("UP", "62.5", 8)
    assert recommend(SQUAT, [day(60, [2, 10, 10, 10, 10])], 3).reason_code == "miss"


def test_under_half_the_sets_is_cut_short_whatever_they_were() -> None:
    assert recommend(SQUAT, [day(60, [2])], 3).reason_code == "cut_short"
    assert recommend(SQUAT, [day(60, [2, 2])], 3).action == "DOWN"
    first = Session(sets(60, [9]) + sets(50, [9]))
    assert gist(recommend(replace(SQUAT, sets=6), [first], 3)) == ("HOLD", "60", 8)


@pytest.mark.parametrize(
    ("reps", "code"),
    [
        ([6, 6, 6, 6], "miss"),
        ([6, 6, 6, 5], "big_miss"),
        ([10, 10, 4, 0], "miss"),
        ([7, 10], "miss"),
        ([5, 6], "big_miss"),
        ([8, 8], "cut_short"),
        ([8, 8, 8, 8], "in_range"),
        ([10, 10, 10, 9], "in_range"),
    ],
)
def test_misses_come_before_what_is_missing(reps: list[int], code: str) -> None:
    assert recommend(SQUAT, [day(60, reps, 2)], 3).reason_code == code


@pytest.mark.parametrize("light", [1, 2, 3])
def test_back_off_sets_hold(light: int) -> None:
    history = [Session(sets(60, [10, 10, 10], 2) + sets(50, [12] * light, 2))]
    advice = recommend(SQUAT, history, 3)
    assert (*gist(advice), advice.reason_code) == ("HOLD", "60", 8, "back_off_sets")


@pytest.mark.parametrize(
    ("reps", "rir", "code"),
    [
        ([8, 9, 9, 10], 5, "rise"),
        ([8, 9, 9, 10], "4.5", "in_range"),
        ([10] * 4, "4", "rise_two_steps"),
        ([10] * 4, "5", "rise_two_steps"),
        ([10] * 4, "3.5", "rise"),
        ([10] * 4, "1", "rise"),
        ([10] * 4, "0.5", "top_no_reserve"),
        ([12, 11, 10, 10], [None, None, None, 0], "top_no_reserve"),
        ([10] * 4, [5, None, 4, None], "rise_two_steps"),
        ([10] * 4, None, "rise"),
        ([10, 10, 10, 9], None, "in_range"),
    ],
)
def test_classes_by_effort(reps: list[int], rir: Rir | list[Rir], code: str) -> None:
    assert recommend(SQUAT, [day(60, reps, rir)], 3).reason_code == code


def test_a_target_of_three_moves_every_threshold() -> None:
    beginner = replace(SQUAT, target_rir=3)
    codes = [recommend(beginner, [day(60, [10] * 4, rir)], 3).reason_code for rir in (1, 2, 4, 5, 6)]
    assert codes == ["top_no_reserve", "rise", "rise", "rise_two_steps", "rise_two_steps"]
    assert recommend(beginner, [day(60, [8] * 4, 5)], 3).reason_code == "in_range"
    assert recommend(beginner, [day(60, [8] * 4, 6)], 3).reason_code == "rise"


def test_a_session_is_judged_by_its_own_snapshot() -> None:
    easier = Prescription(3, 6, 8, SQUAT.grid, normal_step=d("2.5"))
    old = Session(sets(60, [8, 8, 8], 2), easier)
    assert squat(old) == ("UP", "62.5", 8)
    assert squat(Session(sets(60, [8, 8, 8], 2))) == ("HOLD", "60", 8)
    missed = Session(sets(70, [9, 9, 9, 9]), replace(SQUAT, low=10, high=12))
    assert squat(missed, missed, missed) == ("RESET", "62.5", 8)
    assert "below 10." in recommend(SQUAT, [missed], 3).reason
