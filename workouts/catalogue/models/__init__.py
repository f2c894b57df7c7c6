"""Anatomy and exercises: who moves what, and how it is done."""

from workouts.catalogue.models.anatomy import Muscle, MuscleGroup
from workouts.catalogue.models.exercises import Equipment, Exercise, ExerciseQuerySet, LoadMode, RepStyle
from workouts.catalogue.models.guidance import (
    ExerciseAlias,
    ExerciseGroup,
    Instruction,
    MuscleRole,
    Substitution,
)

__all__ = [
    "Equipment",
    "Exercise",
    "ExerciseAlias",
    "ExerciseGroup",
    "ExerciseQuerySet",
    "Instruction",
    "LoadMode",
    "Muscle",
    "MuscleGroup",
    "MuscleRole",
    "RepStyle",
    "Substitution",
]
