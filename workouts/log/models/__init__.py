"""What lifters log, and the append-only record of every change to it."""

from workouts.log.models.changes import Change, Ledger, Mutation, Op, Source
from workouts.log.models.devices import Client, Epoch
from workouts.log.models.rows import LoggedSet, PerformedExercise, SetKind, StickyNote, SyncedRow, Workout

__all__ = [
    "Change",
    "Client",
    "Epoch",
    "Ledger",
    "LoggedSet",
    "Mutation",
    "Op",
    "PerformedExercise",
    "SetKind",
    "Source",
    "StickyNote",
    "SyncedRow",
    "Workout",
]
