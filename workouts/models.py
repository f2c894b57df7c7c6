"""Hub: every feature's models, so that Django (and `makemigrations`) sees them. Imports only."""

from workouts.accounts.models import BodyWeight, ExerciseGear, Gear, Preferences, User
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
from workouts.faq.models import Question
from workouts.log.models import (
    Change,
    Client,
    Epoch,
    Ledger,
    LoggedSet,
    Mutation,
    PerformedExercise,
    StickyNote,
    Workout,
)
from workouts.routines.models import Prescription, Routine
from workouts.shared.models import ContentRecord, Edition
from workouts.transfer.models import ColumnMapping, ImportBatch, ImportedName, ImportPiece

__all__ = [
    "BodyWeight",
    "Change",
    "Client",
    "ColumnMapping",
    "ContentRecord",
    "Edition",
    "Epoch",
    "Equipment",
    "Exercise",
    "ExerciseAlias",
    "ExerciseGear",
    "ExerciseGroup",
    "Gear",
    "ImportBatch",
    "ImportPiece",
    "ImportedName",
    "Instruction",
    "Ledger",
    "LoggedSet",
    "Muscle",
    "MuscleGroup",
    "MuscleRole",
    "Mutation",
    "PerformedExercise",
    "Preferences",
    "Prescription",
    "Question",
    "Routine",
    "StickyNote",
    "Substitution",
    "User",
    "Workout",
]
