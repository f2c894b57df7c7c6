"""The shape of `?range=`: how far back a chart looks."""

import datetime
from collections.abc import Collection
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Range(StrEnum):
    """How far back: three months, a year, or everything. Spelled as in the address."""

    MONTHS = "3m"
    YEAR = "1y"
    ALL = "all"

    @property
    def label(self) -> Promise:
        return {Range.MONTHS: _("3 months"), Range.YEAR: _("1 year"), Range.ALL: _("All")}[self]

    def since(self, today: datetime.date) -> datetime.date:
        """The first day of it. It has no last one: a lifter may have flown west since."""
        days = DAYS.get(self)
        return datetime.date.min if days is None else today - datetime.timedelta(days=days - 1)

    def holds(self, day: datetime.date, today: datetime.date) -> bool:
        return day >= self.since(today)


# The last so many, today included; all of them where nothing stands.
DAYS = {Range.MONTHS: 91, Range.YEAR: 365}


def read_range(text: str, days: Collection[datetime.date], today: datetime.date) -> Range:
    """The range asked for; else the shortest that holds a session, so that old histories do not open empty."""
    asked = next((each for each in Range if each.value == text), None)
    fitting = (each for each in Range if any(each.holds(day, today) for day in days))
    return asked or next(fitting, Range.MONTHS)
