"""training-science 2.1-2.4: what a set says about the heaviest single."""

from decimal import ROUND_DOWN, Decimal, localcontext

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workouts.science.one_rep_max import (
    Estimate,
    Formula,
    Grade,
    best_of,
    estimate,
    is_record,
    load_for,
    one_decimal,
    raw,
)

FORMULAS = [Formula.EPLEY, Formula.BRZYCKI, Formula.LOMBARDI, Formula.OCONNER, Formula.WATHAN, Formula.MAYHEW]

# 2.2, w = 100: reps, then the formulas in the order above.
VECTORS = [
    (1, "103.33 100.00 100.00 102.50 101.30 108.86"),
    (2, "106.67 102.86 107.18 105.00 105.15 111.44"),
    (3, "110.00 105.88 111.61 107.50 108.98 113.99"),
    (5, "116.67 112.50 117.46 112.50 116.58 119.01"),
    (8, "126.67 124.14 123.11 120.00 127.67 126.29"),
    (10, "133.33 133.33 125.89 125.00 134.75 130.93"),
    (12, "140.00 144.00 128.21 130.00 141.50 135.40"),
    (15, "150.00 163.64 131.10 137.50 150.91 141.72"),
    (20, "166.67 211.76 134.93 150.00 164.46 151.18"),
]

# 2.4: weight, reps, RIR, result, grade.
WORKED = [
    ("100", 1, "0", "100.0", "A"),
    ("100", 5, "0", "116.7", "A"),
    ("100", 5, "2", "123.3", "B"),
    ("225", 5, "1", "270.0", "A"),
    ("80", 8, "2", "106.7", "B"),
    ("60", 10, "2", "84.0", "C"),
    ("60", 10, None, "80.0", "B"),
    ("140", 12, "2", "205.3", "C"),
    ("140", 12, "4", None, None),
    ("40", 15, "1", None, None),
    ("100", 8, "6", None, None),
    ("0", 10, "2", None, None),
]

CELLS = [(formula, reps, cell) for reps, row in VECTORS for formula, cell in zip(FORMULAS, row.split(), strict=True)]


@pytest.mark.parametrize(("formula", "reps", "expected"), CELLS)
def test_table_2_2_formulas_at_100(formula: Formula, reps: int, expected: str) -> None:
    assert raw(formula, Decimal(100), reps).quantize(Decimal("0.01")) == Decimal(expected)


@pytest.mark.parametrize(("weight", "reps", "rir", "result", "grade"), WORKED)
def test_table_2_4_worked_examples(
    weight: str, reps: int, rir: str | None, result: str | None, grade: str | None
) -> None:
    found = estimate(Decimal(weight), reps, None if rir is None else Decimal(rir))
    if result is None:
        assert found is None
    else:
        assert found is not None
        assert str(one_decimal(found.value)) == result
        assert (found.grade, found.at_least) == (grade, rir is None)


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_single_is_itself_by_every_formula(formula: Formula) -> None:
    assert estimate(Decimal("142.5"), 1, 0, formula) == Estimate(Decimal("142.5"), Grade.A, False)


def test_other_formulas_are_used_when_chosen() -> None:
    found = estimate(Decimal(100), 8, 2, Formula.BRZYCKI)
    assert found is not None
    assert str(one_decimal(found.value)) == "133.3"
    wathan = estimate(Decimal(100), 8, 2, Formula.WATHAN)
    assert wathan is not None
    assert str(one_decimal(wathan.value)) == "134.7"


@pytest.mark.parametrize(
    ("reps", "rir", "grade"),
    [(6, "0", "A"), (6, "0.5", "B"), (10, "0", "B"), (10, "0.5", "C"), (12, "3", "C"), (10, "5", "C"), (1, "5", "A")],
)
def test_grades_with_half_reps_in_reserve(reps: int, rir: str, grade: str) -> None:
    found = estimate(Decimal(50), reps, Decimal(rir))
    assert found is not None
    assert found.grade == grade


@pytest.mark.parametrize(
    ("weight", "reps", "rir"),
    [("50", 12, "3.5"), ("50", 13, None), ("50", 3, "5.5"), ("50", 0, None), ("50", 0, "2"), ("-5", 5, "2")],
)
def test_where_there_is_no_estimate(weight: str, reps: int, rir: str | None) -> None:
    assert estimate(Decimal(weight), reps, None if rir is None else Decimal(rir)) is None


def test_light_loads_have_estimates() -> None:
    assert estimate(Decimal("0.5"), 10, 0) is not None


def test_brzycki_ends_at_37() -> None:
    assert raw(Formula.BRZYCKI, Decimal(1), 36) == 36
    with pytest.raises(ValueError, match=r"^Brzycki's equation ends below 37 repetitions"):
        raw(Formula.BRZYCKI, Decimal(100), 37)


def test_a_session_is_worth_its_best_set() -> None:
    found = [estimate(Decimal(100), 5, 0), None, estimate(Decimal(100), 6, None), estimate(Decimal(100), 4, 1)]
    assert best_of(found) == Estimate(Decimal(120), Grade.A, True)
    assert best_of([None]) is None
    assert best_of([]) is None


def test_the_inverse_gives_the_load_for_a_target() -> None:
    assert load_for(Decimal(100), 8, 2) == 75
    assert load_for(Decimal(100), 10) == 75
    assert load_for(Decimal("97.5"), 1) == Decimal("97.5")


@pytest.mark.parametrize(
    ("new", "best", "record"),
    [
        ("60000", None, True),
        ("60500", "60000", True),
        ("60499", "60000", False),
        ("201000", "200000", True),
        ("200999", "200000", False),
        ("60000", "60000", False),
        ("50000", "60000", False),
    ],
)
def test_records_must_be_more_than_noise(new: str, best: str | None, record: bool) -> None:
    assert is_record(Decimal(new), None if best is None else Decimal(best)) is record


def test_rounding_is_half_away_from_zero() -> None:
    assert [str(one_decimal(Decimal(x))) for x in ("0.25", "0.35", "0.249")] == ["0.3", "0.4", "0.2"]


def test_the_callers_precision_changes_nothing() -> None:
    with localcontext(prec=3, rounding=ROUND_DOWN):
        assert raw(Formula.EPLEY, Decimal("102.525"), 5) == Decimal("119.6125")
        assert load_for(Decimal("119.6125"), 5) == Decimal("102.525")
        assert str(one_decimal(Decimal("1234.25"))) == "1234.3"


@settings(deadline=None)
@given(st.integers(1, 400000), st.integers(1, 12), st.integers(0, 6))
def test_the_inverse_undoes_the_estimate(thousandths: int, reps: int, half_rir: int) -> None:
    weight, rir = Decimal(thousandths) / 1000, Decimal(half_rir) / 2
    found = estimate(weight, reps, rir)
    assert found is not None
    assert load_for(found.value, reps, rir).quantize(Decimal("0.000001")) == weight
