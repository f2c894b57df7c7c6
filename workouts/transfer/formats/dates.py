"""Wall clocks as apps write them, and the one question about them: does 03/04 begin with the day or the month?

Year first, names of months (in any language, before or after the day) and dots (day first everywhere) leave nothing
to guess. With slashes the file itself may say it: a 31 stands where the day is.
"""

import datetime
import re
import zoneinfo
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from workouts.accounts.models import FIRST_DAY, LAST_DAY
from workouts.transfer.formats.cells import Bad, bad
from workouts.transfer.formats.months import month

# Seconds may have a fraction, and a zone may follow: Z, +02:00, " +0000".
_CLOCK = (
    r"(?:(?:,? +|T)(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:[.,][0-9]{1,9})?)?"
    r" ?(?P<half>[APap]\.?[Mm]\.?)? ?(?P<zone>Z|[+-][0-9]{2}:?[0-9]{2})?)?"
)
_SHAPES = [
    re.compile(shape + _CLOCK, re.ASCII)
    for shape in (
        r"(?P<year>[0-9]{4})(?P<mark>[-/])(?P<month>[0-9]{1,2})(?P=mark)(?P<day>[0-9]{1,2})",
        r"(?P<day>[0-9]{1,2})\.? (?:de )?(?P<name>[^\s,]{2,15})(?: de)?,? (?P<year>[0-9]{4})",
        r"(?P<name>[^\s,0-9]{2,15}) (?P<day>[0-9]{1,2}),? (?P<year>[0-9]{4})",
        r"(?P<day>[0-9]{1,2})\.(?P<month>[0-9]{1,2})\.(?P<year>[0-9]{4})",
    )
]
_SLASHED = re.compile(r"(?P<one>[0-9]{1,2})/(?P<two>[0-9]{1,2})/(?P<year>[0-9]{4})" + _CLOCK, re.ASCII)
# Thin and hard spaces, which stand before AM and PM.
_SPACES = str.maketrans({"\u202f": " ", "\u00a0": " ", "\u2009": " "})


@dataclass(frozen=True, slots=True)
class Moment:
    """`at` is naive: a wall clock, or aware where the file names a zone; `timed`: whether it gives the time of day."""

    at: datetime.datetime
    timed: bool


@dataclass(slots=True)
class Calendar:
    """Reads the dates of one file; a date that comes again is read once. `day_first` is the answer to the question,
    None as long as nobody gave one; `asked` tells that there is a date that needs it."""

    day_first: bool | None = None
    asked: bool = False
    _known: dict[str, Moment | Bad] = field(default_factory=dict)

    def moment(self, column: str, text: str) -> Moment:
        """Raises Bad, which begins with the column's name."""
        found = self._known.get(text)
        if found is None:
            try:
                found = self._read(column, text)
            except Bad as problem:
                found = problem
            self._known[text] = found
        if isinstance(found, Bad):
            raise found
        return found

    def _read(self, column: str, text: str) -> Moment:
        tidy = text.translate(_SPACES).strip()
        parts = _parts(tidy) or self._slashed(tidy)
        if parts is None:
            raise bad(column, text, _("not a date such as 2020-12-30 18:51:52."))
        try:
            found = _moment(parts)
        except ValueError:
            raise bad(column, text, _("no such day or time.")) from None
        # A day's room where a zone follows: the lifter's own day may be the next one.
        room = datetime.timedelta(days=1 if found.at.tzinfo else 0)
        if not FIRST_DAY + room <= found.at.date() <= LAST_DAY - room:
            raise bad(column, text, _("outside the years 1950 to 2199."))
        return found

    def _slashed(self, text: str) -> dict[str, str | None] | None:
        match = _SLASHED.fullmatch(text)
        if match is None:
            return None
        parts = match.groupdict()
        one, two = int(parts.pop("one")), int(parts.pop("two"))
        certain = one > 12 or two > 12 or one == two
        if not certain and self.day_first is None:
            self.asked = True
        first = one > 12 if one > 12 or two > 12 else bool(self.day_first)
        day, number = (one, two) if first else (two, one)
        return {**parts, "day": str(day), "month": str(number)}


def local(start: datetime.datetime, zone: str) -> datetime.datetime:
    """The lifter's own clock: a naive time is hers already, an aware one is turned to her zone."""
    own = zoneinfo.ZoneInfo(zone)
    return start.astimezone(own) if start.tzinfo else start.replace(tzinfo=own)


def leans(texts: list[str]) -> bool | None:
    """Whether slashed dates begin with the day: True or False as far as a number above 12 says it, else None."""
    pairs = [match for match in map(_SLASHED.fullmatch, texts) if match]
    first = any(int(match["one"]) > 12 for match in pairs)
    second = any(int(match["two"]) > 12 for match in pairs)
    return None if first == second else first


def _parts(text: str) -> dict[str, str | None] | None:
    for shape in _SHAPES:
        match = shape.fullmatch(text)
        if match:
            parts = match.groupdict()
            if not parts.get("name"):
                return parts
            number = month(parts["name"] or "")
            if number:
                return {**parts, "month": str(number)}
    return None


def _moment(parts: dict[str, str | None]) -> Moment:
    """Raises ValueError for a day or a time that does not exist."""

    def number(name: str) -> int:
        return int(parts.get(name) or 0)

    hour = number("hour")
    half = (parts["half"] or "")[:1].upper()
    if half:
        if not 1 <= hour <= 12:
            raise ValueError(hour)
        hour = hour % 12 + (12 if half == "P" else 0)
    day = datetime.datetime(number("year"), number("month"), number("day"), hour, number("minute"), number("second"))
    return Moment(day.replace(tzinfo=_zone(parts["zone"])), parts["hour"] is not None)


def _zone(text: str | None) -> datetime.tzinfo | None:
    """Raises ValueError for one that no clock has."""
    if not text:
        return None
    if text == "Z":
        return datetime.UTC
    hours, minutes = int(text[1:3]), int(text[-2:])
    if hours > 14 or minutes > 59:
        raise ValueError(text)
    size = datetime.timedelta(hours=hours, minutes=minutes)
    return datetime.timezone(-size if text[0] == "-" else size)
