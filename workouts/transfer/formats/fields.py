"""Fields of our own files as values, strictly. Each is known by its name and may be missing; the same names come from
columns of the CSV and from keys of the JSON. All raise cells.Bad with a sentence that begins with the name."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import TextChoices
from django.utils.translation import gettext as _

from workouts.science.units import NotANumber, OutOfRange, parse_decimal
from workouts.transfer.formats.cells import bad
from workouts.transfer.formats.words import YES

Choice = TypeVar("Choice", bound=TextChoices | StrEnum)
# No field of ours is longer.
MOST = 2000


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of one row. `names` tell what each is called in the file, where that is another word."""

    values: Mapping[str, Any]
    names: Mapping[str, str]

    def text(self, name: str, most: int = MOST) -> str:
        value = self.values.get(name)
        if value is None:
            return ""
        if not isinstance(value, str):
            raise self.bad(name, _("not a text."))
        if len(value) > most:
            raise self.bad(name, _("longer than %(most)s characters.") % {"most": most})
        if "\x00" in value or any("\ud800" <= letter <= "\udfff" for letter in value):
            raise self.bad(name, _("holds characters that no text has."))
        return value

    def needed(self, name: str, most: int = MOST) -> str:
        found = self.text(name, most)
        if not found.strip():
            raise self.bad(name, _("is missing."))
        return found

    def uid(self) -> UUID:
        text = self.needed("id")
        try:
            return UUID(text)
        except ValueError:
            raise self.bad("id", _("not an id such as an export has.")) from None

    def whole(self, name: str, high: int, low: int = 0) -> int | None:
        """A whole number as JSON or as text has it; nothing is None."""
        value = self.values.get(name)
        if value is None or value == "":
            return None
        text = str(value).strip()
        digits = text.removeprefix("-")
        if isinstance(value, bool | float) or not (digits.isascii() and digits.isdigit() and len(digits) <= 6):
            raise self.bad(name, _("not a whole number."))
        if not low <= int(text) <= high:
            raise self.bad(name, _("outside %(low)s to %(high)s.") % {"low": low, "high": high})
        return int(text)

    def number(self, name: str, high: int) -> Decimal | None:
        text = self.text(name).strip()
        if not text:
            return None
        try:
            return parse_decimal(text, Decimal(0), Decimal(high))
        except OutOfRange:
            raise self.bad(name, _("outside %(low)s to %(high)s.") % {"low": 0, "high": high}) from None
        except NotANumber:
            raise self.bad(name, _("not a plain number.")) from None

    def flag(self, name: str) -> bool:
        value = self.values.get(name)
        return value if isinstance(value, bool) else self.text(name).strip().casefold() in YES

    def choice(self, name: str, kinds: type[Choice], usual: Choice) -> Choice:
        text = self.text(name).strip()
        try:
            return kinds(text) if text else usual
        except ValueError:
            raise self.bad(name, _("not one of the words that an export has.")) from None

    def day(self, name: str) -> datetime.date:
        try:
            return datetime.date.fromisoformat(self.needed(name))
        except ValueError:
            raise self.bad(name, _("not a day such as 2026-11-17.")) from None

    def moment(self, name: str) -> datetime.datetime | None:
        text = self.text(name)
        if not text:
            return None
        try:
            at = datetime.datetime.fromisoformat(text)
            if at.tzinfo is not None:
                at.astimezone(datetime.UTC)
                return at
        except (ValueError, OverflowError):
            pass
        raise self.bad(name, _("not a time such as 2026-11-17T18:05:00+01:00."))

    def bad(self, name: str, why: str) -> Exception:
        return bad(self.names.get(name, name), str(self.values.get(name, "")), why)
