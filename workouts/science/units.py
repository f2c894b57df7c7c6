"""Kilograms and pounds, and the strict reading of typed numbers.

A weight is stored as it was typed (text), as a decimal (value) and with its unit; a converted number is only ever
shown, never written back. Source: the international yard and pound agreement of 1959 fixes the pound.
"""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from enum import StrEnum

KG_PER_LB = Decimal("0.45359237")
MAX_DIGITS = 12
SAME_LOAD_GRAMS = Decimal(5)

_THOUSANDTH = Decimal("0.001")
_TENTH = Decimal("0.1")
# Our own context: the caller's may have any precision. 50 digits keep every product of a stored weight exact;
# what is rounded for showing goes half up.
_EXACT = Context(prec=50, rounding=ROUND_HALF_UP)
# ASCII digits only: \d would let Arabic and full-width ones in, and Decimal() would read them.
_NUMBER = re.compile(r"(-?)((?:[0-9]+(?:[.,][0-9]+)?)|[.,][0-9]+)")
_WHOLE = re.compile(r"(-?)([0-9]+)")


class Unit(StrEnum):
    """The unit of a weight, as it is stored and shown."""

    KG = "kg"
    LB = "lb"


WEIGHT_LIMITS = {Unit.KG: (Decimal(0), Decimal(1000)), Unit.LB: (Decimal(0), Decimal(2200))}


class Refused(ValueError):
    """A typed number that is not accepted: `code` says why, `limits` what would be (lowest, highest)."""

    def __init__(self, code: str, limits: tuple[Decimal, Decimal]) -> None:
        super().__init__(code)
        self.code = code
        self.limits = limits


class NotANumber(Refused):
    """Not a plain decimal number. Codes: not_a_number, not_a_whole_number, too_many_digits."""


class OutOfRange(Refused):
    """A number, but not one allowed here. Codes: out_of_range, not_a_half_step."""


@dataclass(frozen=True, slots=True)
class TypedWeight:
    """A weight as typed (trimmed), its value to 3 decimals in `unit`, and the unit."""

    text: str
    value: Decimal
    unit: Unit


def parse_decimal(text: str, low: Decimal, high: Decimal, *, max_digits: int = MAX_DIGITS) -> Decimal:
    """Read a plain decimal between low and high (both allowed), with a point or a comma, and return it exactly.

    Spaces around it are ignored. Raises NotANumber for anything else (signs, exponents, underscores, digits of
    other scripts, NaN, more than max_digits digits, nothing at all) and OutOfRange outside the limits.
    """
    return _read(_NUMBER, "not_a_number", text, (low, high), max_digits)


def parse_weight(text: str, unit: Unit, *, max_digits: int = MAX_DIGITS) -> TypedWeight:
    """Read a weight of 0-1000 kg or 0-2200 lb; keep its text, round its value half up to 3 decimals.

    An import may raise max_digits: real exports hold 149.99999999999997. Raises as parse_decimal.
    """
    low, high = WEIGHT_LIMITS[unit]
    exact = parse_decimal(text, low, high, max_digits=max_digits)
    return TypedWeight(text.strip(), exact.quantize(_THOUSANDTH, context=_EXACT), unit)


def parse_count(text: str, low: int, high: int) -> int:
    """Read a whole number between low and high (both allowed), such as repetitions 0-999.

    Raises NotANumber (also for 8.0: a count has no decimals) or OutOfRange.
    """
    limits = (Decimal(low), Decimal(high))
    return int(_read(_WHOLE, "not_a_whole_number", text, limits, MAX_DIGITS))


def parse_half_steps(text: str, low: int, high: int) -> Decimal:
    """Read a number in steps of a half: RIR 0-10, RPE 1-10. Point or comma.

    Raises NotANumber, or OutOfRange (code not_a_half_step for 1.3).
    """
    limits = (Decimal(low), Decimal(high))
    value = parse_decimal(text, *limits)
    if value * 2 != int(value * 2):
        raise OutOfRange("not_a_half_step", limits)
    return value


def convert(value: Decimal, from_unit: Unit, to_unit: Unit) -> Decimal:
    """Convert a weight. Pounds to kilograms is exact, kilograms to pounds correct to 50 digits; for showing only."""
    if from_unit == to_unit:
        return value
    with localcontext(_EXACT):
        return value * KG_PER_LB if from_unit == Unit.LB else value / KG_PER_LB


def show_in(value: Decimal, unit: Unit, in_unit: Unit, *, text: str | None = None) -> str:
    """Show a weight typed in `unit` to somebody who reads `in_unit`; the unit's name is not part of the answer.

    In its own unit it is `text` as typed (or the plain value); else "≈ " and the conversion, half up to one
    decimal, without ".0".
    """
    if unit == in_unit:
        return plain(value) if text is None else text
    return "≈ " + plain(convert(value, unit, in_unit).quantize(_TENTH, context=_EXACT))


def plain(value: Decimal) -> str:
    """Write a decimal without exponent and without trailing zeros: 62.500 -> "62.5", 100.000 -> "100"."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def grams(value: Decimal, unit: Unit) -> Decimal:
    """Return a weight in exact grams: the one scale on which weights are compared, sorted and summed."""
    with localcontext(_EXACT):
        return value * 1000 if unit == Unit.KG else value * KG_PER_LB * 1000


def equal_load(a: Decimal, b: Decimal) -> bool:
    """Tell whether two weights in grams count as the same load: less than 5 g apart."""
    return abs(a - b) < SAME_LOAD_GRAMS


def _read(
    shape: re.Pattern[str], complaint: str, text: str, limits: tuple[Decimal, Decimal], max_digits: int
) -> Decimal:
    match = shape.fullmatch(text.strip())
    if match is None:
        raise NotANumber(complaint, limits)
    minus, digits = match.groups()
    if minus:
        raise OutOfRange("out_of_range", limits)
    if sum(character.isdigit() for character in digits) > max_digits:
        raise NotANumber("too_many_digits", limits)
    value = Decimal(digits.replace(",", "."))
    if not limits[0] <= value <= limits[1]:
        raise OutOfRange("out_of_range", limits)
    return value
