"""Weights as whole hundred-millionths of a gram: exact, and an integer for the database."""

from decimal import ROUND_HALF_UP, Decimal

from workouts.science.units import SAME_LOAD_GRAMS, Unit

PER_GRAM = 10**8
# Of a thousandth of the unit, which is the finest weight that is stored: a gram, or 0.45359237 g exactly.
KG, LB = PER_GRAM, 45_359_237
PER_THOUSANDTH = {Unit.KG: KG, Unit.LB: LB}
SAME_LOAD = int(SAME_LOAD_GRAMS) * PER_GRAM


def exact(value: Decimal, unit: Unit) -> int:
    """A weight in `unit` on this scale; rounded half up where it is an estimate that has no end."""
    return int((value * 1000 * PER_THOUSANDTH[unit]).to_integral_value(ROUND_HALF_UP))


def grams(value: int) -> Decimal:
    return Decimal(value).scaleb(-8)


def in_tenths(value: int, unit: Unit) -> int:
    """Tenths of `unit`, half away from zero."""
    return rounded(value, 100 * PER_THOUSANDTH[unit])


def rounded(value: int, by: int) -> int:
    """`value` (0 or more) divided by `by`, half up."""
    return (2 * value + by) // (2 * by)
