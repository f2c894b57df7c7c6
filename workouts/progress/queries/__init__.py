"""What the progress pages read. Sets are read and judged here once; nothing is written."""

from workouts.progress.queries.exercise import ExerciseProgress, exercise_progress
from workouts.progress.queries.overview import Overview, overview

__all__ = ["ExerciseProgress", "Overview", "exercise_progress", "overview"]
