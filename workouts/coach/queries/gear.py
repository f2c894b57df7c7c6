"""What can be loaded, as long as a lifter has not told us what she has: usual bars, plates, pins and dumbbells.

Source: training-science 3.4 and 3.6. A machine's lightest pin is not known, so nobody is told to begin with it.
"""

from decimal import Decimal
from functools import cache

from workouts.catalogue.models import Exercise
from workouts.science.grids import Grid, ladder, loadable
from workouts.science.plates import Stock, pairs_of
from workouts.science.units import Unit

LoadType = Exercise.LoadType

_STOCKS = {
    Unit.KG: Stock(
        Decimal(20),
        Unit.KG,
        pairs_of(Unit.KG, [("25", 5), ("20", 2), ("15", 2), ("10", 2), ("5", 2), ("2.5", 2), ("1.25", 1)]),
    ),
    Unit.LB: Stock(
        Decimal(45), Unit.LB, pairs_of(Unit.LB, [("45", 6), ("35", 1), ("25", 1), ("10", 2), ("5", 1), ("2.5", 1)])
    ),
}
_USUAL_STEP = {Unit.KG: Decimal("2.5"), Unit.LB: Decimal(5)}
_TOP = {Unit.KG: Decimal(500), Unit.LB: Decimal(1100)}


def step_of(exercise: Exercise, unit: Unit) -> Decimal | None:
    """The exercise's normal rise in `unit`, or None."""
    return exercise.step_kg if unit == Unit.KG else exercise.step_lb


def grid_of(exercise: Exercise, unit: Unit) -> Grid:
    """The weights in `unit` that can usually be loaded for the exercise; per hand for dumbbells; none for the body."""
    if exercise.load_type == LoadType.BODYWEIGHT:
        return ()
    if exercise.load_type == LoadType.BARBELL:
        return _bar(unit)
    step = step_of(exercise, unit) or _USUAL_STEP[unit]
    return _steps(Decimal(0) if exercise.load_type == LoadType.SLED else step, step, _TOP[unit])


def knows_lightest(exercise: Exercise) -> bool:
    """Whether the lightest load is known without asking: an empty bar, or the body."""
    return exercise.load_type in {LoadType.BARBELL, LoadType.BODYWEIGHT}


# The grids below depend on the site's usual equipment alone, never on who asks.
@cache
def _bar(unit: Unit) -> Grid:
    return loadable(_STOCKS[unit], unit)


@cache
def _steps(start: Decimal, step: Decimal, top: Decimal) -> Grid:
    return ladder(start, step, top)
