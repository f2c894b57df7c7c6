"""Rest days and the week's goal, from dates alone. Source: training-science 4.4.

Advice only: logging is never blocked.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

SETS_OF_A_LEG_SESSION = 3
DAY = timedelta(days=1)
WEEK = timedelta(days=7)
SESSIONS_A_WEEK = 3
GOAL_MET = 2
GOAL_FULL = 3


class State(StrEnum):
    """What today is for."""

    FIRST = "FIRST"
    DONE = "DONE"
    REST = "REST"
    READY = "READY"
    RETURN = "RETURN"


@dataclass(frozen=True, slots=True)
class Readiness:
    """Today's state, a stable code of the reason, and the first day advised for training (None: no history)."""

    state: State
    code: str
    next_day: date | None


class Goal(StrEnum):
    """The week's goal: open, met, full. More than full earns no extra praise."""

    OPEN = "open"
    MET = "met"
    FULL = "full"


def is_leg_session(completed_leg_sets: int) -> bool:
    """Tell whether a workout is a leg session: 3 or more completed working sets that count for a leg group."""
    return completed_leg_sets >= SETS_OF_A_LEG_SESSION


def readiness(start_days: Iterable[date], today: date) -> Readiness:
    """Judge today by the local start dates of leg sessions, one date each, in any order.

    Codes: first, trained_today, rest_day, three_in_seven_days, ready, few_days, return_hold, return_lighter. A date
    after today (a clock set back, a flight west) counts as today.
    """
    days = sorted((min(day, today) for day in start_days), reverse=True)
    if not days:
        return Readiness(State.FIRST, "first", None)
    tomorrow = today + DAY
    since = (today - days[0]).days
    if since == 0:
        return Readiness(State.DONE, "trained_today", _free_from(days, tomorrow + DAY))
    if since == 1:
        return Readiness(State.REST, "rest_day", _free_from(days, tomorrow))
    if _free_from(days, today) > today:
        return Readiness(State.REST, "three_in_seven_days", _free_from(days, today))
    return _ready_since(since, today)


def _free_from(newest_first: list[date], earliest: date) -> date:
    """Return the first day from earliest on whose last seven days hold fewer than three sessions.

    Without this, "next from tomorrow" would be taken back tomorrow by whoever trains Monday, Wednesday and Friday.
    """
    if len(newest_first) < SESSIONS_A_WEEK:
        return earliest
    return max(earliest, newest_first[SESSIONS_A_WEEK - 1] + WEEK)


def _ready_since(since: int, today: date) -> Readiness:
    if since <= 4:
        return Readiness(State.READY, "ready", today)
    if since <= 10:
        return Readiness(State.READY, "few_days", today)
    return Readiness(State.RETURN, "return_hold" if since <= 14 else "return_lighter", today)


def goal_of(sessions_this_week: int) -> Goal:
    """Name the state of the week's goal of two to three sessions."""
    if sessions_this_week < GOAL_MET:
        return Goal.OPEN
    return Goal.MET if sessions_this_week < GOAL_FULL else Goal.FULL
