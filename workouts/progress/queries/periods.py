"""Which sessions a chart draws: each, or of many the best of every week or month, so that points can be told apart."""

import datetime
from collections.abc import Callable, Sequence
from enum import StrEnum

from workouts.progress.queries.sessions import Session

MOST_POINTS = 300

Value = Callable[[Session], int | None]
# Day, value, session.
Valued = tuple[int, int, Session]


class Period(StrEnum):
    """What one point of a chart stands for."""

    SESSION = "session"
    WEEK = "week"
    MONTH = "month"


def drawn(sessions: Sequence[Session], days: Sequence[int], value: Value) -> tuple[Period, list[Session]]:
    """Of `sessions` (oldest first, on `days`, which are counted from 1 January of year 1) those to draw by `value`,
    which is None where there is none to draw: the shortest period with `MOST_POINTS` or fewer. The newest session is
    always among them, so that the chart ends where the headline stands."""
    found = [(day, number, one) for one, day in zip(sessions, days, strict=True) if (number := value(one)) is not None]
    period = Period.SESSION
    for longer, key in ((Period.WEEK, _week), (Period.MONTH, _month)):
        if len(found) > MOST_POINTS:
            period, found = longer, _best(found, key)
    return period, [one for _day, _number, one in found]


def _best(found: Sequence[Valued], key: Callable[[int], int]) -> list[Valued]:
    """The first with the highest value of each period, and the newest."""
    best: dict[int, Valued] = {}
    for one in found:
        period = key(one[0])
        held = best.get(period)
        if held is None or one[1] > held[1]:
            best[period] = one
    chosen = list(best.values())
    return chosen if chosen[-1] is found[-1] else [*chosen, found[-1]]


def _week(day: int) -> int:
    # That 1 January was a Monday.
    return (day - 1) // 7


def _month(day: int) -> int:
    date = datetime.date.fromordinal(day)
    return 12 * date.year + date.month
