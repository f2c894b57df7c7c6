"""Sets as the log judges them: for pages that look at single sets."""

from workouts.log.figures import COLUMNS, DoneSet, Pick, Raw, TypedSet, judge

__all__ = ["COLUMNS", "DoneSet", "Pick", "Raw", "TypedSet", "judge"]
