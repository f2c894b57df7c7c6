"""How far the weight may rise, and what earns a coarse step. Source: training-science 3.5, rule 8."""

from decimal import Decimal

from workouts.science import grids
from workouts.science.progression.judge import Judged
from workouts.science.progression.model import Prescription

# Epley's equation gives 30 reps the value of the load itself; see `needed_reps`.
EPLEY = 30
REPS_OVER_RANGE = 5


def one_step(prescription: Prescription, weight: Decimal) -> Decimal | None:
    """Return the weight one step up, or None: the grid has none.

    From a weight on the grid that is the first one at least a normal step heavier, else the next one above.
    """
    grid, step = prescription.grid, prescription.normal_step
    if step and grids.contains(grid, weight):
        return grids.at_least(grid, weight + step)
    return grids.next_above(grid, weight)


def two_steps(prescription: Prescription, weight: Decimal) -> Decimal | None:
    """Return the weight two steps up, or one if two are over the cap or off the grid; None: the grid has none."""
    first = one_step(prescription, weight)
    second = None if first is None else one_step(prescription, first)
    return first if second is None or over_cap(prescription, weight, second) else second


def over_cap(prescription: Prescription, weight: Decimal, higher: Decimal) -> bool:
    """Tell whether a rise is larger than the prescription's cap: a coarse step."""
    return prescription.cap is not None and higher - weight > prescription.cap * weight


def needed_reps(prescription: Prescription, weight: Decimal, higher: Decimal) -> int:
    """Return the reps at weight (above 0) that earn a coarse step to higher.

    It is Epley solved for the reps at the old weight that predict the bottom of the range at the new one with the
    same reserve; no more than five over the range, since big pins would ask for the absurd.
    """
    base = EPLEY + prescription.target_rir
    whole, rest = divmod((base + prescription.low) * higher - base * weight, weight)
    return min(int(whole) + (rest > 0), prescription.high + REPS_OVER_RANGE)


def shown_reps(prescription: Prescription, judged: Judged) -> Decimal:
    """Return the fewest reps of the judged sets, with what was kept in reserve beyond the target."""
    spare = 0 if judged.min_rir is None else judged.min_rir - prescription.target_rir
    return judged.fewest.reps + max(Decimal(spare), Decimal(0))
