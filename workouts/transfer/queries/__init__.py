"""What the pages of an import show."""

from workouts.transfer.queries.names import Choices, choices, remembered
from workouts.transfer.queries.summary import new_rows, summary
from workouts.transfer.queries.words import counted_remarks, counted_skips

__all__ = ["Choices", "choices", "counted_remarks", "counted_skips", "new_rows", "remembered", "summary"]
