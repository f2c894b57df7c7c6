"""Carrying advice over to another unit, when the exercise's equipment changed its own. Source: training-science 3.5."""

from dataclasses import replace

from workouts.science import grids
from workouts.science.grids import Grid
from workouts.science.progression.model import Advice
from workouts.science.units import Unit, convert, plain


def in_other_unit(advice: Advice, from_unit: Unit, to_unit: Unit, grid: Grid) -> Advice:
    """Turn advice computed in the unit of the last logged set into one for a grid of another unit.

    The weight is converted exactly and floored to the grid: a change of unit never raises the load. Where even the
    lightest weight of the grid would, there is no weight, and the reason says so (20 kg on a bar of 45 lb).
    """
    if advice.weight is None or from_unit == to_unit:
        return advice
    exact = convert(advice.weight, from_unit, to_unit)
    old = f"{plain(advice.weight)} {from_unit}"
    if exact < grid[0]:
        text = f"{advice.reason} In {to_unit}, even the lightest, {plain(grid[0])} {to_unit}, is more than {old}."
        return replace(advice, weight=None, reason=text)
    weight = grids.floor_to(grid, exact)
    return replace(advice, weight=weight, reason=f"{advice.reason} {old} becomes {plain(weight)} {to_unit}.")
