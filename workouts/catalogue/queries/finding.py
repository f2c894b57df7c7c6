"""Exercises by search and filter, and what the filters offer."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from workouts.catalogue.models import Equipment, Exercise, ExerciseAlias, ExerciseGroup, MuscleGroup, MuscleRole
from workouts.catalogue.queries.anatomy import in_reading_order, targets
from workouts.shared.language.translated import holds, said

MAX_TERMS = 6


def words(text: str) -> list[str]:
    """The first few words of a search, composed (NFC), so that an accent typed in two parts is found as one."""
    return unicodedata.normalize("NFC", text).split()[:MAX_TERMS]


def matching(terms: Iterable[str]) -> Q:
    """Each word stands in the name, in another name, or in the summary."""
    query = Q()
    for term in terms:
        alias = ExerciseAlias.objects.filter(exercise=OuterRef("pk"), name__icontains=term)
        query &= holds(term, "name", "summary") | Q(Exists(alias))
    return query


def found_exercises(*, text: str = "", muscle: str = "", equipment: str = "", pattern: str = "") -> QuerySet[Exercise]:
    """The site's current exercises that fit all that is given; `muscle` is a muscle's or a group's slug.

    A muscle fits where it drives or helps; a group where one of its muscles does, or where the guide names it.
    """
    named = Exercise.objects.site().current().filter(matching(words(text)))
    found = fitting(named, muscle=muscle, equipment=equipment, pattern=pattern)
    return found.prefetch_related(targets()).order_by(*in_reading_order())


def fitting(found: QuerySet[Exercise], *, muscle: str, equipment: str, pattern: str) -> QuerySet[Exercise]:
    """Those of `found` that fit; see above."""
    if muscle:
        moved = MuscleRole.objects.filter(exercise=OuterRef("pk")).exclude(role=MuscleRole.Role.STABILISER)
        moved = moved.filter(Q(muscle__slug=muscle) | Q(muscle__group__slug=muscle))
        named = ExerciseGroup.objects.filter(exercise=OuterRef("pk"), group__slug=muscle)
        named = named.filter(Q(target_position__isnull=False) | Q(volume_weight__gt=0))
        found = found.filter(Exists(moved) | Exists(named))
    if equipment:
        found = found.filter(Exists(Equipment.objects.filter(slug=equipment, exercises=OuterRef("pk"))))
    if pattern:
        found = found.filter(pattern=pattern)
    return found


@dataclass(frozen=True, slots=True)
class FilterOptions:
    """What the filters offer, as (slug, words) pairs; muscles under the name of their group."""

    muscles: list[tuple[str, list[tuple[str, str]]]]
    equipment: list[tuple[str, str]]
    patterns: list[tuple[str, str]]
    total: int


def filter_options() -> FilterOptions:
    """Three statements. Equipment and patterns that no exercise has are not offered."""
    muscles: dict[str, list[tuple[str, str]]] = {}
    rows = MuscleGroup.objects.order_by("position", "muscles__position")
    for slug, name, muscle, muscle_name in rows.values_list(
        "slug", said("name"), "muscles__slug", said("muscles__name")
    ):
        listed = muscles.setdefault(name, [(slug, name)])
        if muscle:
            listed.append((muscle, muscle_name))
    used = Exercise.objects.site().current()
    equipment = Equipment.objects.filter(Exists(used.filter(equipment=OuterRef("pk"))))
    counts = dict(used.order_by().values_list("pattern").annotate(Count("pk")))
    return FilterOptions(
        muscles=list(muscles.items()),
        equipment=list(equipment.values_list("slug", said("name"))),
        patterns=[(value, str(label)) for value, label in Exercise.Pattern.choices if value in counts],
        total=sum(counts.values()),
    )
