"""Admin pages of the anatomy and of the site's exercises."""

from workouts.catalogue.admin.anatomy import EquipmentAdmin, MuscleAdmin, MuscleGroupAdmin
from workouts.catalogue.admin.exercises import ExerciseAdmin

__all__ = ["EquipmentAdmin", "ExerciseAdmin", "MuscleAdmin", "MuscleGroupAdmin"]
