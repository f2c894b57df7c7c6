"""A month of workouts as a grid of weeks."""

import calendar
import datetime
import re
from dataclasses import dataclass

from workouts.accounts.models import FIRST_DAY, LAST_DAY, User
from workouts.log.models import Workout

_MONTH = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])", re.ASCII)
_WEEKS = calendar.Calendar(firstweekday=calendar.MONDAY)


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the grid; `inside` is off for those of the months around."""

    date: datetime.date
    inside: bool
    workouts: list[Workout]


@dataclass(frozen=True, slots=True)
class CalendarPage:
    """The month that begins on `first`, as weeks from Monday; `before` and `after` are None at the log's ends."""

    first: datetime.date
    before: datetime.date | None
    after: datetime.date | None
    weeks: list[list[Day]]
    count: int


def month_of(text: str | None, today: datetime.date) -> datetime.date:
    """The first day of the month that `text` (2026-11) names; this month for anything else, or outside the log."""
    match = _MONTH.fullmatch(text or "")
    if match and FIRST_DAY.year <= int(match[1]) <= LAST_DAY.year:
        return datetime.date(int(match[1]), int(match[2]), 1)
    return today.replace(day=1)


def calendar_page(user: User, first: datetime.date) -> CalendarPage:
    """The month that begins on `first`. One statement."""
    after = (first + datetime.timedelta(days=31)).replace(day=1)
    rows = Workout.objects.of(user).live().filter(day__gte=first, day__lt=after).order_by("day", "pk")
    found: dict[datetime.date, list[Workout]] = {}
    for workout in rows:
        found.setdefault(workout.day, []).append(workout)
    before = (first - datetime.timedelta(days=1)).replace(day=1)
    weeks = [
        [Day(day, day.month == first.month, found.get(day, [])) for day in week]
        for week in _WEEKS.monthdatescalendar(first.year, first.month)
    ]
    return CalendarPage(
        first,
        before if before >= FIRST_DAY else None,
        after if after <= LAST_DAY else None,
        weeks,
        sum(map(len, found.values())),
    )
