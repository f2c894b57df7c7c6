"""The week's goal as plates on a bar: done, needed, and yours to choose."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from workouts.accounts.models import Preferences
from workouts.science.readiness import Readiness

Kind = Literal["done", "needed", "free"]

# The picture's units: a bar of 328, its collar ends at 58.
BAR, COLLAR, GAP, WIDEST = 328, 58, 9, 64


@dataclass(frozen=True, slots=True)
class Plate:
    """One session of the week: `x` and `width` in the picture; `day` where it is done, or where it is next."""

    kind: Kind
    x: float
    width: float
    day: datetime.date | None

    @property
    def middle(self) -> float:
        return self.x + self.width / 2


@dataclass(frozen=True, slots=True)
class Goal:
    """Sessions `done` this week of `low` to `high`, and the plates that show it."""

    done: int
    low: int
    high: int
    plates: list[Plate]

    @property
    def left(self) -> int:
        return max(self.low - self.done, 0)

    @property
    def free(self) -> int:
        """Sessions that the goal leaves to the lifter, once it is met."""
        return self.high - max(self.done, self.low) if self.high > self.done else 0


def goal_of(preferences: Preferences, done: Sequence[datetime.date], state: Readiness, today: datetime.date) -> Goal:
    """The goal of the week of `today`, with leg sessions on the days `done` (any order)."""
    low, high = preferences.goal_low, preferences.goal_high
    days: list[tuple[Kind, datetime.date | None]] = [("done", day) for day in sorted(done)]
    upcoming = state.next_day
    for n in range(len(days), high):
        kind: Kind = "needed" if n < low else "free"
        first = n == len(done) and kind == "needed" and upcoming is not None and _same_week(upcoming, today)
        days.append((kind, upcoming if first else None))
    width = min(WIDEST, (BAR - COLLAR) / max(len(days), 1) - GAP)
    return Goal(
        done=len(done),
        low=low,
        high=high,
        plates=[Plate(kind, COLLAR + n * (width + GAP), width, day) for n, (kind, day) in enumerate(days)],
    )


def _same_week(a: datetime.date, b: datetime.date) -> bool:
    return a.isocalendar()[:2] == b.isocalendar()[:2]
