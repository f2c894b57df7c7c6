"""The first weight of an exercise without history. Source: training-science 3.5, rule 2."""

from decimal import Decimal

from workouts.science import grids
from workouts.science.one_rep_max import estimate
from workouts.science.progression import words
from workouts.science.progression.judge import ZERO
from workouts.science.progression.model import Action, Advice, Facts, Prescription, WorkingSet
from workouts.science.progression.rises import EPLEY

MARGIN = Decimal("0.90")
# An estimate has 40 digits; this makes 74.99...9 the 75 it stands for, so that a floor does not lose a step.
_CLEAN = Decimal("0.000001")


def start(prescription: Prescription, known: WorkingSet | None) -> Advice:
    """Advise the lightest option, or 90 % of what a set the lifter can do predicts for the top of the range.

    A known set that carries no estimate (see one_rep_max) counts as none.
    """
    if prescription.bodyweight:
        return _start(prescription, ZERO, "start_bodyweight")
    best = None if known is None else estimate(known.weight, known.reps, known.rir)
    if known is None or best is None:
        lightest = prescription.grid[0]
        return _start(prescription, lightest, "start_lightest", facts={"new": words.load(prescription, lightest)})
    # The page's own words, which know no exception for a single: one_rep_max.load_for has it.
    usual = best.value * EPLEY / (EPLEY + prescription.high + prescription.target_rir)
    weight = grids.floor_to(prescription.grid, (MARGIN * usual).quantize(_CLEAN))
    facts = {"new": words.load(prescription, weight), "known": words.known_set(prescription, known)}
    return _start(prescription, weight, "start_known", known, facts)


def _start(
    prescription: Prescription,
    weight: Decimal,
    code: str,
    known: WorkingSet | None = None,
    facts: dict[str, str] | None = None,
) -> Advice:
    text = words.TEXTS[code].format(**(facts or {}))
    return Advice(Action.START, weight, prescription.low, code, text, Facts(known=known))
