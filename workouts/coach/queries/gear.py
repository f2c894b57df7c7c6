"""What this lifter can load for an exercise: her own equipment, or what is usual as long as she has not told us.

Source: training-science 3.4, 3.6 and 5.2. A machine's lightest pin is not known, so nobody is told to begin with it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from django.db.models import F

from workouts.accounts.models import USUAL_PLATES, Gear, User
from workouts.catalogue.models import Exercise
from workouts.science.grids import Grid, contains, explicit, floor_to, ladder, loadable, next_above, stack
from workouts.science.plates import Plate, Stock, pairs_of
from workouts.science.units import Unit

LoadType = Exercise.LoadType
Kind = Gear.Kind

_PLATES = {unit: pairs_of(unit, sizes) for unit, sizes in USUAL_PLATES.items()}
USUAL_BAR = {Unit.KG: Decimal(20), Unit.LB: Decimal(45)}
_USUAL_STEP = {Unit.KG: Decimal("2.5"), Unit.LB: Decimal(5)}
_TOP = {Unit.KG: Decimal(500), Unit.LB: Decimal(1100)}
KIND_OF: dict[str, str] = {
    LoadType.BARBELL: Kind.BAR,
    LoadType.SLED: Kind.SLED,
    LoadType.STACK: Kind.STACK,
    LoadType.DUMBBELL_PAIR: Kind.DUMBBELLS,
    LoadType.DUMBBELL: Kind.DUMBBELLS,
}
ON_PLATES = {Kind.BAR, Kind.SLED}
# What is hung with plates, though no bar or sled of hers is known.
_PLATES_BY_TYPE = {LoadType.BARBELL: USUAL_BAR, LoadType.SLED: {Unit.KG: Decimal(0), Unit.LB: Decimal(0)}}


@dataclass(frozen=True, slots=True)
class Kit:
    """What one exercise is loaded with: `thing` is the lifter's own, None for what is usual; `plates` by unit."""

    exercise: Exercise
    thing: Gear | None
    plates: dict[Unit, tuple[Plate, ...]]

    @property
    def unit(self) -> Unit | None:
        """The unit of her equipment; None where she has none: then that of the last set counts."""
        return Unit(self.thing.unit) if self.thing else None

    @property
    def knows_lightest(self) -> bool:
        """Whether the lightest load is known without asking: her own thing, an empty bar, or the body."""
        return self.thing is not None or self.exercise.load_type in {LoadType.BARBELL, LoadType.BODYWEIGHT}

    @property
    def per_hand(self) -> bool:
        """Whether the weight is that of one of two dumbbells."""
        if self.thing and self.exercise.load_type != LoadType.DUMBBELL:
            return self.thing.kind == Kind.DUMBBELLS
        return self.exercise.load_type == LoadType.DUMBBELL_PAIR

    def grid(self, unit: Unit) -> Grid:
        """The weights in `unit` that can be loaded; per hand for dumbbells; none for the body alone."""
        if self.thing and self.thing.unit == unit:
            return _own_grid(self.thing, self.plates.get(unit) or _PLATES[unit])
        return self._usual_grid(unit)

    def stock(self, unit: Unit) -> Stock | None:
        """The bar or sled with the plates that fit it; None where nothing is hung with plates."""
        plates = self.plates.get(unit) or _PLATES[unit]
        if self.thing and self.thing.unit == unit:
            return Stock(self.thing.weight, unit, plates) if self.thing.kind in ON_PLATES else None
        bars = _PLATES_BY_TYPE.get(LoadType(self.exercise.load_type))
        return Stock(bars[unit], unit, plates) if bars else None

    def near(self, weight: Decimal, unit: Unit) -> tuple[Decimal | None, Decimal | None] | None:
        """The nearest weights below and above one that cannot be loaded; None for one that can, or where what she
        trains with is not known."""
        known = self.thing.unit == unit if self.thing else self.exercise.load_type == LoadType.BARBELL
        grid = self.grid(unit) if known else ()
        if not grid or contains(grid, weight):
            return None
        below = floor_to(grid, weight)
        return (below if below < weight else None), next_above(grid, weight)

    def _usual_grid(self, unit: Unit) -> Grid:
        kind = self.exercise.load_type
        if kind == LoadType.BODYWEIGHT:
            return ()
        if kind == LoadType.BARBELL:
            return _hung(Stock(USUAL_BAR[unit], unit, self.plates.get(unit) or _PLATES[unit]))
        step = step_of(self.exercise, unit) or _USUAL_STEP[unit]
        return _ladder(Decimal(0) if kind == LoadType.SLED else step, step, _TOP[unit], None)


@dataclass(frozen=True, slots=True)
class Gym:
    """All that a lifter trains with."""

    usual: dict[str, Gear] = field(default_factory=dict)
    chosen: dict[int, Gear] = field(default_factory=dict)
    plates: dict[Unit, tuple[Plate, ...]] = field(default_factory=dict)

    def kit(self, exercise: Exercise) -> Kit:
        thing = self.chosen.get(exercise.pk) or self.usual.get(KIND_OF.get(exercise.load_type, ""))
        return Kit(exercise, thing, self.plates)


def gym_of(user: User) -> Gym:
    """The lifter's equipment. One statement."""
    rows = Gear.objects.of(user).annotate(of=F("exercises__exercise")).order_by("pk")
    return _sorted_out(rows)


def _sorted_out(rows: Iterable[Gear]) -> Gym:
    gym, pairs = Gym(), dict[Unit, dict[Decimal, int]]()
    for row in rows:
        if row.kind == Kind.PLATE:
            pairs.setdefault(Unit(row.unit), {})[row.weight] = row.pairs
        elif row.usual:
            gym.usual[row.kind] = row
        of: int | None = getattr(row, "of", None)
        if of is not None:
            gym.chosen[of] = row
    for unit, sizes in pairs.items():
        gym.plates[unit] = tuple(Plate(size, unit, count) for size, count in sorted(sizes.items(), reverse=True))
    return gym


def step_of(exercise: Exercise, unit: Unit) -> Decimal | None:
    """The exercise's normal rise in `unit`, or None."""
    return exercise.step_kg if unit == Unit.KG else exercise.step_lb


def listed_weights(thing: Gear) -> tuple[Decimal, ...]:
    """The weights of a list; empty where the thing is a ladder."""
    return tuple(Decimal(each) for each in thing.listed.split())


def _own_grid(thing: Gear, plates: tuple[Plate, ...]) -> Grid:
    if thing.kind in ON_PLATES:
        return _hung(Stock(thing.weight, Unit(thing.unit), plates))
    if thing.listed:
        extra = () if thing.add_on is None else (thing.add_on,)
        pins = listed_weights(thing)
        return explicit([*pins, *(pin + more for pin in pins for more in extra)])
    zero = Decimal(0)  # never: gear_ladder_whole sees to it
    return _ladder(thing.start or zero, thing.step or Decimal(1), thing.top or zero, thing.add_on)


# Both depend on weights alone, never on who asks: the same equipment costs its arithmetic once.
@lru_cache(maxsize=128)
def _hung(stock: Stock) -> Grid:
    return loadable(stock, stock.unit)


@lru_cache(maxsize=128)
def _ladder(start: Decimal, step: Decimal, top: Decimal, add_on: Decimal | None) -> Grid:
    return ladder(start, step, top) if add_on is None else stack(start, step, top, [add_on])
