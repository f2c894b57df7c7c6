"""Writes of an import: receive a file, bring it in, undo, drop. And the end of an account."""

from workouts.transfer.actions.bring_in import Answers, bring_in, undo
from workouts.transfer.actions.leave import delete_account
from workouts.transfer.actions.receive import TooMany, drop, examine, receive, refresh

__all__ = ["Answers", "TooMany", "bring_in", "delete_account", "drop", "examine", "receive", "refresh", "undo"]
