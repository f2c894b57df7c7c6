"""Writes of an import: receive a file, learn its columns, bring it in, undo, drop."""

from workouts.transfer.actions.importing import Answers, Busy, Unsettled, bring_in, go_on, start, undo
from workouts.transfer.actions.receive import NoSet, TooMany, drop, examine, receive, refresh, tell_columns

__all__ = [
    "Answers",
    "Busy",
    "NoSet",
    "TooMany",
    "Unsettled",
    "bring_in",
    "drop",
    "examine",
    "go_on",
    "receive",
    "refresh",
    "start",
    "tell_columns",
    "undo",
]
