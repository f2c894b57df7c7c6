"""Weekly sets a routine gives each group. The rule is training-science 4.2; the weights are the catalogue's data."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from workouts.catalogue.models import MuscleGroup
from workouts.routines.queries.doses import Row
from workouts.science.volume import Band, band, to_half
from workouts.shared.language.numbers import spoken

# Where the scale of the bars ends (components/volume_scale.html); a bar beyond it ends open.
SCALE = 30

BAND_WORDS = {
    Band.NONE: _("none"),
    Band.LOW: _("low"),
    Band.MODERATE: _("moderate"),
    Band.WELL_SUPPORTED: _("well supported"),
    Band.HIGH: _("high"),
}


@dataclass(frozen=True, slots=True)
class GroupSets:
    """Sets of a group in a week of so many sessions, as components/volume_row.html shows them."""

    group: MuscleGroup
    sets: Decimal

    @property
    def value(self) -> str:
        return spoken(to_half(self.sets))

    @property
    def percent(self) -> Decimal:
        """Of the scale, at most 100."""
        return min(self.sets * 100 / SCALE, Decimal(100)).quantize(Decimal("0.1"))

    @property
    def over(self) -> bool:
        return self.sets > SCALE

    @property
    def band(self) -> str:
        return str(BAND_WORDS[band(self.sets)])


@dataclass(frozen=True, slots=True)
class WeeklyVolume:
    """A week of so many sessions; the core supports and is counted apart, in whole sets."""

    sessions: int
    groups: list[GroupSets]
    core: int

    @property
    def anchor(self) -> str:
        """The id of its figure on the page."""
        return f"week-{self.sessions}"


def sets_per_session(rows: Iterable[Row]) -> dict[MuscleGroup, Decimal]:
    """Fractional sets one session counts, for every group the exercises name or count, in the groups' order."""
    sums: dict[MuscleGroup, Decimal] = {}
    for row in rows:
        for link in row.exercise.groups.all():
            sums[link.group] = sums.get(link.group, Decimal(0)) + row.prescription.sets * link.volume_weight
    return dict(sorted(sums.items(), key=lambda item: item[0].position))


def weekly_volume(rows: Iterable[Row], sessions: Sequence[int] = (2, 3)) -> list[WeeklyVolume]:
    """The week at each number of sessions: by default the two that the guide recommends."""
    once = sets_per_session(rows)
    legs = {group: sets for group, sets in once.items() if group.kind == MuscleGroup.Kind.LEG}
    core = int(sum((sets for group, sets in once.items() if group not in legs), Decimal(0)))
    return [
        WeeklyVolume(times, [GroupSets(group, sets * times) for group, sets in legs.items()], core * times)
        for times in sessions
    ]


@dataclass(frozen=True, slots=True)
class Coverage:
    """What one set of each exercise of a routine counts for a group ("1", "0.5", "0"), and the sets of a session."""

    group: MuscleGroup
    shares: list[str]
    per_session: str


def coverage(rows: Sequence[Row]) -> list[Coverage]:
    """The leg groups against the exercises, as a table."""
    weights = [{link.group_id: link.volume_weight for link in row.exercise.groups.all()} for row in rows]
    return [
        Coverage(
            group, [spoken(to_half(weight.get(group.pk, Decimal(0)))) for weight in weights], spoken(to_half(sets))
        )
        for group, sets in sets_per_session(rows).items()
        if group.kind == MuscleGroup.Kind.LEG
    ]
