"""Writes of an import: receive a file, learn its columns, bring it in, undo, drop. And the end of an account."""

from workouts.transfer.actions.importing import Answers, Busy, Unsettled, bring_in, go_on, start
from workouts.transfer.actions.leave import delete_account
from workouts.transfer.actions.receive import NoSet, TooMany, drop, examine, receive, refresh, tell_columns
from workouts.transfer.actions.undo import undo

__all__ = [
    "Answers",
    "Busy",
    "NoSet",
    "TooMany",
    "Unsettled",
    "bring_in",
    "delete_account",
    "drop",
    "examine",
    "go_on",
    "receive",
    "refresh",
    "start",
    "tell_columns",
    "undo",
]
