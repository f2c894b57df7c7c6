"""The log as the rules of progression read it: working sets only, in one unit, reps of the weaker side."""

import datetime
from collections.abc import Sequence
from decimal import Decimal

from workouts.catalogue.models import Exercise, LoadMode, RepStyle
from workouts.coach.queries.gear import grid_of, step_of
from workouts.coach.queries.recent import Past
from workouts.log.models import LoggedSet, PerformedExercise, SetKind
from workouts.routines.models import DoseFields
from workouts.science import progression
from workouts.science.effort import rir_from_rpe
from workouts.science.grids import ladder
from workouts.science.progression.model import Side, Style
from workouts.science.units import Unit, convert

_STYLES: dict[str, Style] = {RepStyle.PER_SIDE: "per_side", RepStyle.STEPS: "steps"}
_USUAL_RIR = Decimal(2)
# Something was held in an exercise that is listed without load: any weight in these steps will do.
_ANY = ladder(Decimal("2.5"), Decimal("2.5"), Decimal(500))


def prescription_of(dose: DoseFields, exercise: Exercise, unit: Unit, *, loaded: bool) -> progression.Prescription:
    """A dose as the rules take it: steps count per side."""
    halve = 2 if dose.rep_style == RepStyle.STEPS else 1
    low = max(dose.low // halve, 1)
    percent = exercise.max_rise_percent
    return progression.Prescription(
        dose.sets,
        low,
        max(dose.high // halve, low),
        grid_of(exercise, unit) or _ANY,
        target_rir=_USUAL_RIR if dose.target_rir is None else dose.target_rir,
        load_kind="load" if loaded else "bodyweight",
        cap=Decimal(percent) / 100 if percent else None,
        normal_step=step_of(exercise, unit),
        unit=unit,
        style=_STYLES.get(dose.rep_style, "reps"),
    )


def sessions_of(history: Sequence[Past], exercise: Exercise, unit: Unit, *, loaded: bool) -> list[progression.Session]:
    """Sessions newest first, without those marked as deload or pain."""
    return [
        progression.Session(
            tuple(_working_set(each, past.row, unit) for each in past.sets),
            prescription_of(past.row, exercise, unit, loaded=loaded) if past.row.prescribed else None,
        )
        for past in history
        if not (past.row.pain or past.row.deload)
    ]


def gap_days(last: PerformedExercise, today: datetime.date) -> int:
    """Whole local calendar days since `last`; a deload counts, for training did happen."""
    return max((today - last.workout.day).days, 0)


def _working_set(each: LoggedSet, row: PerformedExercise, unit: Unit) -> progression.WorkingSet:
    reps, weaker = _reps(each, row.rep_style)
    weight = Decimal(0) if each.weight is None or each.load_mode == LoadMode.BODYWEIGHT else each.weight
    return progression.WorkingSet(convert(weight, Unit(each.unit), unit), reps, _rir(each), weaker)


def _reps(each: LoggedSet, style: str) -> tuple[int, Side | None]:
    if each.left is not None and each.right is not None:
        if each.left == each.right:
            return each.left, None
        return min(each.left, each.right), "left" if each.left < each.right else "right"
    reps = each.reps or 0
    return (reps // 2 if style == RepStyle.STEPS else reps), None


def _rir(each: LoggedSet) -> Decimal | None:
    if each.rir is not None:
        return each.rir
    if each.rpe is not None:
        return rir_from_rpe(each.rpe)
    return Decimal(0) if each.kind == SetKind.FAILURE else None
