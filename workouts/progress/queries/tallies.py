"""Completed working sets between two days, added up by the database, and what a set of each exercise counts."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple, Self
from uuid import UUID

from django.db.models import Count, F, FilteredRelation, Q

from workouts.accounts.models import User
from workouts.catalogue.models import MuscleGroup
from workouts.catalogue.queries import counted
from workouts.log.models import LoggedSet
from workouts.science.volume import Group
from workouts.shared.language.translated import said

CORE = "core"
# More than five reps left. An RPE under 5 says no number, but says as much: training-science 2.5 and 4.2.
EASY = Q(rir__gt=5) | Q(rpe__lt=5)


class Tally(NamedTuple):
    """The completed working sets of one exercise in one workout, and how many of them were easy. `routine` and
    `exercise` are keys; `deload` is as the exercise was marked then."""

    workout: UUID
    day: datetime.date
    routine: int | None
    exercise: int
    deload: bool
    sets: int
    easy: int


def tallies_of(user: User, first: datetime.date, last: datetime.date) -> list[Tally]:
    """All from `first` to `last`, both included, in the order of days. One statement, over these days alone."""
    rows = (
        LoggedSet.objects.live()
        .working()
        .completed()
        # The workout's owner, not the set's, and "live" said once more: asked any other way, SQLite reads every set
        # the lifter ever logged instead of an index by day.
        .filter(performed__workout__owner=user, performed__workout__deleted_at=None)
        .filter(performed__workout__day__gte=first, performed__workout__day__lte=last)
        .order_by("performed__workout__day", "performed__workout")
        .values_list(
            "performed__workout__uid",
            "performed__workout__day",
            "performed__workout__routine",
            "performed__exercise",
            "performed__deload",
        )
        .annotate(sets=Count("pk"), easy=Count("pk", filter=EASY))
    )
    return [Tally(*row) for row in rows]


@dataclass(frozen=True, slots=True)
class Weights:
    """What a set of each exercise counts for the leg groups and the core, and which group leads."""

    names: dict[Group, str]
    groups: dict[int, dict[Group, Decimal]]
    core: set[int]
    leads: dict[int, tuple[int, str]]

    @classmethod
    def of(cls, exercises: Iterable[int], user: User) -> Self:
        """One statement, for the exercises with these keys, as `user` prefers to count.

        Groups that an admin has added are no part of the count.
        """
        weights = cls({}, {}, set(), {})
        # No row has key 0: an empty list would leave out the groups too.
        keys = list(exercises) or [0]
        mine = FilteredRelation("exercises", condition=Q(exercises__exercise__in=keys))
        rows = MuscleGroup.objects.annotate(mine=mine).annotate(
            exercise=F("mine__exercise"),
            weight=counted("mine", glutes_half=user.preferences.glutes_half, group="slug"),
            target=F("mine__target_position"),
        )
        for row in rows.values_list("slug", said("name"), "exercise", "weight", "target"):
            weights.add(*row)
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
