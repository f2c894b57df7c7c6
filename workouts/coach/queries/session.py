"""The next session of a routine: its exercises in order, each with a target and a reason."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db.models import Subquery

from workouts.accounts.models import User
from workouts.catalogue.models import Exercise, Substitution
from workouts.coach.queries.ramp import plan_of
from workouts.coach.queries.targets import Target, targets
from workouts.coach.queries.week import lead_group
from workouts.log.models import Workout
from workouts.routines.models import Prescription, Routine
from workouts.science.progression import Action
from workouts.science.units import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class NextSession:
    """The routine and its targets in order, each dose with `lead`, the slug of the group that leads its exercise."""

    routine: Routine
    targets: list[Target]

    @property
    def total_sets(self) -> int:
        return sum(target.sets for target in self.targets)


def next_session(user: User, slug: str, today: datetime.date, *, but: Workout | None = None) -> NextSession | None:
    """The next session of the routine that `user` means by `slug` (her own copy first), whose local date is `today`;
    None where there is no such routine, or nothing in it. `but` is a workout in progress, whose sets are no last time
    yet.

    Three statements, however long the history is; one more where something hurt, for what to do instead.
    """
    hers = Routine.objects.chosen_by(user, slug).values("pk")[:1]
    rows = Prescription.objects.filter(routine=Subquery(hers))
    doses = list(rows.select_related("routine", "exercise").annotate(lead=lead_group()))
    if not doses:
        return None
    found = targets(user, doses, today, unit=Unit(user.preferences.unit), but=but)
    return NextSession(routine=doses[0].routine, targets=with_swaps(with_plans(found)))


def with_plans(found: Iterable[Target]) -> list[Target]:
    """The targets of a session in order, each with its way to warm up."""
    planned, first = [], True
    for target in found:
        if target.weight:
            planned.append(replace(target, plan=plan_of(target.dose.exercise, first=first)))
            first = False
        else:
            planned.append(target)
    return planned


def with_swaps(found: list[Target]) -> list[Target]:
    """Where something hurt, what to do instead. No statement where nothing did, else one."""
    hurt = {target.dose.exercise_id for target in found if target.action == Action.PAIN}
    if not hurt:
        return found
    reasons = (Substitution.Reason.KNEE_PAIN, Substitution.Reason.BACK_PAIN)
    swaps: dict[int, list[tuple[str, Exercise | None]]] = {}
    rows = Substitution.objects.filter(exercise__in=hurt, reason__in=reasons).select_related("substitute")
    for swap in rows.order_by("reason", "position", "pk"):
        named = swap.substitute if swap.substitute and swap.substitute.owner_id is None else None
        swaps.setdefault(swap.exercise_id, []).append((swap.text, named))
    return [replace(target, swaps=swaps.get(target.dose.exercise_id, [])) for target in found]
