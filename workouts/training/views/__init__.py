"""Access, form, action, answer."""

from workouts.training.views.exercises import add, down, remove, up
from workouts.training.views.gym import kit, shell, train
from workouts.training.views.history import calendar, delete, deleted, history, restore, workout
from workouts.training.views.sheet import form, reopen
from workouts.training.views.start import new
from workouts.training.views.today import deload, deload_later, today

__all__ = [
    "add",
    "calendar",
    "delete",
    "deleted",
    "deload",
    "deload_later",
    "down",
    "form",
    "history",
    "kit",
    "new",
    "remove",
    "reopen",
    "restore",
    "shell",
    "today",
    "train",
    "up",
    "workout",
]
