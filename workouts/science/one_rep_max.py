"""Estimated one-rep maximum: what a set says about the heaviest single. Source: training-science 2.1-2.4.

Weights may be of any unit; results have the same one. Nothing is rounded here, see `one_decimal`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from enum import StrEnum

MAX_REPS = 12
MAX_RIR = 5
MAX_EFFECTIVE = 15
# A record must beat the old one by the larger of the two: half a percent, half a kilogram.
NOISE_SHARE = Decimal("0.005")
NOISE_GRAMS = Decimal(500)

_EXACT = Context(prec=40, rounding=ROUND_HALF_UP)


class Formula(StrEnum):
    """Published equations. Epley is the default; Brzycki and Wathan are offered; the rest serve comparison."""

    EPLEY = "epley"
    BRZYCKI = "brzycki"
    LOMBARDI = "lombardi"
    OCONNER = "oconner"
    WATHAN = "wathan"
    MAYHEW = "mayhew"


class Grade(StrEnum):
    """How far to trust an estimate: A up to 6 effective reps, B up to 10, C up to 15 (rough)."""

    A = "A"
    B = "B"
    C = "C"


@dataclass(frozen=True, slots=True)
class Estimate:
    """An estimated 1RM in the unit of the set; at_least when no reps in reserve were logged."""

    value: Decimal
    grade: Grade
    at_least: bool


def _epley(weight: Decimal, reps: Decimal) -> Decimal:
    return weight * (30 + reps) / 30


def _brzycki(weight: Decimal, reps: Decimal) -> Decimal:
    if reps >= 37:
        raise ValueError("Brzycki's equation ends below 37 repetitions")
    return weight * 36 / (37 - reps)


def _lombardi(weight: Decimal, reps: Decimal) -> Decimal:
    return weight * reps ** Decimal("0.1")


def _oconner(weight: Decimal, reps: Decimal) -> Decimal:
    return weight * (40 + reps) / 40


def _wathan(weight: Decimal, reps: Decimal) -> Decimal:
    return 100 * weight / (Decimal("48.8") + Decimal("53.8") * (Decimal("-0.075") * reps).exp())


def _mayhew(weight: Decimal, reps: Decimal) -> Decimal:
    return 100 * weight / (Decimal("52.2") + Decimal("41.9") * (Decimal("-0.055") * reps).exp())


_EQUATIONS: dict[Formula, Callable[[Decimal, Decimal], Decimal]] = {
    Formula.EPLEY: _epley,
    Formula.BRZYCKI: _brzycki,
    Formula.LOMBARDI: _lombardi,
    Formula.OCONNER: _oconner,
    Formula.WATHAN: _wathan,
    Formula.MAYHEW: _mayhew,
}


def raw(formula: Formula, weight: Decimal, reps: Decimal | int) -> Decimal:
    """Apply an equation as printed, without the app's limits. Raises ValueError from 37 reps on for Brzycki."""
    with localcontext(_EXACT):
        return _EQUATIONS[formula](weight, Decimal(reps))


def estimate(
    weight: Decimal, reps: int, rir: Decimal | int | None = None, formula: Formula = Formula.EPLEY
) -> Estimate | None:
    """Estimate the 1RM from a working set of `reps` with `rir` in reserve (None: not logged).

    None where an estimate would say nothing: no load, no full repetition, more than 12 reps, more than 5 in
    reserve, or more than 15 both together. The caller leaves out warm-ups, deloads, pain-flagged, body-weight,
    per-side, step and timed sets; for dumbbells the weight is per hand.
    """
    spare = Decimal(0) if rir is None else Decimal(rir)
    effective = reps + spare
    if weight <= 0 or not 1 <= reps <= MAX_REPS or spare > MAX_RIR or effective > MAX_EFFECTIVE:
        return None
    value = weight if effective == 1 else raw(formula, weight, effective)
    return Estimate(value, _grade(effective), rir is None)


def best_of(estimates: Iterable[Estimate | None]) -> Estimate | None:
    """Return the highest estimate of a session, or None when it has none."""
    return max((one for one in estimates if one is not None), key=lambda one: one.value, default=None)


def load_for(one_rep_max: Decimal, reps: int, rir: Decimal | int = 0) -> Decimal:
    """Return the load for `reps` with `rir` in reserve: Epley solved for the weight, not rounded to a grid."""
    effective = reps + Decimal(rir)
    if effective == 1:
        return one_rep_max
    with localcontext(_EXACT):
        return one_rep_max * 30 / (30 + effective)


def is_record(new_grams: Decimal, best_grams: Decimal | None) -> bool:
    """Tell whether an e1RM in grams beats the best before by the larger of 0.5 % and 0.5 kg. The first one does."""
    if best_grams is None:
        return True
    return new_grams - best_grams >= max(best_grams * NOISE_SHARE, NOISE_GRAMS)


def one_decimal(value: Decimal) -> Decimal:
    """Round for showing: one decimal, half away from zero."""
    return value.quantize(Decimal("0.1"), context=_EXACT)


def _grade(effective: Decimal) -> Grade:
    if effective <= 6:
        return Grade.A
    return Grade.B if effective <= 10 else Grade.C
