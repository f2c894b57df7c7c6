"""Cells to values, strictly: what is not plainly a number is refused with a sentence."""

import re
from decimal import Decimal

from django.utils.translation import gettext as _

from workouts.log.models.limits import MAX_LB, MAX_REPS, MAX_SECONDS
from workouts.science.units import NotANumber, OutOfRange, parse_decimal
from workouts.shared.language.numbers import grouped

# Real exports hold 149.99999999999997; `LoggedSet.weight_text` holds 24 characters.
MAX_DIGITS = 23
_LENGTH = re.compile(r"(?:([0-9]{1,3})h)? ?(?:([0-9]{1,4})m(?:in)?)? ?(?:([0-9]{1,6})s)?")
LONGEST = 7 * 24 * 3600


class Bad(ValueError):
    """A cell that cannot be read; the text is a sentence that begins with the column's name."""


def bad(column: str, text: str, why: str) -> Bad:
    """What is wrong with `text`, in a sentence that ends with `why`. The sentence is kept with the preview, so it has
    no letter that a database refuses (PostgreSQL's JSON no NUL, no encoding half a pair)."""
    short = text if len(text) <= 40 else f"{text[:40]}…"
    shown = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in short)
    return Bad(_("%(column)s “%(value)s”: %(why)s") % {"column": column, "value": shown, "why": why})


def _number(column: str, text: str, high: int) -> Decimal:
    """A plain decimal from 0 to `high`; nothing at all is 0, as in a file that writes 0 for "does not apply"."""
    if text in {"", "0", "0.0"}:
        return Decimal(0)
    try:
        return parse_decimal(text, Decimal(0), Decimal(high), max_digits=MAX_DIGITS)
    except OutOfRange:
        raise bad(column, text, _("outside 0 to %(high)s.") % {"high": grouped(high)}) from None
    except NotANumber:
        raise bad(column, text, _("not a plain number.")) from None


def weight(column: str, text: str) -> Decimal:
    """A weight in the file's unit; below 0 it is help from a machine."""
    text = text.strip()
    size = _number(column, text.removeprefix("-"), MAX_LB)
    return -size if text.startswith("-") else size


def distance(column: str, text: str) -> Decimal:
    return _number(column, text.strip(), 10_000_000)


def count(column: str, text: str, high: int = MAX_REPS) -> int:
    """A whole number, also as `5.0`. Raises Bad for 5.5."""
    value = _number(column, text.strip(), high)
    if value != int(value):
        raise bad(column, text, _("not a whole number."))
    return int(value)


def seconds(column: str, text: str) -> int:
    return count(column, text, MAX_SECONDS)


def rpe(text: str) -> tuple[Decimal | None, bool]:
    """The rating, and whether it was understood; blank and 0 mean that none was given."""
    try:
        value = _number("", text.strip(), 10)
    except Bad:
        return None, False
    if value == 0:
        return None, True
    understood = value >= 1 and value * 2 == int(value * 2)
    return (value if understood else None), understood


def rir(text: str) -> tuple[Decimal | None, bool]:
    """Reps to spare, and whether it was understood; blank means that none was given, 0 is a rating."""
    if not text.strip():
        return None, True
    try:
        value = _number("", text.strip(), 10)
    except Bad:
        return None, False
    understood = value * 2 == int(value * 2)
    return (value if understood else None), understood


def length(text: str) -> tuple[int | None, bool]:
    """Seconds of `2h 38m`, `45m`, `20s`, `9min` or plain `5400`, and whether it was understood."""
    text = text.strip()
    if not text:
        return None, True
    if text.isascii() and text.isdigit() and len(text) <= 6:
        found = int(text)
    else:
        match = _LENGTH.fullmatch(text)
        if match is None:
            return None, False
        hours, minutes, rest = (int(part or 0) for part in match.groups())
        found = hours * 3600 + minutes * 60 + rest
    return (found, True) if found <= LONGEST else (None, False)


def clock(column: str, text: str) -> int:
    """Seconds of `0:01:30`, `1:30` or plain `90`; nothing is 0. Raises Bad."""
    parts = text.strip().split(":")
    if len(parts) == 1:
        return seconds(column, text)
    if len(parts) > 3 or not all(part.isascii() and part.isdigit() and len(part) <= 3 for part in parts):
        raise bad(column, text, _("not a time such as 0:01:30."))
    found = 0
    for part in parts:
        found = found * 60 + int(part)
    return seconds(column, str(found))


def hours(text: str) -> Decimal:
    """Decimal hours up to a week. Raises Bad."""
    return _number("", text, LONGEST // 3600)
