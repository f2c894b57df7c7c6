"""Leg sessions by day, and the week's sets per group. Source: training-science 4.2 and 4.4."""

import datetime
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, DecimalField, Exists, F, IntegerField, OuterRef, Subquery, Sum
from django.db.models.functions import Coalesce

from workouts.accounts.models import User
from workouts.catalogue.models import ExerciseGroup, MuscleGroup
from workouts.catalogue.queries import counted
from workouts.log.models import LoggedSet, PerformedExercise, Workout
from workouts.science.readiness import SETS_OF_A_LEG_SESSION
from workouts.science.volume import Band, band, to_half
from workouts.shared.language.numbers import spoken

SCALE = 30
# The three newest decide on rest; six weeks of somebody who trains daily decide on the offer of a lighter week.
NEWEST = 42


@dataclass(frozen=True, slots=True)
class GroupSets:
    """A group's sets of the week in fractions (to the half), and their band."""

    group: MuscleGroup
    sets: Decimal
    band: Band

    @property
    def sets_text(self) -> str:
        return spoken(self.sets)

    @property
    def percent(self) -> Decimal:
        """Share of the scale 0-30, at most 100."""
        return min(self.sets * 100 / SCALE, Decimal(100)).quantize(Decimal("0.1"))

    @property
    def over(self) -> bool:
        return self.sets > SCALE


def lead_group() -> Subquery:
    """Annotation for rows with an `exercise`: the slug of the group the guide names first, or None."""
    leads = ExerciseGroup.objects.filter(exercise=OuterRef("exercise"), target_position=1)
    return Subquery(leads.values("group__slug")[:1])


def leg_days(user: User) -> list[datetime.date]:
    """Local days of the newest leg sessions (3 or more completed working sets that count for a leg group), newest
    first, one entry a session, at most 42. One statement."""
    counts = ExerciseGroup.objects.filter(
        exercise=OuterRef("performed__exercise"), volume_weight__gt=0, group__kind=MuscleGroup.Kind.LEG
    )
    sets = LoggedSet.objects.live().working().completed().filter(Exists(counts), performed__workout=OuterRef("pk"))
    counted = sets.order_by().values("performed__workout").annotate(n=Count("pk")).values("n")
    done = Coalesce(Subquery(counted, output_field=IntegerField()), 0)
    rows = Workout.objects.of(user).live().annotate(done=done).filter(done__gte=SETS_OF_A_LEG_SESSION)
    return list(rows.order_by("-day", "-pk").values_list("day", flat=True)[:NEWEST])


def week_sets(user: User, monday: datetime.date) -> list[GroupSets]:
    """The leg groups with their sets in the seven days from `monday` on, each set counted as its exercise says and,
    for the glutes, as the lifter prefers. Twin of progress/queries/weeks.py.

    One statement.
    """
    share = "performed__exercise__groups"
    # The week first, by the day kept with each exercise: joined to its workout, SQLite walks through ten years, and
    # PostgreSQL, before it has statistics, through the product of three tables.
    days = (monday, monday + datetime.timedelta(days=6))
    week = PerformedExercise.objects.of(user).live().filter(day__range=days)
    sets = LoggedSet.objects.live().working().completed().filter(performed__in=week)
    sums = (
        sets.filter(**{f"{share}__group": OuterRef("pk")})
        .order_by()
        .annotate(of=F(f"{share}__group"))
        .values("of")
        .annotate(n=Sum(counted(share, glutes_half=user.preferences.glutes_half)))
        .values("n")
    )
    total = Coalesce(Subquery(sums, output_field=DecimalField()), Decimal(0), output_field=DecimalField())
    groups = MuscleGroup.objects.filter(kind=MuscleGroup.Kind.LEG).annotate(total=total)
    return [GroupSets(group, to_half(group.total), band(group.total)) for group in groups]
