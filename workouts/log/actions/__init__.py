"""Every write to the log. Nothing else may insert, change or delete its rows (a test reads the sources for it)."""

from workouts.log.actions.figures import rebuild_figures
from workouts.log.actions.imports import import_workouts, undo_import
from workouts.log.actions.journal import Repeated
from workouts.log.actions.notes import bring_notes, delete_note, drop_notes, put_note
from workouts.log.actions.piecewise import LongImport, added_by, is_applied
from workouts.log.actions.sets import delete_set, record_set, save_sheet
from workouts.log.actions.staging import Disturbed, Vanished, abandon
from workouts.log.actions.workouts import (
    AlreadyBack,
    add_exercise,
    delete_workout,
    remove_exercise,
    restore_workout,
    start_workout,
)

__all__ = [
    "AlreadyBack",
    "Disturbed",
    "LongImport",
    "Repeated",
    "Vanished",
    "abandon",
    "add_exercise",
    "added_by",
    "bring_notes",
    "delete_note",
    "delete_set",
    "delete_workout",
    "drop_notes",
    "import_workouts",
    "is_applied",
    "put_note",
    "rebuild_figures",
    "record_set",
    "remove_exercise",
    "restore_workout",
    "save_sheet",
    "start_workout",
    "undo_import",
]
