"""training-science 3.5, the rules' edges: where words leave room, and where the grid ends."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.science.gear import COARSE, LUNGE, SLED, SQUAT, STACK, Rir, by, d, day, gist, sets
from workouts.science.grids import explicit
from workouts.science.progression import Prescription, Session, WorkingSet, recommend

MISS = day(70, [8, 8, 8, 7], 1)
BIGMISS = day(70, [4, 4, 4, 4], 0)
IN_RANGE = day(70, [9, 9, 8, 8], 2)


def squat(*history: Session, gap: int = 3) -> tuple[str, str | None, int | None]:
    return gist(recommend(SQUAT, history, gap))


@pytest.mark.parametrize(
    ("gap", "expected"),
    [
        (0, ("UP", "102.5", 8)),
        (10, ("UP", "102.5", 8)),
        (11, ("HOLD", "100", 8)),
        (14, ("HOLD", "100", 8)),
        (15, ("LAYOFF", "90", 8)),
        (28, ("LAYOFF", "90", 8)),
        (29, ("LAYOFF", "80", 8)),
        (56, ("LAYOFF", "80", 8)),
        (57, ("LAYOFF", "70", 8)),
        (112, ("LAYOFF", "70", 8)),
        (113, ("RESTART", "50", 8)),
    ],
)
def test_days_off(gap: int, expected: tuple[str, str, int]) -> None:
    assert squat(day(100, [10] * 4, 2), gap=gap) == expected


def test_days_off_come_before_the_classes() -> None:
    assert squat(BIGMISS, gap=12) == ("HOLD", "70", 8)
    assert squat(MISS, MISS, MISS, gap=20) == ("LAYOFF", "62.5", 8)


def test_an_unknown_gap_is_no_gap() -> None:
    assert recommend(SQUAT, [MISS], None).action == "HOLD"


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


@pytest.mark.parametrize(
    ("before", "action"),
    [
        (day(60, [10] * 4, 2), "UP"),
        (day(60, [10] * 4, 4), "UP"),
        (day(60, [10] * 4, 0), "UP"),
        (day(60, [10] * 4, None), "UP"),
        (day(60, [10] * 4, 6), "HOLD"),
        (day("57.5", [10] * 4, 0), "HOLD"),
        (day(60, [9] * 4, 0), "HOLD"),
        (day(60, [10] * 2, 0), "HOLD"),
    ],
)
def test_a_hard_top_holds_once(before: Session, action: str) -> None:
    assert recommend(SQUAT, [day(60, [10] * 4, 0), before], 3).action == action


def test_a_hard_top_holds_with_the_top_as_goal_and_looks_one_session_back() -> None:
    hard = day(60, [10] * 4, 0)
    assert squat(hard) == ("HOLD", "60", 10)
    assert squat(hard, day(60, [9] * 4, 0), hard) == ("HOLD", "60", 10)


@pytest.mark.parametrize(
    ("history", "expected"),
    [
        ([MISS, MISS], ("HOLD", "70", 8)),
        ([MISS, BIGMISS, MISS], ("RESET", "62.5", 8)),
        ([MISS, MISS, MISS, MISS], ("RESET", "62.5", 8)),
        ([BIGMISS, MISS, MISS], ("DOWN", "65", 8)),
        ([MISS, MISS, IN_RANGE, MISS], ("HOLD", "70", 8)),
        ([MISS, MISS, day("67.5", [7] * 4)], ("HOLD", "70", 8)),
        ([MISS, day(70, [8]), MISS, day(70, [8, 8]), MISS], ("RESET", "62.5", 8)),
        ([MISS, MISS, day(65, [8, 8]), MISS], ("HOLD", "70", 8)),
        ([MISS, MISS, Session(sets(70, [8] * 3) + sets(60, [8])), MISS], ("HOLD", "70", 8)),
    ],
)
def test_three_misses_in_a_row(history: list[Session], expected: tuple[str, str, int]) -> None:
    assert squat(*history) == expected


def test_a_decrease_is_at_least_one_grid_value_and_ends_at_the_lightest() -> None:
    assert squat(day(25, [4] * 4)) == ("DOWN", "22.5", 8)
    assert squat(day(20, [4] * 4)) == ("DOWN", "20", 8)
    assert squat(day("22.5", [4] * 4)) == ("DOWN", "20", 8)
    assert squat(day(61, [4] * 4)) == ("DOWN", "57.5", 8)
    assert squat(day(15, [4] * 4)) == ("DOWN", "20", 8)
    advice = recommend(SQUAT, [day(20, [4] * 4)], 3)
    assert advice.reason == "Your sets were far below 8 reps at 20 kg: take 20 kg, the lightest there is."
    assert gist(recommend(STACK, [day(50, [3] * 3)], 3)) == ("DOWN", "40", 10)


def test_a_normal_step_skips_smaller_grid_values() -> None:
    fine = replace(SQUAT, grid=explicit(d(60) + d(n) / 4 for n in range(100)))
    assert gist(recommend(fine, [day(60, [10] * 4, 2)], 3)) == ("UP", "62.5", 8)
    assert gist(recommend(fine, [day("60.1", [10] * 4, 2)], 3)) == ("UP", "60.25", 8)
    assert gist(recommend(replace(fine, normal_step=None), [day(60, [10] * 4, 2)], 3)) == ("UP", "60.25", 8)
    assert gist(recommend(fine, [day(60, [10] * 4, 4)], 3)) == ("UP", "65", 8)


@pytest.mark.parametrize(
    ("weight", "expected"),
    [("25", ("UP", "27.5", 8)), ("50", ("UP", "55", 8)), ("47.5", ("UP", "50", 8))],
)
def test_two_steps_only_up_to_the_cap(weight: str, expected: tuple[str, str, int]) -> None:
    assert squat(day(weight, [10] * 4, 4)) == expected


def test_exactly_ten_percent_is_not_coarse() -> None:
    assert squat(day(25, [10] * 4, 2)) == ("UP", "27.5", 8)
    assert squat(day("22.5", [10] * 4, 2)) == ("REPS", "22.5", 13)


def test_the_cap_is_the_prescriptions_own() -> None:
    tight = replace(SQUAT, cap=d("0.04"))
    assert recommend(tight, [day(60, [10] * 4, 2)], 3).reason_code == "rise_coarse"
    assert gist(recommend(tight, [day(50, [8, 9, 9, 9], 5)], 3))[:2] == ("UP", "52.5")
    free = replace(SQUAT, cap=None)
    assert gist(recommend(free, [day(20, [10] * 4, 4)], 3)) == ("UP", "25", 8)


@pytest.mark.parametrize(
    ("reps", "rir", "expected"),
    [
        ([12, 13, 13, 13], 2, ("REPS", "20", 13)),
        ([13, 13, 13, 13], 2, ("UP", "22.5", 8)),
        ([12, 12, 12, 12], 3, ("UP", "22.5", 8)),
        ([12, 12, 12, 12], "2.5", ("REPS", "20", 13)),
        ([13, 13, 13, 13], 1, ("UP", "22.5", 8)),
        ([12, 12, 12, 12], None, ("REPS", "20", 13)),
        ([13, 13, 13, 13], None, ("UP", "22.5", 8)),
        ([8, 8, 8, 8], 6, ("REPS", "20", 13)),
        ([8, 8, 8, 8], 7, ("UP", "22.5", 8)),
    ],
)
def test_a_coarse_step_is_earned_with_reps_and_surplus_reserve(
    reps: list[int], rir: str | int | None, expected: tuple[str, str, int]
) -> None:
    assert squat(day(20, reps, rir)) == expected


def test_a_half_rep_of_target_is_counted_exactly() -> None:
    half = replace(SQUAT, target_rir=d("2.5"))
    # 22.5 / 20 * 40.5 - 32.5 = 13.0625: fourteen.
    assert gist(recommend(half, [day(20, [13] * 4, "2.5")], 3)) == ("REPS", "20", 14)


def test_the_least_fraction_asks_for_a_whole_rep() -> None:
    # 4 / 3 * 40 - 32 = 21.33: twenty-two.
    long = Prescription(3, 8, 20, explicit([d(3), d(4)]))
    assert gist(recommend(long, [day(3, [21] * 3, 2)], 3)) == ("REPS", "3", 22)


def test_fractions_of_a_kilogram_are_loads() -> None:
    light = replace(SQUAT, grid=explicit([d("0.5"), d("0.55"), d(1)]), normal_step=None)
    advice = recommend(light, [day("0.5", [10] * 4, 2)], 3)
    assert (*gist(advice), advice.reason_code) == ("UP", "0.55", 8, "rise")
    assert "(+10 %)" in advice.reason


def test_needed_reps_end_five_over_the_range() -> None:
    assert gist(recommend(COARSE, [day(20, [12] * 3, 2)], 3)) == ("REPS", "20", 13)
    assert gist(recommend(COARSE, [day(20, [13] * 3, 2)], 3)) == ("UP", "40", 5)


def test_a_hard_top_repeated_still_has_to_earn_a_coarse_step() -> None:
    hard = day(20, [10] * 4, 0)
    assert squat(hard, hard) == ("REPS", "20", 13)


def test_an_empty_sled_rises_to_its_first_weight_without_a_cap() -> None:
    empty = day(0, [12] * 3, 2)
    assert gist(recommend(SLED, [empty], 3)) == ("UP", "5", 10)
    assert gist(recommend(SLED, [day(0, [12] * 3, 6)], 3)) == ("UP", "5", 10)
    assert gist(recommend(STACK, [empty], 3)) == ("UP", "10", 10)
    assert recommend(SLED, [empty], 3).reason.endswith("add the first weight, 5 kg.")
    fine = replace(SLED, grid=explicit([d(0), d("2.5"), d(5)]))
    assert gist(recommend(fine, [empty], 3)) == ("UP", "2.5", 10)
    only_zero = replace(SLED, grid=(d(0),))
    assert recommend(only_zero, [empty], 3).action == "MAXED"


def test_nothing_heavier_on_the_grid() -> None:
    assert gist(recommend(STACK, [day(200, [12, 13, 14], 2)], 3)) == ("MAXED", "200", 13)
    assert gist(recommend(STACK, [day(250, [12, 12, 12], 6)], 3)) == ("MAXED", "250", 13)
    assert gist(recommend(STACK, [day(190, [12, 12, 12], 4)], 3)) == ("UP", "200", 10)


@pytest.mark.parametrize(
    ("reps", "rir", "expected"),
    [
        ([10, 10, 10], 6, ("REPS", None, 11)),
        ([14, 14, 15], 2, ("REPS", None, 15)),
        ([15, 15, 15], None, ("ADDLOAD", None, 10)),
        ([9, 9, 9], 2, ("HOLD", "0", 10)),
        ([5, 5, 5], 2, ("DOWN", "0", 10)),
        ([10, 10], 2, ("HOLD", "0", 10)),
        ([10, 10, 10], 0, ("HOLD", "0", 10)),
    ],
)
def test_body_weight(reps: list[int], rir: int | None, expected: tuple[str, str | None, int]) -> None:
    assert gist(recommend(LUNGE, [day(0, reps, rir)], 3)) == expected


def test_body_weight_reductions_leave_nothing_and_the_low_end() -> None:
    missed = day(0, [9, 9, 9])
    assert gist(recommend(LUNGE, [missed] * 3, 3)) == ("RESET", "0", 10)
    assert gist(recommend(LUNGE, [missed], 30)) == ("LAYOFF", "0", 10)
    assert gist(recommend(LUNGE, [missed], 300)) == ("RESTART", "0", 10)
    assert gist(recommend(LUNGE, [missed], 12)) == ("HOLD", "0", 10)
    assert recommend(LUNGE, [missed], 30).reason.endswith("go back to 10 per side (20 steps).")


def test_body_weight_with_a_range_and_the_usual_ceiling() -> None:
    split = replace(LUNGE, low=8, high=12, rep_ceiling=None, style="per_side")
    assert gist(recommend(split, [day(0, [12, 11, 10], 2)], 3)) == ("HOLD", "0", 34)
    assert gist(recommend(split, [day(0, [9, 9, 8], 6)], 3)) == ("REPS", None, 9)
    assert gist(recommend(split, [day(0, [15, 15, 15], 2)], 3)) == ("ADDLOAD", None, 8)
    assert gist(recommend(split, [day(0, [14, 15, 15], 2)], 3)) == ("REPS", None, 15)
    stale = [day(0, [10, 10, 10], 2)] * 5
    assert gist(recommend(split, stale, 3)) == ("PLATEAU", "0", 8)
    assert gist(recommend(replace(split, rep_ceiling=20), [day(0, [15] * 3, 2)], 3)) == ("REPS", None, 16)


def test_a_session_is_judged_by_its_own_snapshot() -> None:
    easier = Prescription(3, 6, 8, SQUAT.grid, normal_step=d("2.5"))
    old = Session(sets(60, [8, 8, 8], 2), easier)
    assert squat(old) == ("UP", "62.5", 8)
    assert squat(Session(sets(60, [8, 8, 8], 2))) == ("HOLD", "60", 8)
    missed = Session(sets(70, [9, 9, 9, 9]), replace(SQUAT, low=10, high=12))
    assert squat(missed, missed, missed) == ("RESET", "62.5", 8)
    assert "below 10." in recommend(SQUAT, [missed], 3).reason


def test_the_grid_of_today_makes_the_suggestion() -> None:
    then = Session(sets(100, [12] * 3, 2), SLED)
    assert gist(recommend(replace(SLED, grid=by(20, 300)), [then], 3))[:2] == ("REPS", "100")


def test_after_body_weight_the_first_load() -> None:
    then = Session(sets(0, [15] * 3, 2), LUNGE)
    loaded = replace(LUNGE, load_kind="load", grid=by(2, 40, 2))
    assert gist(recommend(loaded, [then], 3)) == ("UP", "2", 10)


def test_the_least_prescription_is_one_set_of_one() -> None:
    single = Prescription(1, 1, 1, (d(20), d(22)))
    assert gist(recommend(single, [day(20, [1], 2)], 3)) == ("UP", "22", 1)
    assert gist(recommend(single, [day(20, [0], 2)], 3)) == ("HOLD", "20", 1)


@pytest.mark.parametrize("wrong", [{"sets": 0}, {"low": 0}, {"low": 11}, {"grid": ()}])
def test_impossible_prescriptions_are_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=r"^(a prescription needs a set|an exercise with load needs a grid)"):
        Prescription(**{"sets": 4, "low": 8, "high": 10, "grid": (Decimal(20),)} | wrong)  # type: ignore[arg-type]
