"""How anatomy, equipment and exercises stand in `content/`."""

from typing import Any

from workouts.catalogue.content.anatomy import EquipmentKind, MuscleGroupKind, MuscleKind
from workouts.catalogue.content.exercises import ExerciseKind
from workouts.shared.content import Kind

KINDS: list[Kind[Any]] = [MuscleGroupKind(), MuscleKind(), EquipmentKind(), ExerciseKind()]

__all__ = ["KINDS", "EquipmentKind", "ExerciseKind", "MuscleGroupKind", "MuscleKind"]
