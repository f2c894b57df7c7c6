"""Which plates go on each side of a bar. Source: training-science 5.2.

All sums are integers. One tick is 1e-7 g, so that 0.01 kg and 0.01 lb are both whole numbers of ticks and plates of
both units may be mixed, if the lifter has declared both.
"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from workouts.science.units import Unit, grams

TICKS_PER_GRAM = 10_000_000
_SAME_LOAD_TICKS = 5 * TICKS_PER_GRAM
_HUNDREDTH_TICKS = {Unit.KG: 100_000_000, Unit.LB: 45_359_237}
# What has been put on one side so far: how many plates, and which (indices into the plates, heaviest first).
_Side = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Plate:
    """`pairs` pairs of plates of `size` (more than 0, whole hundredths of `unit`)."""

    size: Decimal
    unit: Unit
    pairs: int


@dataclass(frozen=True, slots=True)
class Stock:
    """A bar, sled or handle (0 where its weight is unknown: plates only) in `unit`, and the plates that fit it."""

    bar: Decimal
    unit: Unit
    plates: tuple[Plate, ...]


@dataclass(frozen=True, slots=True)
class Loading:
    """What to put on each side, heaviest first, and the total with the bar in exact grams."""

    per_side: tuple[Plate, ...]
    total_grams: Decimal


@dataclass(frozen=True, slots=True)
class Answer:
    """The loading asked for, or the nearest ones. `below` is None under the bar, `above` when plates run out."""

    exact: Loading | None
    below: Loading | None
    above: Loading | None


def pairs_of(unit: Unit, sizes: Iterable[tuple[str, int]]) -> tuple[Plate, ...]:
    """Build plates from (size, pairs) of one unit: pairs_of(Unit.KG, [("25", 4), ("1.25", 1)])."""
    return tuple(Plate(Decimal(size), unit, pairs) for size, pairs in sizes)


def load(total: Decimal, unit: Unit, stock: Stock) -> Answer:
    """Find the plates for a total of `unit`: the fewest, then the largest first.

    A loading less than 5 g away is the one asked for. Every bounded combination is searched: taking the largest
    plate that fits fails when stock is short (60 kg on the bar from one pair each of 25, 20 and 10).
    """
    sides = _sides(stock)
    totals = sorted(sides)
    wanted = int(grams(total, unit) * TICKS_PER_GRAM)
    for near in totals:
        if abs(near - wanted) < _SAME_LOAD_TICKS:
            return Answer(_loading(near, sides[near], stock), None, None)
    at = bisect_left(totals, wanted)
    below = _loading(totals[at - 1], sides[totals[at - 1]], stock) if at > 0 else None
    above = _loading(totals[at], sides[totals[at]], stock) if at < len(totals) else None
    return Answer(None, below, above)


def totals_in_grams(stock: Stock) -> tuple[Decimal, ...]:
    """Return every total the stock can make, bar alone included, ascending, in exact grams."""
    return tuple(Decimal(ticks) / TICKS_PER_GRAM for ticks in sorted(_sides(stock)))


@lru_cache(maxsize=64)
def _sides(stock: Stock) -> dict[int, _Side]:
    """Map each total in ticks to its best side. Plates are taken heaviest first, so ties go to larger plates."""
    plates = _heaviest_first(stock)
    best: dict[int, _Side] = {_ticks(stock.bar, stock.unit): ()}
    for index, plate in enumerate(plates):
        pair = 2 * _ticks(plate.size, plate.unit)
        for total, side in list(best.items()):
            for count in range(1, plate.pairs + 1):
                _keep_better(best, total + count * pair, side + (index,) * count)
    return best


def _keep_better(best: dict[int, _Side], total: int, side: _Side) -> None:
    known = best.get(total)
    # Lower indices are heavier plates: of equally many, the smaller tuple has the larger plate first.
    if known is None or (len(side), side) < (len(known), known):
        best[total] = side


def _heaviest_first(stock: Stock) -> list[Plate]:
    return sorted(stock.plates, key=lambda plate: -_ticks(plate.size, plate.unit))


def _loading(total: int, side: _Side, stock: Stock) -> Loading:
    plates = _heaviest_first(stock)
    chosen = tuple(Plate(plates[index].size, plates[index].unit, 1) for index in side)
    return Loading(chosen, Decimal(total) / TICKS_PER_GRAM)


def _ticks(value: Decimal, unit: Unit) -> int:
    hundredths = value * 100
    if hundredths != int(hundredths) or value < 0:
        raise ValueError(f"not a weight in whole hundredths: {value}")
    return int(hundredths) * _HUNDREDTH_TICKS[unit]
