"""Whether a session rose or stood still, by its own prescription: what a plateau is made of (training-science 3.5).

Only sessions that had one: nobody knows what an imported session was meant to be.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from workouts.catalogue.models import RepStyle
from workouts.log.figures.scale import exact
from workouts.log.figures.sets import DoneSet
from workouts.science.progression import Prescription, WorkingSet
from workouts.science.progression.judge import Verdict, judge
from workouts.science.units import Unit

if TYPE_CHECKING:
    from workouts.log.figures.keeping import Performed

# A run at one weight is made of these; any other verdict ends it.
STUCK = {Verdict.INRANGE, Verdict.MISS, Verdict.TOPHARD}
USUAL_RIR = Decimal(2)


class Stall(NamedTuple):
    """Working weight (on the scale of `scale.py`) and total of the judged reps; nothing where the session rose, was
    cut short, or cannot be judged."""

    weight: int | None = None
    total: int | None = None
    in_range: bool = False


def stall_of(performed: "Performed", sets: Sequence[DoneSet]) -> Stall:
    """The verdict on a session's working sets, if it is one of standing still."""
    if not sets or performed.rep_style == RepStyle.SECONDS or any(one.timed or one.assisted for one in sets):
        return Stall()
    halve = 2 if performed.rep_style == RepStyle.STEPS else 1
    low = max(performed.low // halve, 1)
    prescription = Prescription(
        performed.sets,
        low,
        max(performed.high // halve, low),
        (Decimal(0),),  # judging asks for no grid
        target_rir=USUAL_RIR if performed.target_rir is None else performed.target_rir,
        load_kind="load" if any(one.raw.weight and Decimal(one.raw.weight) for one in sets) else "bodyweight",
    )
    judged = judge(tuple(WorkingSet(_weight(one), one.count, one.rir) for one in sets), prescription)
    if judged.verdict not in STUCK:
        return Stall()
    return Stall(int(judged.weight), judged.total, judged.verdict is Verdict.INRANGE)


def _weight(done: DoneSet) -> Decimal:
    """One scale for both units, so that weights of a session can be compared."""
    return Decimal(exact(Decimal(done.raw.weight or 0), Unit(done.raw.unit)))
