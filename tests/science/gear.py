"""The equipment of training-science 3.6, and short ways to write histories."""

from collections.abc import Sequence
from decimal import Decimal

from workouts.science.grids import Grid, explicit, ladder, loadable
from workouts.science.plates import Stock, pairs_of
from workouts.science.progression import Advice, Prescription, Session, WorkingSet
from workouts.science.units import Unit

Rir = str | int | None

KG_PAIRS = [("25", 4), ("20", 2), ("15", 2), ("10", 2), ("5", 2), ("2.5", 2), ("1.25", 1)]
LB_PAIRS = [("45", 5), ("35", 1), ("25", 1), ("10", 2), ("5", 1), ("2.5", 1)]
KG_STOCK = Stock(Decimal(20), Unit.KG, pairs_of(Unit.KG, KG_PAIRS))
LB_STOCK = Stock(Decimal(45), Unit.LB, pairs_of(Unit.LB, LB_PAIRS))
KG_BAR = loadable(KG_STOCK, Unit.KG)
LB_BAR = loadable(LB_STOCK, Unit.LB)


def d(text: str | int) -> Decimal:
    return Decimal(text)


def by(step: int, top: int, start: int = 0) -> Grid:
    return ladder(d(start), d(step), d(top))


SQUAT = Prescription(4, 8, 10, KG_BAR, normal_step=d("2.5"), unit=Unit.KG)
SQUAT_LB = Prescription(4, 8, 10, LB_BAR, normal_step=d(5), unit=Unit.LB)
SLED = Prescription(3, 10, 12, by(5, 300), normal_step=d(5), unit=Unit.KG)
STACK = Prescription(3, 10, 12, by(10, 200, 10), unit=Unit.KG)
CALF = Prescription(3, 12, 15, by(10, 150, 10), unit=Unit.KG)
DUMBBELLS = by(2, 40, 2)
DUMBBELL_RDL = Prescription(4, 8, 10, DUMBBELLS, normal_step=d(2), unit=Unit.KG)
LUNGE = Prescription(3, 10, 10, (), load_kind="bodyweight", cap=None, rep_ceiling=15, unit=Unit.KG, style="steps")
LOADED_LUNGE = Prescription(
    3, 10, 10, DUMBBELLS, cap=None, normal_step=d(2), rep_ceiling=15, unit=Unit.KG, style="steps"
)
COARSE = Prescription(3, 5, 8, explicit([d(10), d(20), d(40)]), unit=Unit.KG)


def ds(*values: str | int) -> tuple[Decimal, ...]:
    return tuple(Decimal(value) for value in values)


def gist(advice: Advice) -> tuple[str, str | None, int | None]:
    return advice.action.value, None if advice.weight is None else str(advice.weight), advice.rep_goal


def sets(weight: str | int, reps: Sequence[int], rir: Rir | list[Rir] = None) -> tuple[WorkingSet, ...]:
    """Sets at one weight; rir for all of them, or one each."""
    each = rir if isinstance(rir, list) else [rir] * len(reps)
    return tuple(
        WorkingSet(d(weight), count, None if left is None else Decimal(left))
        for count, left in zip(reps, each, strict=True)
    )


def day(weight: str | int, reps: Sequence[int], rir: Rir | list[Rir] = None) -> Session:
    return Session(sets(weight, reps, rir))
