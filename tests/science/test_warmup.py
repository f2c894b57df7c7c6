"""training-science 5.1: warm-up ramps."""

import pytest

from tests.science.gear import KG_BAR, LB_BAR, STACK, by, d
from workouts.science.grids import Grid
from workouts.science.warmup import Plan, warm_up

TABLE = [
    ("20", KG_BAR, ""),
    ("27.5", KG_BAR, "20x8"),
    ("40", KG_BAR, "20x8 27.5x5"),
    ("60", KG_BAR, "20x8 30x5 45x3"),
    ("100", KG_BAR, "20x8 50x5 75x3"),
    ("120", KG_BAR, "20x8 47.5x5 70x4 95x2"),
    ("140", KG_BAR, "20x8 55x5 82.5x4 110x2"),
    ("135", LB_BAR, "45x8 65x5 100x3"),
    ("225", LB_BAR, "45x8 110x5 165x3"),
    ("275", LB_BAR, "45x8 110x5 165x4 220x2"),
]


def ramp(weight: str, grid: Grid, plan: Plan = Plan.FULL) -> str:
    return " ".join(f"{one.weight}x{one.reps}" for one in warm_up(d(weight), grid, plan))


@pytest.mark.parametrize(("weight", "grid", "expected"), TABLE)
def test_table_5_1(weight: str, grid: Grid, expected: str) -> None:
    assert ramp(weight, grid) == expected


@pytest.mark.parametrize(
    ("weight", "expected"),
    [
        ("15", ""),
        ("21", ""),
        ("22.5", "20x8"),
        ("29.9", "20x8"),
        ("30", "20x8"),
        ("32.5", "20x8 22.5x5"),
        ("59.9", "20x8 40x5"),
        ("117.5", "20x8 57.5x5 87.5x3"),
    ],
)
def test_edges_of_the_ramp(weight: str, expected: str) -> None:
    assert ramp(weight, KG_BAR) == expected


def test_a_set_not_above_the_one_before_is_dropped() -> None:
    assert ramp("60", (d(20), d(40), d(60))) == "20x8 40x3"


def test_a_set_over_nine_tenths_is_dropped() -> None:
    assert ramp("20", by(1, 40, 19)) == ""
    assert ramp("20", by(1, 40, 18)) == "18x8"


def test_an_empty_sled_counts_as_the_lightest() -> None:
    assert ramp("100", by(5, 300)) == "0x8 40x5 60x4 80x2"
    assert ramp("0", by(5, 300)) == ""


@pytest.mark.parametrize(
    ("weight", "grid", "plan", "expected"),
    [
        ("60", KG_BAR, Plan.HINGE_AFTER_SQUAT, "35x5"),
        ("30", KG_BAR, Plan.HINGE_AFTER_SQUAT, "20x5"),
        ("29.9", KG_BAR, Plan.HINGE_AFTER_SQUAT, ""),
        ("100", by(5, 300), Plan.PRESS, "50x8 75x4"),
        ("10", STACK.grid, Plan.PRESS, ""),
        ("20", STACK.grid, Plan.PRESS, "10x8"),
        ("60", STACK.grid, Plan.CALF, "30x10"),
        ("10", by(2, 40, 2), Plan.LUNGE, "0x10"),
        ("1", by(2, 40, 2), Plan.LUNGE, "0x10"),
        ("0", by(2, 40, 2), Plan.LUNGE, ""),
    ],
)
def test_short_warm_ups_after_the_first_exercise(weight: str, grid: Grid, plan: Plan, expected: str) -> None:
    assert ramp(weight, grid, plan) == expected
