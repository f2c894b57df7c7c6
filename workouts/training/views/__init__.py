"""Access, form, action, answer."""

from workouts.training.views.exercises import add, down, remove, up
from workouts.training.views.feed import calendar_feed, drop_feed, feed, renew_feed
from workouts.training.views.gym import kit, shell, train
from workouts.training.views.history import calendar, delete, deleted, history, restore, workout
from workouts.training.views.printed import print_own, print_today
from workouts.training.views.sheet import form, reopen
from workouts.training.views.start import new
from workouts.training.views.today import deload, deload_later, today

__all__ = [
    "add",
    "calendar",
    "calendar_feed",
    "delete",
    "deleted",
    "deload",
    "deload_later",
    "down",
    "drop_feed",
    "feed",
    "form",
    "history",
    "kit",
    "new",
    "print_own",
    "print_today",
    "remove",
    "renew_feed",
    "reopen",
    "restore",
    "shell",
    "today",
    "train",
    "up",
    "workout",
]
