"""Hub: every feature's models, so that Django (and `makemigrations`) sees them. Imports only."""

from workouts.accounts.models import (
    ApiCalls,
    ApiToken,
    BodyWeight,
    DeletedAccount,
    ExerciseGear,
    Gear,
    Preferences,
    User,
)
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
from workouts.training.models import CalendarFeed
from workouts.transfer.models import ColumnMapping, ImportBatch, ImportedName, ImportPiece

__all__ = [
    "ApiCalls",
    "ApiToken",
    "BodyWeight",
    "CalendarFeed",
    "Change",
    "Client",
    "ColumnMapping",
    "ContentRecord",
    "DeletedAccount",
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
