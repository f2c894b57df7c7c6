"""Writes of an import: receive a file, bring it in, undo, drop."""

from workouts.transfer.actions.bring_in import Answers, bring_in, undo
from workouts.transfer.actions.receive import TooMany, drop, examine, receive, refresh

__all__ = ["Answers", "TooMany", "bring_in", "drop", "examine", "receive", "refresh", "undo"]
