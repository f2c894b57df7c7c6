"""Grids: the weights a lifter can really load, ascending, in one unit. Source: training-science 3.4, 5.2.

A grid is a non-empty ascending tuple of Decimals. Dumbbells are listed per hand.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from decimal import Decimal

from workouts.science.plates import Stock, totals_in_grams
from workouts.science.units import Unit, convert

Grid = tuple[Decimal, ...]

_THOUSANDTH = Decimal("0.001")
_GRAMS_PER_KG = 1000


def explicit(weights: Iterable[Decimal]) -> Grid:
    """Make a grid of listed weights: sorted, without doubles. Raises ValueError if empty or below 0."""
    grid = tuple(sorted(set(weights)))
    if not grid or grid[0] < 0:
        raise ValueError("a grid needs at least one weight, none below 0")
    return grid


def ladder(start: Decimal, step: Decimal, top: Decimal) -> Grid:
    """Make a grid of equal steps from start to at most top: a pin stack, or dumbbells per hand.

    Raises ValueError for a step that is not above 0 or a top under the start.
    """
    if step <= 0 or top < start:
        raise ValueError("a ladder needs a step above 0 and a top not below its start")
    return explicit(start + step * rung for rung in range(int((top - start) / step) + 1))


def stack(start: Decimal, step: Decimal, top: Decimal, add_ons: Iterable[Decimal] = ()) -> Grid:
    """Make the grid of a pin stack with add-on weights (half pins of 2.5 kg or 5 lb), at most one of them at a time."""
    pins = ladder(start, step, top)
    return explicit([*pins, *(pin + extra for pin in pins for extra in add_ons)])


def loadable(stock: Stock, unit: Unit) -> Grid:
    """Make the grid of a bar or sled and its plates, in `unit`.

    Exact where all is of that unit; else (both units declared) to 3 decimals, far under the 5 g that count.
    """
    return explicit(_in_unit(total, unit) for total in totals_in_grams(stock))


def floor_to(grid: Grid, weight: Decimal) -> Decimal:
    """Return the largest grid value not above weight, or the lightest there is."""
    at = bisect_right(grid, weight)
    return grid[max(at - 1, 0)]


def nearest(grid: Grid, weight: Decimal) -> Decimal:
    """Return the grid value nearest to weight; a tie goes down."""
    return min(grid, key=lambda value: (abs(value - weight), value))


def next_above(grid: Grid, weight: Decimal) -> Decimal | None:
    """Return the smallest grid value above weight, or None."""
    at = bisect_right(grid, weight)
    return grid[at] if at < len(grid) else None


def at_least(grid: Grid, weight: Decimal) -> Decimal | None:
    """Return the smallest grid value not below weight, or None."""
    at = bisect_left(grid, weight)
    return grid[at] if at < len(grid) else None


def next_below(grid: Grid, weight: Decimal) -> Decimal:
    """Return the largest grid value below weight, or the lightest there is."""
    return grid[max(bisect_left(grid, weight) - 1, 0)]


def contains(grid: Grid, weight: Decimal) -> bool:
    """Tell whether weight can be loaded exactly."""
    return at_least(grid, weight) == weight


def lowered(grid: Grid, weight: Decimal, factor: Decimal) -> Decimal:
    """Return factor * weight (factor under 1) floored to the grid: always at least one grid value under weight.

    The lightest grid value is the end: there, or for a weight under it, the answer is the lightest.
    """
    return floor_to(grid, weight * factor)


def _in_unit(total_grams: Decimal, unit: Unit) -> Decimal:
    kilograms = total_grams / _GRAMS_PER_KG
    return convert(kilograms, Unit.KG, unit).quantize(_THOUSANDTH).normalize() + 0  # + 0 undoes 1E+2
