"""training-science 2.5: RPE, RIR and the RTS chart."""

from decimal import Decimal

import pytest

from workouts.science.effort import is_easy, rir_from_rpe, rpe_from_rir, rts_load, rts_one_rep_max, rts_percent
from workouts.science.one_rep_max import one_decimal

RPES = ["10", "9.5", "9", "8.5", "8", "7.5", "7", "6.5", "6"]
CHART = [
    (1, "100.0 97.8 95.5 93.9 92.2 90.7 89.2 87.8 86.3"),
    (2, "95.5 93.9 92.2 90.7 89.2 87.8 86.3 85.0 83.7"),
    (3, "92.2 90.7 89.2 87.8 86.3 85.0 83.7 82.4 81.1"),
    (4, "89.2 87.8 86.3 85.0 83.7 82.4 81.1 79.9 78.6"),
    (5, "86.3 85.0 83.7 82.4 81.1 79.9 78.6 77.4 76.2"),
    (6, "83.7 82.4 81.1 79.9 78.6 77.4 76.2 75.1 73.9"),
    (7, "81.1 79.9 78.6 77.4 76.2 75.1 73.9 72.3 70.7"),
    (8, "78.6 77.4 76.2 75.1 73.9 72.3 70.7 69.4 68.0"),
    (9, "76.2 75.1 73.9 72.3 70.7 69.4 68.0 66.7 65.3"),
    (10, "73.9 72.3 70.7 69.4 68.0 66.7 65.3 64.0 62.6"),
    (11, "70.7 69.4 68.0 66.7 65.3 64.0 62.6 61.3 59.9"),
    (12, "68.0 66.7 65.3 64.0 62.6 61.3 59.9 58.6 57.4"),
]
CELLS = [(reps, rpe, cell) for reps, row in CHART for rpe, cell in zip(RPES, row.split(), strict=True)]

# The upper table of 2.5. None: not converted.
SCALE = [
    ("10", "0"),
    ("9.5", "0.5"),
    ("9", "1"),
    ("8.5", "1.5"),
    ("8", "2"),
    ("7.5", "2.5"),
    ("7", "3"),
    ("6", "4"),
    ("5", "5"),
    ("4.5", None),
    ("4", None),
    ("1", None),
    ("10.5", None),
]


@pytest.mark.parametrize(("rpe", "rir"), SCALE)
def test_table_2_5_rpe_to_rir(rpe: str, rir: str | None) -> None:
    assert rir_from_rpe(Decimal(rpe)) == (None if rir is None else Decimal(rir))


@pytest.mark.parametrize(("rpe", "rir"), [pair for pair in SCALE if pair[1] is not None])
def test_table_2_5_rir_to_rpe(rpe: str, rir: str) -> None:
    assert rpe_from_rir(Decimal(rir)) == Decimal(rpe)


@pytest.mark.parametrize("rir", ["5.5", "10", "-0.5"])
def test_rir_beyond_the_scale_is_not_converted(rir: str) -> None:
    assert rpe_from_rir(Decimal(rir)) is None


@pytest.mark.parametrize(("reps", "rpe", "percent"), CELLS)
def test_table_2_5_the_rts_chart(reps: int, rpe: str, percent: str) -> None:
    assert rts_percent(reps, Decimal(rpe)) == Decimal(percent)


@pytest.mark.parametrize(("reps", "rpe"), [(0, "10"), (13, "10"), (5, "5.5"), (5, "10.5"), (5, "8.25"), (-1, "8")])
def test_the_chart_ends_at_its_edges(reps: int, rpe: str) -> None:
    with pytest.raises(ValueError, match=f"the chart has no {reps} reps at RPE {rpe}"):
        rts_percent(reps, Decimal(rpe))


def test_the_chart_both_ways() -> None:
    assert str(one_decimal(rts_one_rep_max(Decimal(100), 8, Decimal(8)))) == "135.3"
    assert str(one_decimal(rts_one_rep_max(Decimal(100), 10, Decimal(8)))) == "147.1"
    assert rts_load(Decimal(200), 8, Decimal(8)) == Decimal("147.8")


@pytest.mark.parametrize(("rir", "easy"), [(None, False), (5, False), (Decimal("5.5"), True), (6, True)])
def test_easy_sets_are_marked_above_five_in_reserve(rir: Decimal | int | None, easy: bool) -> None:
    assert is_easy(rir) is easy
