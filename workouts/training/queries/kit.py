"""What a device keeps for a session, so that all of it is there without a signal: targets with their reasons, last
time, loadable weights, plates, warm-ups, cues, and what to do instead, for every exercise that could be wanted."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TypeVar

from django.db.models import Prefetch

from workouts.accounts.models import User
from workouts.catalogue.models import Exercise, ExerciseGroup, Instruction, Substitution
from workouts.catalogue.queries import in_reading_order
from workouts.coach.queries import PastSet, Target, plan_of, targets, with_plans
from workouts.log.models import PerformedExercise, Workout
from workouts.log.queries import sticky_notes
from workouts.routines.models import DoseFields, Prescription, Routine
from workouts.routines.queries.dosing import dose_like
from workouts.science.grids import Grid
from workouts.science.plates import Stock
from workouts.science.units import Unit, plain
from workouts.training.schemas import (
    Kit,
    KitDose,
    KitExercise,
    KitLast,
    KitLine,
    KitPlate,
    KitRoutine,
    KitSet,
    KitStock,
    KitSwap,
    KitTarget,
    KitWarmUp,
)

T = TypeVar("T")


def kit_for_all(routine: Routine) -> Kit:
    """The kit of somebody without a log: the same for everybody. Five statements."""
    return _Maker(None, Unit.KG).kit(routine, list(_doses(routine)), datetime.date.min)


def kit_of(user: User, routine: Routine, today: datetime.date) -> Kit:
    """The lifter's kit for her next session of `routine`. Eight statements, however long the history is."""
    return _Maker(user, Unit(user.preferences.unit)).kit(routine, list(_doses(routine)), today)


def kit_of_workout(user: User, workout: Workout) -> Kit:
    """The kit of a workout of hers, on its own day, by the doses that stand in it. Eight statements."""
    rows = PerformedExercise.objects.of(user).live().filter(workout=workout).select_related("exercise")
    doses = list(rows.order_by("position", "pk"))
    return _Maker(user, Unit(user.preferences.unit), but=workout).kit(workout.routine, doses, workout.day)


def _doses(routine: Routine) -> Iterable[Prescription]:
    return routine.prescriptions.select_related("exercise").order_by("position", "pk")


@dataclass
class _Maker:
    """Collects what exercises share (grids, stocks) while their parts are made."""

    user: User | None
    unit: Unit
    but: Workout | None = None
    grids: dict[Grid, str] = field(default_factory=dict)
    stocks: dict[Stock, str] = field(default_factory=dict)

    def kit(
        self, routine: Routine | None, doses: "Sequence[Prescription | PerformedExercise]", day: datetime.date
    ) -> Kit:
        shelf = _shelf(self.user, [dose.exercise_id for dose in doses])
        lines: dict[int, Prescription | PerformedExercise] = {}
        for dose in doses:
            lines.setdefault(dose.exercise_id, dose)
        others = _others(shelf, lines)
        wanted = [*doses, *others]
        found = targets(self.user, wanted, day, unit=self.unit, but=self.but)
        planned = [*with_plans(found[: len(doses)]), *(_planned(target) for target in found[len(doses) :])]
        aims = {target.dose.exercise_id: target for target in reversed(planned)}
        notes = sticky_notes(self.user, shelf) if self.user else {}
        exercises = {
            each.slug: self._exercise(each, aims[key], notes.get(key, "")) for key, each in shelf.items() if key in aims
        }
        return Kit(
            account=self.user.uid if self.user else None,
            day=day if self.user else None,
            unit=self.unit,
            routine=_routine(routine) if routine else None,
            lines=[_line(dose) for dose in doses],
            exercises=exercises,
            grids={name: [plain(weight) for weight in grid] for grid, name in self.grids.items()},
            stocks={name: _stock(stock) for stock, name in self.stocks.items()},
        )

    def _exercise(self, exercise: Exercise, aim: Target, sticky: str) -> KitExercise:
        lead = next((each.group.slug for each in exercise.groups.all()), "core")
        return KitExercise(
            slug=exercise.slug,
            name=exercise.name,
            url=exercise.get_absolute_url(),
            lead=lead,
            rep_style=exercise.rep_style,
            load_mode=aim.load_mode,
            load_type=exercise.load_type,
            per_hand=aim.per_hand,
            unit=aim.unit,
            dose=_dose(aim.dose),
            target=_target(aim),
            last=KitLast(day=aim.last.row.day, sets=[_set(each) for each in aim.last.sets]) if aim.last else None,
            grid=_named(self.grids, aim.kit.grid(aim.unit), "g"),
            stock=_named(self.stocks, aim.kit.stock(aim.unit), "s"),
            warm_up=[KitWarmUp(weight=plain(each.weight), reps=each.reps) for each in aim.warm_up],
            cues=[line.text for line in exercise.instructions.all()],
            swaps=[_swap(each) for each in exercise.substitutions.all()],
            sticky=sticky,
        )


