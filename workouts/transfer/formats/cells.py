"""Cells to values, strictly: what is not plainly a number or a date is refused with a sentence."""

import datetime
import re
from decimal import Decimal

from django.utils.translation import gettext as _

from workouts.accounts.models import FIRST_DAY, LAST_DAY
from workouts.log.models.limits import MAX_LB, MAX_REPS, MAX_SECONDS
from workouts.science.units import NotANumber, OutOfRange, parse_decimal

# Real exports hold 149.99999999999997; `LoggedSet.weight_text` holds 24 characters.
MAX_DIGITS = 23
_DATE = re.compile(
    r"([0-9]{4})([-/])([0-9]{1,2})\2([0-9]{1,2})(?:[ T]([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?)?", re.ASCII
)
_LENGTH = re.compile(r"(?:([0-9]{1,3})h)? ?(?:([0-9]{1,4})m(?:in)?)? ?(?:([0-9]{1,6})s)?")
_LONGEST = 7 * 24 * 3600


class Bad(ValueError):
    """A cell that cannot be read; the text is a sentence that begins with the column's name."""


def _bad(column: str, text: str, why: str) -> Bad:
    shown = text if len(text) <= 40 else f"{text[:40]}…"
    return Bad(_("%(column)s “%(value)s”: %(why)s") % {"column": column, "value": shown, "why": why})


def _number(column: str, text: str, high: int) -> Decimal:
    """A plain decimal from 0 to `high`; nothing at all is 0, as in a file that writes 0 for "does not apply"."""
    if text in {"", "0", "0.0"}:
        return Decimal(0)
    try:
        return parse_decimal(text, Decimal(0), Decimal(high), max_digits=MAX_DIGITS)
    except OutOfRange:
        raise _bad(column, text, _("outside 0 to %(high)s.") % {"high": f"{high:,}"}) from None
    except NotANumber:
        raise _bad(column, text, _("not a plain number.")) from None


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
        raise _bad(column, text, _("not a whole number."))
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


def moment(column: str, text: str) -> tuple[datetime.datetime, bool]:
    """A wall clock without a zone, and whether the file gives the time of day.

    `2020-12-30 18:51:52`, `2018/8/31 5:49`, `2020-12-30`: year first, so there is nothing to guess.
    """
    match = _DATE.fullmatch(text.strip())
    if match is None:
        raise _bad(column, text, _("not a date such as 2020-12-30 18:51:52."))
    year, _mark, month, day, hour, minute, second = match.groups()
    try:
        value = datetime.datetime(int(year), int(month), int(day), int(hour or 0), int(minute or 0), int(second or 0))
    except ValueError:
        raise _bad(column, text, _("no such day or time.")) from None
    if not FIRST_DAY <= value.date() <= LAST_DAY:
        raise _bad(column, text, _("outside the years 1950 to 2199."))
    return value, hour is not None


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
    return (found, True) if found <= _LONGEST else (None, False)
