"""A copy of the log's tables, and the database put back to it: as `backup` and `restore` do, in memory and quickly."""

from typing import Any

from workouts.log.actions.epoch import renew_epoch
from workouts.log.models import (
    Change,
    Client,
    Ledger,
    LoggedSet,
    Mutation,
    PerformedExercise,
    StickyNote,
    Workout,
)  # fmt: skip

# What is referred to before what refers to it.
TABLES: tuple[Any, ...] = (Ledger, Workout, PerformedExercise, LoggedSet, StickyNote, Mutation, Change, Client)

Backup = dict[Any, list[Any]]


def backup() -> Backup:
    return {model: list(model._base_manager.all()) for model in TABLES}


def restore(copy: Backup) -> None:
    """Everything after the copy is forgotten, and another epoch begins."""
    for model in reversed(TABLES):
        model._base_manager.all()._raw_delete("default")
    for model in TABLES:
        model._base_manager.bulk_create(copy[model])
    renew_epoch()
