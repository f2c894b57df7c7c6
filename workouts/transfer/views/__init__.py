"""Pages of a lifter's data: what comes in, what goes out, and paper."""

from workouts.transfer.views.deleting import delete_account
from workouts.transfer.views.exports import (
    data,
    export_csv,
    export_json,
    print_history,
    workout_csv,
    workout_json,
)
from workouts.transfer.views.imports import batch, columns, drop, go_on, imports, undo

__all__ = [
    "batch",
    "columns",
    "data",
    "delete_account",
    "drop",
    "export_csv",
    "export_json",
    "go_on",
    "imports",
    "print_history",
    "undo",
    "workout_csv",
    "workout_json",
]
