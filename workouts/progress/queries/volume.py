"""Fractional sets per muscle group, each number with the exercises that it was added up from.

Source: training-science 4.2 and 4.3.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from workouts.progress.queries.tallies import Tally, Weights
from workouts.science.volume import Band, CountedSet, band, count_sets, to_half
from workouts.shared.language.numbers import spoken
from workouts.shared.language.translated import alphabetical

SCALE = 30
# Name and slug of exercises by their key.
Names = Mapping[int, tuple[str, str]]

BANDS: dict[Band, Promise] = {
    Band.NONE: _("none"),
    Band.LOW: _("low"),
    Band.MODERATE: _("moderate"),
    Band.WELL_SUPPORTED: _("well supported"),
    Band.HIGH: _("high"),
}


@dataclass(frozen=True, slots=True)
class Part:
    """Sets of one exercise, how many of them were easy, and what each counts; a weight of 0: they count for none."""

    name: str
    slug: str
    sets: int
    easy: int
    weight: Decimal = Decimal(0)

    @property
    def each(self) -> str:
        return spoken(self.weight)

    @property
    def sum(self) -> str:
        return spoken(self.sets * self.weight)


@dataclass(frozen=True, slots=True)
class Share:
    """A group's sets and what they are made of, as components/volume_row.html shows them on its scale of 30."""

    slug: str
    name: str
    total: Decimal
    parts: list[Part]

    @property
    def value(self) -> str:
        return spoken(to_half(self.total))

    @property
    def percent(self) -> str:
        return f"{min(to_half(self.total) / SCALE * 100, Decimal(100)):.1f}"

    @property
    def over(self) -> bool:
        return to_half(self.total) > SCALE

    @property
    def band(self) -> Promise:
        return BANDS[band(self.total)]


@dataclass(frozen=True, slots=True)
class Volume:
    """Sets per leg group in the site's order, whole sets that worked the core, and exercises that count for none."""

    shares: list[Share]
    core: int
    core_parts: list[Part]
    uncounted: list[Part]

    @property
    def easy(self) -> bool:
        """Whether a set that counts was an easy one."""
        parts = [*self.core_parts, *(part for share in self.shares for part in share.parts)]
        return any(part.easy for part in parts)

    @property
    def has_sets(self) -> bool:
        return bool(self.core or self.uncounted) or any(share.total for share in self.shares)


def volume_of(tallies: Iterable[Tally], weights: Weights, names: Names) -> Volume:
    """What these sets add up to. An exercise that `names` does not hold gets no part."""
    sets: Counter[int] = Counter()
    easy: Counter[int] = Counter()
    counted: list[CountedSet] = []
    for one in tallies:
        sets[one.exercise] += one.sets
        easy[one.exercise] += one.easy
        each = CountedSet(one.day, 1, weights.groups.get(one.exercise, {}), core=one.exercise in weights.core)
        counted += [each] * one.sets
    totals = count_sets(counted)

    def parts(counts: Mapping[int, Decimal]) -> list[Part]:
        found = [Part(*names[pk], sets[pk], easy[pk], weight) for pk, weight in counts.items() if pk in names]
        return sorted(found, key=lambda part: (-part.sets * part.weight, -part.sets, alphabetical(part.name)))

    by_group = {
        group: {pk: weights.groups[pk][group] for pk in sets if group in weights.groups.get(pk, {})}
        for group in weights.names
    }
    known = weights.groups.keys() | weights.core
    return Volume(
        shares=[Share(g.value, name, totals.groups[g], parts(by_group[g])) for g, name in weights.names.items()],
        core=totals.core,
        core_parts=parts({pk: Decimal(1) for pk in sets if pk in weights.core}),
        uncounted=parts({pk: Decimal(0) for pk in sets if pk not in known}),
    )