def _shelf(user: User | None, used: Iterable[int]) -> dict[int, Exercise]:
    """Every exercise on the lists, hers too, and the retired ones that the session has. Four statements."""
    seen = Exercise.objects.visible_to(user) if user else Exercise.objects.site()
    rows = (seen.current() | seen.filter(pk__in=list(used))).prefetch_related(
        Prefetch(
            "groups",
            ExerciseGroup.objects.filter(target_position__isnull=False)
            .select_related("group")
            .order_by("target_position"),
        ),
        Prefetch("instructions", Instruction.objects.filter(kind=Instruction.Kind.CUE).order_by("position", "pk")),
        Prefetch("substitutions", Substitution.objects.select_related("substitute").order_by("position", "pk")),
    )
    return {each.pk: each for each in rows.order_by(*in_reading_order())}


def _others(shelf: dict[int, Exercise], lines: "dict[int, Prescription | PerformedExercise]") -> list[Prescription]:
    """A dose for each exercise that the session does not have: that of the line it would stand in for, else the
    usual one."""
    stands_for: dict[int, DoseFields] = {}
    for key, dose in lines.items():
        for swap in shelf[key].substitutions.all():
            if swap.substitute_id is not None:
                stands_for.setdefault(swap.substitute_id, dose)
    return [dose_like(each, stands_for.get(key)) for key, each in shelf.items() if key not in lines]


def _planned(target: Target) -> Target:
    """With the short warm-up of an exercise that is not the first."""
    return replace(target, plan=plan_of(target.dose.exercise, first=False)) if target.weight else target


def _named(known: dict[T, str], thing: T | None, letter: str) -> str | None:
    return known.setdefault(thing, f"{letter}{len(known) + 1}") if thing else None


def _routine(routine: Routine) -> KitRoutine:
    base = routine.based_on.slug if routine.based_on else routine.slug
    return KitRoutine(slug=routine.slug, name=routine.name, base=base)


def _dose(dose: DoseFields) -> KitDose:
    return KitDose(
        sets=dose.sets,
        low=dose.low,
        high=dose.high,
        rep_style=dose.rep_style,
        rest_seconds=dose.rest_seconds,
        target_rir=_text(dose.target_rir),
    )


def _line(dose: Prescription | PerformedExercise) -> KitLine:
    return KitLine(
        exercise=dose.exercise.slug, position=dose.position, superset=dose.superset, **_dose(dose).model_dump()
    )


def _target(aim: Target) -> KitTarget:
    return KitTarget(
        weight=aim.weight_text or None,
        low=aim.low,
        high=aim.high,
        rir=plain(aim.rir),
        action=aim.action,
        headline=aim.headline,
        reason=aim.reason,
        not_loadable=aim.not_loadable,
    )


def _set(each: PastSet) -> KitSet:
    return KitSet(
        kind=each.kind,
        load_mode=each.load_mode,
        weight=each.weight_text or None,
        unit=each.unit,
        reps=each.reps,
        left=each.left,
        right=each.right,
        seconds=each.seconds,
        rir=_text(each.rir),
        rpe=_text(each.rpe),
    )


def _swap(swap: Substitution) -> KitSwap:
    own = swap.substitute is not None and not swap.substitute.retired
    return KitSwap(
        reason=swap.reason,
        label=swap.get_reason_display(),
        text=swap.text,
        why=swap.why,
        substitute=swap.substitute.slug if swap.substitute and own else None,
    )


def _stock(stock: Stock) -> KitStock:
    plates = [KitPlate(size=plain(each.size), unit=each.unit, pairs=each.pairs) for each in stock.plates]
    return KitStock(bar=plain(stock.bar), unit=stock.unit, plates=plates)


def _text(value: Decimal | None) -> str | None:
    return None if value is None else plain(value)
