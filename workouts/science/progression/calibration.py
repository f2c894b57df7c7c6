"""Finding the weight within a first session, set by set. Source: training-science 3.5, first session calibration."""

from decimal import Decimal

from workouts.science import grids
from workouts.science.progression.judge import ZERO
from workouts.science.progression.model import Prescription, WorkingSet
from workouts.science.progression.rises import two_steps

TOO_EASY_RIR = 5


def next_set(prescription: Prescription, done: WorkingSet) -> Decimal:
    """Return the weight for the next set after the one done.

    5 or more reps in reserve: one step up, two if they are within the cap. Under the range: one grid value down.
    Else, or at the end of the grid, the same weight. Body weight stays 0.
    """
    if prescription.bodyweight:
        return ZERO
    if done.rir is not None and done.rir >= TOO_EASY_RIR:
        return two_steps(prescription, done.weight) or done.weight
    if done.reps < prescription.low:
        return grids.next_below(prescription.grid, done.weight)
    return done.weight
