"""Shapes of what stands in an address. Pydantic alone would take 1700000000 for a day, and a day for a moment."""

import datetime
import re
from typing import Annotated, Any

from django.utils.translation import gettext as _
from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2})", re.ASCII
)


def _day(text: Any) -> datetime.date:
    if not isinstance(text, str) or not _DAY.fullmatch(text):
        raise _not_one(_("Write the day as year, month and day, such as 2026-11-17."))
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise _not_one(_("There is no such day.")) from None


def _moment(text: Any) -> datetime.datetime:
    if not isinstance(text, str) or not _MOMENT.fullmatch(text):
        raise _not_one(_("Write the moment with its offset, such as 2026-11-17T18:00:00Z."))
    try:
        moment = datetime.datetime.fromisoformat(text.upper())
    except ValueError:
        raise _not_one(_("There is no such moment.")) from None
    try:
        return moment.astimezone(datetime.UTC)
    except OverflowError:  # within a day of the first or the last year there is
        return moment.replace(tzinfo=datetime.UTC)


def _not_one(words: str) -> PydanticCustomError:
    """With these words and no more: pydantic would put "Value error" before those of a ValueError."""
    return PydanticCustomError("shape", "{words}", {"words": words})


Day = Annotated[datetime.date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
Moment = Annotated[
    datetime.datetime, BeforeValidator(_moment), WithJsonSchema({"type": "string", "format": "date-time"})
]
# Names content of the site, or a lifter's own; one that nobody has is no error.
Slug = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,80}$")]
