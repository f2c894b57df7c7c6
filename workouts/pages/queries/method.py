"""The worked examples of the method page, computed by the code they explain."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from workouts.catalogue.models import MuscleGroup
from workouts.routines.queries import Coverage, RoutinePage, WeeklyVolume, coverage, weekly_volume
from workouts.science.grids import ladder
from workouts.science.one_rep_max import estimate, one_decimal
from workouts.science.units import plain
from workouts.science.warmup import warm_up

# Weight in kg, reps, reps in reserve (None: not logged).
ESTIMATES = ((100, 5, 0), (100, 5, 2), (80, 8, 2), (60, 10, 2), (60, 10, None), (40, 15, 1), (100, 8, 6))
RAMPS = (20, 40, 60, 100, 140)
BAR, STEP, TOP = Decimal(20), Decimal("2.5"), Decimal(300)


@dataclass(frozen=True, slots=True)
class EstimateExample:
    """A set and what is made of it; `value` is None where no estimate is made."""

    weight: int
    reps: int
    rir: int | None
    value: Decimal | None
    grade: str
    at_least: bool


@dataclass(frozen=True, slots=True)
class Ramp:
    """A working weight with its warm-up sets as (weight, reps)."""

    weight: int
    sets: Sequence[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Sums:
    """A group's sets in a week, a figure for each number of sessions."""

    group: MuscleGroup
    sets: list[str]


@dataclass(frozen=True, slots=True)
class MethodNumbers:
    estimates: list[EstimateExample]
    ramps: list[Ramp]
    page: RoutinePage | None
    coverage: list[Coverage]
    volume: list[WeeklyVolume]

    @property
    def sums(self) -> list[Sums]:
        """The weeks of `volume` turned about: a row a group."""
        weeks = zip(*(week.groups for week in self.volume), strict=True)
        return [Sums(row[0].group, [one.value for one in row]) for row in weeks]


def _estimates() -> list[EstimateExample]:
    rows = []
    for weight, reps, rir in ESTIMATES:
        found = estimate(Decimal(weight), reps, rir)
        value = one_decimal(found.value) if found else None
        grade = str(found.grade) if found else ""
        rows.append(EstimateExample(weight, reps, rir, value, grade, bool(found and found.at_least)))
    return rows


def _ramps() -> list[Ramp]:
    grid = ladder(BAR, STEP, TOP)
    return [Ramp(weight, [(plain(one.weight), one.reps) for one in warm_up(Decimal(weight), grid)]) for weight in RAMPS]


def method_numbers(page: RoutinePage | None) -> MethodNumbers:
    """All numbers of the method page that code or the catalogue decides. No statement of its own."""
    rows = page.rows if page else []
    return MethodNumbers(_estimates(), _ramps(), page, coverage(rows), weekly_volume(rows))
