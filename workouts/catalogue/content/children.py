"""Writing what hangs on exercises, of many at once: a first load has a thousand such rows."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.db import models

from workouts.catalogue.models import (
    Equipment,
    Exercise,
    ExerciseAlias,
    ExerciseGroup,
    Instruction,
    Muscle,
    MuscleGroup,
    MuscleRole,
    Substitution,
)
from workouts.shared.content import Entry, Pending, Shape, checked
from workouts.shared.language.translated import TRANSLATED, twins

# The files' names for the three kinds of line.
INSTRUCTIONS = {
    "steps": Instruction.Kind.STEP,
    "cues": Instruction.Kind.CUE,
    "mistakes": Instruction.Kind.MISTAKE,
}
Needs = Exercise.equipment.through
CHILDREN: list[type[models.Model]] = [Needs, ExerciseGroup, MuscleRole, Instruction, Substitution, ExerciseAlias]
FOREIGN = {"exercise", "equipment", "group", "muscle", "substitute"}


class Slugs:
    """What entries name by slug, as rows."""

    def __init__(self) -> None:
        self.groups = {row.slug: row for row in MuscleGroup.objects.all()}
        self.muscles = {row.slug: row for row in Muscle.objects.all()}
        self.equipment = {row.slug: row for row in Equipment.objects.all()}
        self.exercises = {row.slug: row for row in Exercise.objects.site()}


def write_children(pending: Pending[Exercise]) -> None:
    """Replaces the children of every exercise in `pending` by what its entry says. Raises ContentError.

    They are deleted and made anew: nothing refers to them, and an alias may move between exercises.
    """
    slugs = Slugs()
    made: dict[type[models.Model], list[Any]] = {model: [] for model in CHILDREN}
    for entry, row in pending:
        for child in _children(entry, row, slugs):
            # Fields only: the reader has seen to what constraints ask of children, and each would be a query.
            checked(entry, child, exclude=FOREIGN, constraints=False)
            made[type(child)].append(child)
    _keep_translations(made)
    for model, children in made.items():
        model._default_manager.filter(exercise__in=[row for _, row in pending]).delete()
        model._default_manager.bulk_create(children)


def _keep_translations(made: dict[type[models.Model], list[Any]]) -> None:
    """Lines that say in English what they said before keep what an admin made of them in other languages."""
    for model in (Instruction, Substitution, MuscleRole):
        own, *_ = TRANSLATED[model]
        columns = [column for name in TRANSLATED[model] for column in twins(name) if column != name]
        rows = model._default_manager.filter(exercise__in={child.exercise_id for child in made[model]})
        before = {(row.exercise_id, getattr(row, own)): row for row in rows}
        for child in made[model]:
            row = before.get((child.exercise_id, getattr(child, own)))
            for column in columns if row and getattr(child, own) else ():
                setattr(child, column, getattr(row, column))


def _children(entry: Entry, row: Exercise, slugs: Slugs) -> Iterator[models.Model]:
    shape = entry.shape
    for slug in shape["equipment"]:
        yield Needs(exercise=row, equipment=slugs.equipment[slug])
    yield from _groups(shape, row, slugs)
    for role in shape["role"]:
        yield MuscleRole(exercise=row, **{**role, "muscle": slugs.muscles[role["muscle"]]})
    for key, kind in INSTRUCTIONS.items():
        for position, text in enumerate(shape[key], 1):
            yield Instruction(exercise=row, kind=kind, position=position, text=text)
    for position, told in enumerate(shape["substitution"], 1):
        yield Substitution(
            exercise=row,
            position=position,
            reason=told["reason"],
            substitute=slugs.exercises[told["exercise"]] if told["exercise"] else None,
            text=told["text"],
            why=told["why"],
        )
    for name in shape["aliases"]:
        yield ExerciseAlias(exercise=row, name=name)


def _groups(shape: Shape, row: Exercise, slugs: Slugs) -> Iterator[ExerciseGroup]:
    """A group that is a target, or counts, or both: one row."""
    targets: list[str] = shape["targets"]
    for slug in dict.fromkeys([*targets, *shape["volume"]]):
        yield ExerciseGroup(
            exercise=row,
            group=slugs.groups[slug],
            target_position=targets.index(slug) + 1 if slug in targets else None,
            volume_weight=Decimal(shape["volume"].get(slug, "0")),
        )
