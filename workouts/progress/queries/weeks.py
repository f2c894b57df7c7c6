"""The last weeks, Monday to Sunday in the lifter's zone: fractional sets per muscle group, and leg sessions.

Source: training-science 4.2 to 4.4.
"""

import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from django.db.models import FilteredRelation, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from workouts.accounts.models import User
from workouts.catalogue.models import MuscleGroup
from workouts.log.models import LoggedSet
from workouts.science.readiness import is_leg_session
from workouts.science.units import plain
from workouts.science.volume import Band, CountedSet, Group, band, count_sets, to_half

WEEKS = 8
WEEK = datetime.timedelta(days=7)
SCALE = 30
CORE = "core"
# A hold counts as a set from here on: training-science 6.3, wall sit.
HOLD_SECONDS = 20

BANDS: dict[Band, Promise] = {
    Band.NONE: _("none"),
    Band.LOW: _("low"),
    Band.MODERATE: _("moderate"),
    Band.WELL_SUPPORTED: _("well supported"),
    Band.HIGH: _("high"),
}


@dataclass(frozen=True, slots=True)
class Share:
    """A group's sets of a week, as components/volume_row.html shows them on its scale of 30."""

    slug: str
    name: str
    total: Decimal

    @property
    def value(self) -> str:
        return plain(to_half(self.total))

    @property
    def percent(self) -> str:
        return f"{min(to_half(self.total) / SCALE * 100, Decimal(100)):.1f}"

    @property
    def over(self) -> bool:
        return to_half(self.total) > SCALE

    @property
    def band(self) -> Promise:
        return BANDS[band(self.total)]


@dataclass(frozen=True, slots=True)
class Week:
    """One week from its Monday: leg sessions and the goal, sets per leg group in the site's order, sets of the core."""

    monday: datetime.date
    sessions: int
    goal: int
    shares: list[Share]
    core: int

    @property
    def sunday(self) -> datetime.date:
        return self.monday + datetime.timedelta(days=6)

    @property
    def plates(self) -> list[dict[str, object]]:
        """A bar a session and dashed ones to the goal, 12 apart, upwards from 0."""
        count = max(self.sessions, self.goal)
        return [{"y": 1 - 12 * (n + 1), "done": n < self.sessions} for n in range(count)]


@dataclass(frozen=True, slots=True)
class Weights:
    """What a set of each exercise counts for the leg groups and the core, and which group leads."""

    names: dict[Group, str]
    groups: dict[int, dict[Group, Decimal]]
    core: set[int]
    leads: dict[int, tuple[int, str]]

    @classmethod
    def of(cls, exercises: Iterable[int]) -> Self:
        """One statement, for the exercises with these keys. Groups that an admin has added are no part of the count."""
        weights = cls({}, {}, set(), {})
        # No row has key 0: an empty list would leave out the groups too.
        keys = list(exercises) or [0]
        mine = FilteredRelation("exercises", condition=Q(exercises__exercise__in=keys))
        rows = MuscleGroup.objects.annotate(mine=mine).values_list(
            "slug", "name", "mine__exercise", "mine__volume_weight", "mine__target_position"
        )
        for slug, name, exercise, weight, place in rows:
            weights.add(slug, name, exercise, weight, place)
        return weights

    def add(self, slug: str, name: str, exercise: int | None, weight: Decimal | None, place: int | None) -> None:
        """Takes a line of a group with one of its exercises, or with none."""
        group = next((one for one in Group if one.value == slug), None)
        if group:
            self.names[group] = name
        if exercise is None:
            return
        if place is not None and (exercise not in self.leads or place < self.leads[exercise][0]):
            self.leads[exercise] = (place, slug)
        if weight and group:
            self.groups.setdefault(exercise, {})[group] = weight
        elif weight and slug == CORE:
            self.core.add(exercise)

    def leading(self, exercise: int) -> str:
        """The slug of the group that leads, or nothing."""
        return self.leads.get(exercise, (0, ""))[1]


def weeks_of(user: User, weights: Weights, *, today: datetime.date) -> list[Week]:
    """The last eight weeks, oldest first, the one of `today` included. One statement, over these weeks alone."""
    monday = today - datetime.timedelta(days=today.weekday())
    mondays = [monday - WEEK * n for n in reversed(range(WEEKS))]
    sets = _sets(user, weights, mondays[0], monday + WEEK)
    goal = user.preferences.goal_high
    return [
        _week(first, [pair for pair in sets if first <= pair[1].day < first + WEEK], weights, goal) for first in mondays
    ]


def _week(monday: datetime.date, sets: list[tuple[int, CountedSet]], weights: Weights, goal: int) -> Week:
    totals = count_sets(one for _workout, one in sets)
    of_legs = Counter(workout for workout, one in sets if one.reps and one.weights)
    sessions = sum(is_leg_session(count) for count in of_legs.values())
    shares = [Share(group.value, name, totals.groups[group]) for group, name in weights.names.items()]
    return Week(monday, sessions, goal, shares, totals.core)


def _sets(user: User, weights: Weights, first: datetime.date, end: datetime.date) -> list[tuple[int, CountedSet]]:
    """Working sets from `first` to before `end`, each with its workout's key."""
    rows = (
        LoggedSet.objects.live()
        .working()
        .order_by()
        # The workout's owner, not the set's, and "live" said once more: asked any other way, SQLite reads every set
        # the lifter ever logged instead of an index by day.
        .filter(performed__workout__owner=user, performed__workout__deleted_at=None)
        .filter(performed__workout__day__gte=first, performed__workout__day__lt=end)
        .values_list(
            "performed__workout",
            "performed__workout__day",
            "performed__exercise",
            "reps",
            "left",
            "right",
            "seconds",
        )
    )
    return [
        (workout, CountedSet(day, _whole(*done), weights.groups.get(exercise, {}), core=exercise in weights.core))
        for workout, day, exercise, *done in rows
    ]


def _whole(reps: int | None, left: int | None, right: int | None, seconds: int | None) -> int:
    """Reps that make it a set, of either side; a hold without reps is one from 20 seconds on."""
    return max(reps or 0, left or 0, right or 0) or int((seconds or 0) >= HOLD_SECONDS)
