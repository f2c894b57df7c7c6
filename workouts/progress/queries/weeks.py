"""Weeks, Monday to Sunday in the lifter's zone: leg sessions, the goal, sets per group, and the last seven days.

Source: training-science 4.2 to 4.4.
"""

import datetime
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from workouts.accounts.models import FIRST_DAY, LAST_DAY, User
from workouts.progress.queries.tallies import Tally, Weights
from workouts.progress.queries.volume import Names, Share, Volume, volume_of
from workouts.science.readiness import Goal, is_leg_session
from workouts.science.volume import ROLLING_DAYS

DAY = datetime.timedelta(days=1)
WEEK = 7 * DAY
_KEY = re.compile(r"([0-9]{4})-W([0-9]{2})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Session:
    """A leg session. It is a deload where what is not marked as one would not make a leg session."""

    uid: UUID
    day: datetime.date
    deload: bool


@dataclass(frozen=True, slots=True)
class Week:
    """One week from its Monday: leg sessions in the order of days, the goal from `low` to `high`, and its volume."""

    monday: datetime.date
    sessions: list[Session]
    low: int
    high: int
    volume: Volume

    @property
    def sunday(self) -> datetime.date:
        return self.monday + 6 * DAY

    @property
    def key(self) -> str:
        """As in the address: 2026-W46."""
        return week_key(self.monday)

    @property
    def shares(self) -> list[Share]:
        return self.volume.shares

    @property
    def core(self) -> int:
        return self.volume.core

    @property
    def deloads(self) -> int:
        return sum(one.deload for one in self.sessions)

    @property
    def planned_rest(self) -> bool:
        """Whether deloads are why it has fewer other sessions than the goal."""
        return self.deloads > 0 and len(self.sessions) - self.deloads < self.low

    @property
    def goal(self) -> Goal:
        """How far the week's goal is met. Deloads are leg sessions as well."""
        done = len(self.sessions)
        if done < self.low:
            return Goal.OPEN
        return Goal.FULL if done >= self.high else Goal.MET

    @property
    def plates(self) -> list[dict[str, object]]:
        """A bar a session and outlines to the goal, 12 apart, upwards from 0."""
        kinds = ["done"] * len(self.sessions) + self._missing
        return [{"y": 1 - 12 * (n + 1), "kind": kind} for n, kind in enumerate(kinds)]

    @property
    def bar(self) -> list[dict[str, object]]:
        """A plate a session on a bar, 12 apart, and outlines to the goal."""
        kinds = ["deload" if one.deload else "done" for one in self.sessions] + self._missing
        return [{"x": 4 + 12 * n, "kind": kind} for n, kind in enumerate(kinds)]

    @property
    def _missing(self) -> list[str]:
        """As /today/ draws them: what the goal's lower end needs, then what its upper end leaves to the lifter."""
        done = len(self.sessions)
        return ["needed"] * (self.low - done) + ["free"] * (self.high - max(done, self.low))

    @property
    def bar_width(self) -> int:
        return 12 * len(self.bar) + 4

    @property
    def sleeve(self) -> int:
        """How far the bar shows: to the last plate that hangs on it, for outlines hang on nothing."""
        return 12 * len(self.sessions) + 4


@dataclass(frozen=True, slots=True)
class Rolling:
    """The seven days up to today, which the rest rule looks at."""

    first: datetime.date
    sessions: int
    volume: Volume


def monday_of(day: datetime.date) -> datetime.date:
    return day - DAY * day.weekday()


def week_key(monday: datetime.date) -> str:
    year, week, _day = monday.isocalendar()
    return f"{year}-W{week:02}"


def read_week(text: str, today: datetime.date) -> datetime.date:
    """The Monday of the week that `text` (2026-W46) names; of this week for anything else, or outside the log."""
    match = _KEY.fullmatch(text)
    if match:
        try:
            monday = datetime.date.fromisocalendar(int(match[1]), int(match[2]), 1)
        except ValueError:  # that year has no 53rd week; there is no year 0
            return monday_of(today)
        if monday_of(FIRST_DAY) <= monday <= LAST_DAY:
            return monday
    return monday_of(today)


def sessions_in(tallies: Iterable[Tally], weights: Weights) -> list[Session]:
    """The leg sessions among these sets, in their order."""
    days: dict[UUID, datetime.date] = {}
    legs: Counter[UUID] = Counter()
    normal: Counter[UUID] = Counter()
    for one in tallies:
        if one.exercise in weights.groups:
            days[one.workout] = one.day
            legs[one.workout] += one.sets
            normal[one.workout] += 0 if one.deload else one.sets
    return [
        Session(uid, day, deload=not is_leg_session(normal[uid]))
        for uid, day in days.items()
        if is_leg_session(legs[uid])
    ]


def weeks_of(
    user: User,
    tallies: Iterable[Tally],
    weights: Weights,
    names: Names,
    mondays: Iterable[datetime.date],
) -> list[Week]:
    """The weeks that begin on `mondays`; `tallies` hold them all."""
    goal = user.preferences
    by_week: dict[datetime.date, list[Tally]] = {}
    for one in tallies:
        by_week.setdefault(monday_of(one.day), []).append(one)

    def week(monday: datetime.date) -> Week:
        mine = by_week.get(monday, [])
        volume = volume_of(mine, weights, names)
        return Week(monday, sessions_in(mine, weights), goal.goal_low, goal.goal_high, volume)

    return [week(monday) for monday in mondays]


def rolling_of(tallies: Sequence[Tally], weights: Weights, names: Names, today: datetime.date) -> Rolling:
    """The seven days up to `today`, of tallies that hold them."""
    first = today - (ROLLING_DAYS - 1) * DAY
    mine = [one for one in tallies if first <= one.day <= today]
    return Rolling(first, len(sessions_in(mine, weights)), volume_of(mine, weights, names))
