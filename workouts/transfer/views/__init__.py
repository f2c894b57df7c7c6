"""Access, form, action, answer."""

from workouts.transfer.views.deleting import delete_account
from workouts.transfer.views.imports import batch, drop, imports, undo

__all__ = ["batch", "delete_account", "drop", "imports", "undo"]
