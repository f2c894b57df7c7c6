"""The offer of a lighter week. Source: training-science 3.5, whole-programme deload offer.

A design decision, not research: it is offered, never forced.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from workouts.science import grids
from workouts.science.progression.judge import ZERO
from workouts.science.progression.model import Action, Prescription

SHARE = Decimal("0.90")
RIR = 4
RESETS = 2
RESET_DAYS = 7
WEEKS = 6
GAP_DAYS = 7
STALL_DAYS = 14

DeloadReason = Literal["asked", "several_resets", "many_weeks"]


@dataclass(frozen=True, slots=True)
class Stall:
    """A RESET or PLATEAU that an exercise came to on a day."""

    exercise: str
    day: date
    action: Action


@dataclass(frozen=True, slots=True)
class LighterSession:
    """An exercise in a deload week: sets, weight in the exercise's unit, least reps in reserve."""

    sets: int
    weight: Decimal
    rir: int


def deload_offer(
    stalls: Collection[Stall], training_days: Iterable[date], today: date, asked: bool = False
) -> DeloadReason | None:
    """Tell why a deload week is offered today, or None.

    asked           the lifter asks for one
    several_resets  two or more exercises came to RESET in the last 7 days, today included
    many_weeks      training in 6 or more consecutive ISO weeks up to now, never 7 days apart, and a RESET or PLATEAU
                    in the last 14 days
    """
    if asked:
        return "asked"
    recent = [stall for stall in stalls if _within(stall.day, today, STALL_DAYS)]
    fresh = [stall for stall in recent if _within(stall.day, today, RESET_DAYS)]
    if len({stall.exercise for stall in fresh if stall.action == Action.RESET}) >= RESETS:
        return "several_resets"
    stalled = any(stall.action in (Action.RESET, Action.PLATEAU) for stall in recent)
    return "many_weeks" if stalled and unbroken_weeks(training_days, today) >= WEEKS else None


def unbroken_weeks(training_days: Iterable[date], today: date) -> int:
    """Count the ISO weeks with training, back from today, until two days of training lie 7 or more days apart."""
    weeks = set()
    later = today
    for day in sorted({day for day in training_days if day <= today}, reverse=True):
        if (later - day).days >= GAP_DAYS:
            break
        weeks.add(day.isocalendar()[:2])
        later = day
    return len(weeks)


def lighter(prescription: Prescription, weight: Decimal) -> LighterSession:
    """Return the deload version of an exercise: half the sets, rounded up, at 90 % floored, 4 or more in reserve."""
    light = ZERO if prescription.bodyweight else grids.lowered(prescription.grid, weight, SHARE)
    return LighterSession(half(prescription.sets), light, RIR)


def half(sets: int) -> int:
    """Return half of the sets, rounded up."""
    return (sets + 1) // 2


def _within(day: date, today: date, days: int) -> bool:
    return today - timedelta(days=days) < day <= today
