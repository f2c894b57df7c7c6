"""What was logged of each group against what the routines of these sessions plan: sets a session times sessions.

Both sides are counted alike (training-science 4.2), so that the ratio tells which exercises were left out or added.
It says nothing of risk, and 1 is no ideal: the plan is the lifter's own.
"""

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from workouts.accounts.models import User
from workouts.progress.queries.tallies import Weights, tallies_of
from workouts.progress.queries.weeks import DAY, WEEK, monday_of, sessions_in
from workouts.routines.models import Prescription
from workouts.routines.queries import GUIDE_ROUTINE
from workouts.science.volume import Group, to_half
from workouts.shared.language.numbers import spoken
from workouts.shared.language.translated import said

SPANS = (4, 12)
# A tenth either way is called "as planned": a word of ours, no threshold of science.
NEAR = Decimal("0.1")
# The bars reach to one and a half times the plan.
REACH = Decimal("1.5")


class Dose(NamedTuple):
    """Sets of one exercise in a session of a routine."""

    routine: int
    name: str
    slug: str
    exercise: int
    sets: int


@dataclass(frozen=True, slots=True)
class Plan:
    """One routine: how many of the sessions were measured by it, and its sets a session by group."""

    name: str
    slug: str
    sessions: int
    sets: dict[Group, Decimal]


@dataclass(frozen=True, slots=True)
class Part:
    """How much of a group one routine plans: so many sets a session, times sessions."""

    name: str
    sets: str
    sessions: int


@dataclass(frozen=True, slots=True)
class Side:
    """One group: sets logged, sets planned, and how they compare."""

    slug: str
    name: str
    logged: Decimal
    planned: Decimal
    parts: list[Part]

    @property
    def ratio(self) -> Decimal | None:
        """Of the plan; None where it has nothing for the group."""
        return self.logged / self.planned if self.planned else None

    @property
    def value(self) -> str:
        """Whole percent."""
        return "–" if self.ratio is None else f"{(self.ratio * 100).quantize(Decimal(1), ROUND_HALF_UP)} %"

    @property
    def percent(self) -> str:
        """Of the bar."""
        return f"{min((self.ratio or Decimal(0)) / REACH * 100, Decimal(100)):.1f}"

    @property
    def over(self) -> bool:
        return (self.ratio or Decimal(0)) > REACH

    @property
    def done(self) -> str:
        return spoken(to_half(self.logged))

    @property
    def plan(self) -> str:
        return spoken(to_half(self.planned))

    @property
    def word(self) -> Promise:
        if self.ratio is None:
            return _("not planned") if self.logged else _("none planned")
        if not self.logged:
            return _("none done")
        if abs(self.ratio - 1) <= NEAR:
            return _("as planned")
        return _("fewer") if self.ratio < 1 else _("more")


@dataclass(frozen=True, slots=True)
class Balance:
    """The four groups over the last `span` weeks, from `first` on, the one that runs included."""

    span: int
    first: datetime.date
    last: datetime.date
    sessions: int
    deloads: int
    plans: list[Plan]
    sides: list[Side]


def read_span(text: str) -> int:
    """Weeks to look back: 4 unless 12 is asked for."""
    return next((each for each in SPANS if str(each) == text), SPANS[0])


def balance(user: User, *, span: int, today: datetime.date) -> Balance:
    """Three statements, over these weeks alone. Deload sessions are left out on both sides: they do less on purpose."""
    first = monday_of(today) - WEEK * (span - 1)
    last = monday_of(today) + 6 * DAY
    tallies = tallies_of(user, first, last)
    doses = _doses({one.routine for one in tallies if one.routine})
    weights = Weights.of({one.exercise for one in tallies} | {dose.exercise for dose in doses}, user)
    sessions = sessions_in(tallies, weights)
    deloads = {one.uid for one in sessions if one.deload}
    counted = [one for one in tallies if one.workout not in deloads]
    normal = {one.uid for one in sessions} - deloads
    plans = _plans({one.workout: one.routine for one in counted if one.workout in normal}, doses, weights)
    logged = _add_up([(one.exercise, one.sets) for one in counted], weights)
    sides = [_side(group, name, logged[group], plans) for group, name in weights.names.items()]
    return Balance(span, first, last, len(normal), len(deloads), plans, sides)


def _doses(routines: set[int]) -> list[Dose]:
    """What these routines prescribe, and the guide's, by which sessions without a routine are measured."""
    guide = Q(routine__owner=None, routine__slug=GUIDE_ROUTINE)
    rows = Prescription.objects.filter(Q(routine__in=routines) | guide).order_by("routine", "position")
    return [
        Dose(*row) for row in rows.values_list("routine", said("routine__name"), "routine__slug", "exercise", "sets")
    ]


def _plans(sessions: Mapping[UUID, int | None], doses: Sequence[Dose], weights: Weights) -> list[Plan]:
    """The routines of `sessions` (routine by workout), the one of most sessions first. What had none counts there."""
    if not sessions:
        return []
    of = {dose.routine: dose for dose in doses}
    times = Counter(routine for routine in sessions.values() if routine is not None and routine in of)
    usual = next((pk for pk, _n in times.most_common(1)), None)
    if usual is None:
        usual = next((pk for pk, dose in of.items() if dose.slug == GUIDE_ROUTINE), None)
    if usual is not None:
        times[usual] += len(sessions) - times.total()
    return [
        Plan(
            of[pk].name,
            of[pk].slug,
            count,
            _add_up([(dose.exercise, dose.sets) for dose in doses if dose.routine == pk], weights),
        )
        for pk, count in times.most_common()
    ]


def _add_up(sets: Iterable[tuple[int, int]], weights: Weights) -> dict[Group, Decimal]:
    """Fractional sets by group, of exercises with their numbers of sets."""
    sums = dict.fromkeys(Group, Decimal(0))
    for exercise, count in sets:
        for group, weight in weights.groups.get(exercise, {}).items():
            sums[group] += count * weight
    return sums


def _side(group: Group, name: str, logged: Decimal, plans: Iterable[Plan]) -> Side:
    parts = [Part(plan.name, spoken(to_half(plan.sets[group])), plan.sessions) for plan in plans]
    planned = sum((plan.sets[group] * plan.sessions for plan in plans), Decimal(0))
    return Side(group.value, name, logged, planned, parts)
