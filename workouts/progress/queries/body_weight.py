"""Body weight over time: what was typed, and its chart."""

import datetime
from dataclasses import dataclass
from decimal import Decimal

from workouts.accounts.models import BodyWeight, User
from workouts.progress.forms import Range, read_range
from workouts.progress.queries.series import EPOCH, words
from workouts.progress.queries.shown import Figure
from workouts.science.one_rep_max import one_decimal
from workouts.science.units import Unit, convert, plain
from workouts.shared.language.numbers import spoken


@dataclass(frozen=True, slots=True)
class Weighed:
    """One day's weight; `figure` is what the chart shows of it, converted where it was typed in another unit."""

    entry: BodyWeight
    figure: Figure


@dataclass(frozen=True)
class BodyWeights:
    """One lifter's weights within `range`, oldest first; `newest` and `total` are of all days."""

    unit: Unit
    range: Range
    total: int
    newest: Weighed | None
    days: list[Weighed]

    @property
    def newest_first(self) -> list[Weighed]:
        return self.days[::-1]

    @property
    def converted(self) -> bool:
        return any(one.figure.about for one in self.days)

    def data(self) -> dict[str, object]:
        """For `json_script`, in the shape of `frontend/progress/series.ts`."""
        none = [""] * len(self.days)
        values = [one.figure.value for one in self.days]
        return {
            "x": [(one.entry.day - EPOCH).days for one in self.days],
            "y": [float(value) for value in values],
            "unit": self.unit.value,
            "decimals": max((len(plain(value).partition(".")[2]) for value in values), default=0),
            "grades": none,
            "least": [False] * len(self.days),
            "about": [one.figure.about for one in self.days],
            "sets": [str(one.entry) if one.figure.about else "" for one in self.days],
            "off": [0] * len(self.days),
            "words": words(),
        }


def body_weights(user: User, *, wanted: str, today: datetime.date) -> BodyWeights:
    """All that the page shows, over the range `wanted` (see `read_range`). One statement."""
    unit = Unit(user.preferences.unit)
    columns = BodyWeight.objects.only("uid", "day", "weight_text", "weight", "unit", "note")
    everything = [Weighed(one, figure_of(one, unit)) for one in columns.of(user).live().order_by("day")]
    chosen = read_range(wanted, [one.entry.day for one in everything[-1:]], today)
    days = [one for one in everything if chosen.holds(one.entry.day, today)]
    return BodyWeights(unit, chosen, len(everything), everything[-1] if everything else None, days)


def figure_of(entry: BodyWeight, unit: Unit) -> Figure:
    """The weight as typed, or converted to one decimal."""
    typed = Unit(entry.unit)
    if typed == unit:
        return Figure(entry.weight, spoken(entry.weight_text), entry.unit)
    value: Decimal = one_decimal(convert(entry.weight, typed, unit))
    return Figure(value, spoken(value), unit.value, about=True)
