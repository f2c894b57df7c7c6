"""Weekly sets per muscle group, counted in fractions, and volume load. Source: training-science 4.2, 4.3, 6.3.

The weight of an exercise for a group (1, 0.5 or 0) is data of the catalogue and comes with each set.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

ROLLING_DAYS = 7


class Group(StrEnum):
    """The four groups of the leg routine. Core is supporting, and has a counter of its own."""

    QUADRICEPS = "quadriceps"
    HAMSTRINGS = "hamstrings"
    GLUTES = "glutes"
    CALVES = "calves"


class Band(StrEnum):
    """How a week's sets for a muscle group are rated."""

    # Never "optimal": studies speak of averages.
    NONE = "none"
    LOW = "low"
    MODERATE = "moderate"
    WELL_SUPPORTED = "well_supported"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class CountedSet:
    """A completed set on a local day. One set of both sides, or of 20 steps, is one set."""

    day: date
    reps: int
    weights: Mapping[Group, Decimal]
    core: bool = False
    warm_up: bool = False


@dataclass(frozen=True, slots=True)
class Totals:
    """Fractional sets per group, and the whole sets that worked the core."""

    groups: Mapping[Group, Decimal]
    core: int


def count_sets(sets: Iterable[CountedSet]) -> Totals:
    """Add up sets: working sets of at least one repetition, deloads and back-off sets included, warm-ups not."""
    counted = [one for one in sets if one.reps >= 1 and not one.warm_up]
    groups = {group: sum((one.weights.get(group, Decimal(0)) for one in counted), Decimal(0)) for group in Group}
    return Totals(groups, sum(one.core for one in counted))


def in_week_of(sets: Iterable[CountedSet], day: date) -> list[CountedSet]:
    """Keep the sets of the ISO week (Monday to Sunday, local days) that day lies in."""
    week = day.isocalendar()[:2]
    return [one for one in sets if one.day.isocalendar()[:2] == week]


def in_last_days(sets: Iterable[CountedSet], today: date, days: int = ROLLING_DAYS) -> list[CountedSet]:
    """Keep the sets of the last so many days, today included."""
    return [one for one in sets if today - timedelta(days=days) < one.day <= today]


def to_half(total: Decimal) -> Decimal:
    """Round a total for showing, to the nearest half, a tie up."""
    return (total * 2).quantize(Decimal(1), ROUND_HALF_UP) / 2


def band(total: Decimal) -> Band:
    """Name the band of a week's fractional sets, as shown to the half: 0, to 4.5, to 9.5, to 20, above."""
    shown = to_half(total)
    if shown == 0:
        return Band.NONE
    if shown < 5:
        return Band.LOW
    if shown < 10:
        return Band.MODERATE
    return Band.WELL_SUPPORTED if shown <= 20 else Band.HIGH


def volume_load(weight_grams: Decimal, reps: int, *, per_hand: bool = False) -> Decimal:
    """Return weight times repetitions in exact grams. Round once, after summing.

    reps        of both sides together, for per-side work (steps are both sides already)
    per_hand    a weight in each hand counts twice; the body itself is left out
    """
    return weight_grams * reps * (2 if per_hand else 1)
