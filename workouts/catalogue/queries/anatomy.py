"""Groups with their muscles, and the exercises that train a group."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch

from workouts.catalogue.models import Exercise, ExerciseGroup, MuscleGroup, MuscleRole
from workouts.shared.language.translated import said


def targets() -> "Prefetch[Any]":
    """The groups the guide names, the leader first, as `exercise.targets`: one statement for any number."""
    named = ExerciseGroup.objects.filter(target_position__isnull=False)
    return Prefetch("groups", named.select_related("group").order_by("target_position"), to_attr="targets")


def in_reading_order() -> list[Any]:
    """What exercises are ordered by: their position, and where an editor gave none, the name that is shown."""
    return ["position", said("name"), "pk"]


def groups_with_muscles() -> list[MuscleGroup]:
    """All groups in their order, each with its muscles: two statements."""
    return list(MuscleGroup.objects.prefetch_related("muscles"))


def leg_groups() -> list[MuscleGroup]:
    """The four groups of the leg, without those that support. One statement."""
    return list(MuscleGroup.objects.filter(kind=MuscleGroup.Kind.LEG))


@dataclass(frozen=True, slots=True)
class Trained:
    """Exercises of a group under one role."""

    role: str
    exercises: list[Exercise]


def exercises_for(group: MuscleGroup) -> list[Trained]:
    """The current exercises that train the group, each under the strongest role of its muscles. Two statements.

    A supporting group has no muscles among the twelve: its exercises are those that name or count it.
    """
    site = Exercise.objects.site().current().prefetch_related(targets()).order_by(*in_reading_order())
    if group.kind == MuscleGroup.Kind.SUPPORTING:
        braced = list(site.filter(groups__group=group))
        return [Trained(MuscleRole.Role.STABILISER, braced)] if braced else []
    strongest: dict[int, str] = {}
    roles = MuscleRole.objects.filter(muscle__group=group, exercise__owner=None, exercise__retired=False)
    for pk, role in roles.values_list("exercise", "role").order_by("role"):
        # In the alphabet prime_mover < stabiliser < synergist; helping beats steadying.
        if strongest.get(pk) in (None, MuscleRole.Role.STABILISER):
            strongest[pk] = role
    listed = list(site.filter(pk__in=strongest))
    parts = [Trained(role, [e for e in listed if strongest[e.pk] == role]) for role in MuscleRole.Role.values]
    return [part for part in parts if part.exercises]
