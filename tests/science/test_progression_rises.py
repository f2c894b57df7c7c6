"""training-science 3.5, rule 8: how far a weight rises, what earns a coarse step, and where the grid ends."""

from dataclasses import replace

import pytest

from tests.science.gear import COARSE, LUNGE, SLED, SQUAT, STACK, by, d, day, gist, sets
from workouts.science.grids import explicit
from workouts.science.progression import Prescription, Session, recommend


def squat(*history: Session, gap: int = 3) -> tuple[str, str | None, int | None]:
    return gist(recommend(SQUAT, history, gap))


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


def test_the_grid_of_today_makes_the_suggestion() -> None:
    then = Session(sets(100, [12] * 3, 2), SLED)
    assert gist(recommend(replace(SLED, grid=by(20, 300)), [then], 3))[:2] == ("REPS", "100")


def test_after_body_weight_the_first_load() -> None:
    then = Session(sets(0, [15] * 3, 2), LUNGE)
    loaded = replace(LUNGE, load_kind="load", grid=by(2, 40, 2))
    assert gist(recommend(loaded, [then], 3)) == ("UP", "2", 10)
