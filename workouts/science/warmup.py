"""Warm-up sets before the first working weight. Source: training-science 5.1 (a design decision; practice varies).

Warm-ups never count: not for volume, records or progression.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from workouts.science.grids import Grid, floor_to

HEAVIEST_SHARE = Decimal("0.9")
BAR_REPS = 8
WALK_STEPS = 10

# Percent of the working weight, and repetitions.
_Share = tuple[int, int]

# Working weight at least so many times the bar: what follows the set with the bar.
_RAMPS: tuple[tuple[Decimal, tuple[_Share, ...]], ...] = (
    (Decimal(6), ((40, 5), (60, 4), (80, 2))),
    (Decimal(3), ((50, 5), (75, 3))),
    (Decimal("1.5"), ((70, 5),)),
)


class Plan(StrEnum):
    """How to warm up: the full ramp for the first loaded exercise, something shorter for those after it."""

    FULL = "full"
    HINGE_AFTER_SQUAT = "hinge_after_squat"
    PRESS = "press"
    LUNGE = "lunge"
    CALF = "calf"


_SHORT: dict[Plan, tuple[_Share, ...]] = {
    Plan.HINGE_AFTER_SQUAT: ((60, 5),),
    Plan.PRESS: ((50, 8), (75, 4)),
    Plan.CALF: ((50, 10),),
}
_HINGE_FROM = Decimal("1.5")


@dataclass(frozen=True, slots=True)
class WarmUpSet:
    """A warm-up set: weight in the unit of the grid, repetitions (steps for lunges)."""

    weight: Decimal
    reps: int


def warm_up(weight: Decimal, grid: Grid, plan: Plan = Plan.FULL) -> tuple[WarmUpSet, ...]:
    """Return the sets before `weight`, on the grid, whose lightest value is the bar or the lightest setting.

    Weights are floored to the grid; a set not above the one before, or over 90 % of the working weight, is dropped.
    Nothing for the bar alone: five minutes of general warm-up and 8 unloaded reps do.
    """
    bar = grid[0]
    if plan is Plan.LUNGE:
        return (WarmUpSet(Decimal(0), WALK_STEPS),) if weight > 0 else ()
    if plan is Plan.FULL:
        return _kept(weight, _full(weight, grid)) if weight > bar else ()
    if plan is Plan.HINGE_AFTER_SQUAT and weight < _HINGE_FROM * bar:
        return ()
    return _kept(weight, _at_shares(weight, grid, _SHORT[plan]))


def _full(weight: Decimal, grid: Grid) -> list[WarmUpSet]:
    bar = grid[0]
    shares = next((shares for times, shares in _RAMPS if weight >= times * bar), ())
    return [WarmUpSet(bar, BAR_REPS), *_at_shares(weight, grid, shares)]


def _at_shares(weight: Decimal, grid: Grid, shares: tuple[_Share, ...]) -> list[WarmUpSet]:
    return [WarmUpSet(floor_to(grid, weight * percent / 100), reps) for percent, reps in shares]


def _kept(weight: Decimal, planned: list[WarmUpSet]) -> tuple[WarmUpSet, ...]:
    kept: list[WarmUpSet] = []
    for one in planned:
        rises = not kept or one.weight > kept[-1].weight
        if rises and one.weight <= HEAVIEST_SHARE * weight:
            kept.append(one)
    return tuple(kept)
