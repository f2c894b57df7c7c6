"""Single values as JSON brings them, read strictly: each reader returns what Python has for it, or raises Unread with
the sentence that stands beside the field. Ranges are for `log/rules.py`."""

import datetime
import re
import unicodedata
from collections.abc import Callable, Collection
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from workouts.accounts.models import FIRST_DAY, LAST_DAY
from workouts.log.rules import refusal
from workouts.science.units import MAX_DIGITS, Refused, parse_count, parse_decimal, parse_half_steps

Reader = Callable[[Any], Any]

# ASCII only: \d would take the digits of other scripts.
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,6})?(Z|[+-][0-9]{2}:[0-5][0-9])"
)
_WIDE = 10**MAX_DIGITS


class Unread(ValueError):
    """The value is not of the field's kind; the message says what would be."""


def optional(reader: Reader) -> Reader:
    """None and "" are no value."""
    return lambda value: None if value is None or value == "" else reader(value)


def text(value: Any) -> str:
    """Stored composed (NFC), so that what looks the same is the same. Line ends as forms send them become \\n."""
    if value is None:
        return ""
    if type(value) is not str:
        raise Unread(_("Write text here."))
    if any("\ud800" <= character <= "\udfff" for character in value) or "\x00" in value:
        raise Unread(_("This text holds characters that cannot be kept: type it again."))
    return unicodedata.normalize("NFC", value.replace("\r\n", "\n"))


def identity(value: Any) -> UUID:
    try:
        if type(value) is str and len(value) <= 45:
            return UUID(value)
    except ValueError:
        pass
    raise Unread(_("This is not an id."))


def slug(value: Any) -> str:
    if type(value) is str and 0 < len(value) <= 80:
        return text(value)
    raise Unread(_("Choose one from the list."))


def choice(options: Collection[str]) -> Reader:
    def read(value: Any) -> str:
        if type(value) is str and value in options:
            return value
        raise Unread(_("Choose one of: %(options)s.") % {"options": ", ".join(options)})

    return read


def flag(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    raise Unread(_("Say yes or no."))


def whole(value: Any) -> int:
    """A JSON number without decimals, or plain digits in a string."""
    if type(value) is int and abs(value) < _WIDE:
        return value
    found: int = _numeral(value, lambda typed: parse_count(typed, 0, _WIDE))
    return found


def halves(high: int) -> Reader:
    """RIR and RPE: a number, or its text, in steps of a half. The lowest is for the rules."""
    return lambda value: _numeral(value, lambda typed: parse_half_steps(typed, 0, high))


def tenths(value: Any) -> Decimal:
    number: Decimal = _numeral(value, lambda typed: parse_decimal(typed, Decimal(0), Decimal(100)))
    if number != round(number, 1):
        raise Unread(_("Write at most one decimal, such as 1.5."))
    return number


def typed(value: Any) -> str:
    """A number as it was typed, which is kept; whoever knows its unit parses it."""
    if type(value) is int and abs(value) < _WIDE:
        return str(value)
    if isinstance(value, str):  # and NumberText, a number of the JSON as it was written
        return str(value)
    raise Unread(_("Write a number in plain digits, such as 62.5 or 62,5."))


def day(value: Any) -> datetime.date:
    """A calendar day of the years that are kept, as 2026-11-23."""
    found = None
    if type(value) is str and _DAY.fullmatch(value):
        try:
            found = datetime.date.fromisoformat(value)
        except ValueError:  # 31 February
            found = None
    if found is None:
        raise Unread(_("Write the day as 2026-11-23."))
    if not FIRST_DAY <= found <= LAST_DAY:
        raise Unread(_("The day lies outside the years that are kept, 1950 to 2199."))
    return found


def moment(value: Any) -> datetime.datetime:
    """An instant with its offset, as 2026-11-23T18:30:00+01:00 or with Z; in UTC."""
    if type(value) is not str or not _MOMENT.fullmatch(value):
        raise Unread(_("Write the time with its offset, as 2026-11-23T18:30:00+01:00."))
    try:
        found = datetime.datetime.fromisoformat(value).astimezone(datetime.UTC)
    except (ValueError, OverflowError):  # 31 February; past the end of the calendar
        raise Unread(_("There is no such time: write it as 2026-11-23T18:30:00+01:00.")) from None
    if not FIRST_DAY <= found.date() <= LAST_DAY:
        raise Unread(_("The time lies outside the years that are kept, 1950 to 2199."))
    return found


def _numeral(value: Any, parse: Callable[[str], Any]) -> Any:
    """What `parse` makes of a number or of a string; of nothing else (true is no number)."""
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise Unread(_("Write a number in plain digits, such as 62.5 or 62,5."))
    if isinstance(value, int) and abs(value) >= _WIDE:
        raise Unread(_("That number is too long."))
    try:
        return parse(str(value))
    except Refused as problem:
        raise Unread(refusal(problem)) from None
