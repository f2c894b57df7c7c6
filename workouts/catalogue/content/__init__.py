"""How anatomy, equipment and exercises stand in `content/`."""

from typing import Any

from workouts.catalogue.content.anatomy import EquipmentKind, MuscleGroupKind, MuscleKind
from workouts.catalogue.content.exercises import ExerciseKind
from workouts.catalogue.content.translations import ExerciseTranslationKind
from workouts.shared.content import Kind, TranslationKind
from workouts.shared.language.translated import OTHERS

GROUPS, MUSCLES, EQUIPMENT, EXERCISES = MuscleGroupKind(), MuscleKind(), EquipmentKind(), ExerciseKind()
KINDS: list[Kind[Any]] = [GROUPS, MUSCLES, EQUIPMENT, EXERCISES]
for _code in OTHERS:
    KINDS += [
        TranslationKind(GROUPS, _code, "muscles.toml", "group"),
        TranslationKind(MUSCLES, _code, "muscles.toml", "muscle"),
        TranslationKind(EQUIPMENT, _code, "equipment.toml", "equipment"),
        ExerciseTranslationKind(EXERCISES, _code, "exercises"),
    ]

__all__ = ["KINDS", "EquipmentKind", "ExerciseKind", "MuscleGroupKind", "MuscleKind"]
