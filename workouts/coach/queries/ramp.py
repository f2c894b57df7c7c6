"""Warm-up sets before the first working weight, for this lifter's equipment. Source: training-science 5.1."""

from dataclasses import dataclass
from decimal import Decimal

from workouts.catalogue.models import Exercise
from workouts.coach.queries.gear import Kit
from workouts.coach.queries.loading import Loaded, loaded
from workouts.science.units import Unit
from workouts.science.warmup import Plan, warm_up
from workouts.shared.language.numbers import spoken

Pattern = Exercise.Pattern
_SHORT = {
    Pattern.HINGE: Plan.HINGE_AFTER_SQUAT,
    Pattern.SINGLE_LEG_SQUAT: Plan.LUNGE,
    Pattern.PLANTAR_FLEXION: Plan.CALF,
}


@dataclass(frozen=True, slots=True)
class WarmUp:
    """A warm-up set; weight 0 is the body alone. `plates` where they hang on a bar."""

    weight: Decimal
    unit: Unit
    reps: int
    plates: Loaded | None

    @property
    def weight_text(self) -> str:
        return spoken(self.weight)


def plan_of(exercise: Exercise, *, first: bool) -> Plan:
    """How to warm up: the full ramp for the first loaded exercise alone.

    The page names five exercises; of the others, one joint is warmed up as calves are, more than one as the press.
    Single-leg work begins with the body alone, wherever it stands.
    """
    pattern = Pattern(exercise.pattern)
    if first and pattern != Pattern.SINGLE_LEG_SQUAT:
        return Plan.FULL
    usual = Plan.CALF if exercise.mechanics == Exercise.Mechanics.ISOLATION else Plan.PRESS
    return _SHORT.get(pattern, usual)


def ramp(weight: Decimal | None, unit: Unit, kit: Kit, plan: Plan | None) -> list[WarmUp]:
    """The sets before `weight`, lightest first."""
    grid = kit.grid(unit)
    if plan is None or not weight or not grid:
        return []
    stock = kit.stock(unit)
    return [
        WarmUp(each.weight, unit, each.reps, loaded(each.weight, unit, stock) if each.weight else None)
        for each in warm_up(weight, grid, plan)
    ]
