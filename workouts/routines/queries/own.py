"""The routines a lifter trains by: her own copies, and the site's where she has none."""

import hashlib
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Prefetch, QuerySet, Subquery

from workouts.accounts.models import User
from workouts.catalogue.models import Exercise, ExerciseGroup, Substitution
from workouts.routines.models import Prescription, Routine
from workouts.shared.language.translated import alphabetical


def routine_for(user: User, slug: str) -> Routine | None:
    """The routine she means by `slug`: her own copy of it if she has one, else itself. One statement."""
    return Routine.objects.chosen_by(user, slug).select_related("based_on").first()


def routines_for(user: User) -> list[Routine]:
    """What she may begin with: her own, and the site's that she has no copy of. One statement."""
    copies = Routine.objects.of(user).filter(based_on=OuterRef("pk"))
    return list(Routine.objects.visible_to(user).filter(~Exists(copies)).select_related("based_on"))


def routines_seen(user: User | None) -> "QuerySet[Routine]":
    """All that `user` (None: nobody signed in) may look at, with their prescriptions. Two statements."""
    rows = Routine.objects.visible_to(user) if user else Routine.objects.site()
    lines = Prefetch("prescriptions", Prescription.objects.select_related("exercise"))
    return rows.select_related("based_on").prefetch_related(lines)


def own_routine(user: User, slug: str) -> Routine | None:
    """Her own routine with its prescriptions; None for anybody else's. Two statements."""
    lines = Prefetch("prescriptions", Prescription.objects.select_related("exercise"))
    return Routine.objects.of(user).filter(slug=slug).select_related("based_on").prefetch_related(lines).first()


def exercises_for(user: User, routine: Routine) -> list[Exercise]:
    """What may stand in her routine, hers first, each with `lead`, the slug of the group that leads, and with what
    to do instead; a retired one only where it stands there already. Two statements."""
    seen = Exercise.objects.visible_to(user)
    used = [line.exercise_id for line in routine.prescriptions.all()]
    swaps = Substitution.objects.select_related("substitute").order_by("position", "pk")
    rows = (seen.current() | seen.filter(pk__in=used)).prefetch_related(Prefetch("substitutions", swaps))
    leads = ExerciseGroup.objects.filter(exercise=OuterRef("pk"), target_position=1).values("group__slug")[:1]
    rows = rows.annotate(lead=Subquery(leads))
    return sorted(rows, key=lambda each: (each.owner_id is None, alphabetical(each.name)))


def fingerprint(routine: Routine) -> str:
    """What the routine says, in short: another one when another window has changed it."""
    lines = [
        (row.exercise_id, row.sets, row.low, row.high, row.rep_style, row.rest_seconds, row.target_rir, row.superset)
        for row in routine.prescriptions.all()
    ]
    told = repr((routine.name, [(*line[:6], line[6] and line[6].normalize(), line[7]) for line in lines]))
    return hashlib.sha256(told.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Choice:
    """A routine of the site as the list of hers shows it."""

    routine: Routine
    own: Routine | None


@dataclass(frozen=True, slots=True)
class OwnPage:
    """The site's routines, each with her copy where she has one; and those of hers whose original is gone."""

    choices: list[Choice]
    others: list[Routine]


def own_page(user: User) -> OwnPage:
    """Each with its prescriptions, which have the slug of their leading group as `lead`. Four statements."""
    leads = ExerciseGroup.objects.filter(exercise=OuterRef("exercise"), target_position=1).values("group__slug")[:1]
    lines = Prefetch("prescriptions", Prescription.objects.select_related("exercise").annotate(lead=Subquery(leads)))
    own = list(Routine.objects.of(user).prefetch_related(lines))
    of = {row.based_on_id: row for row in own if row.based_on_id is not None}
    site = list(Routine.objects.site().prefetch_related(lines))
    return OwnPage([Choice(row, of.get(row.pk)) for row in site], [row for row in own if row.based_on_id is None])
