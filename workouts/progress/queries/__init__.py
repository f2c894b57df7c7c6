"""What the progress pages read. Sets are read and judged here once; nothing is written."""

from workouts.progress.queries.body_weight import BodyWeights, body_weights
from workouts.progress.queries.exercise import ExerciseProgress, exercise_progress
from workouts.progress.queries.overview import Overview, overview

__all__ = ["BodyWeights", "ExerciseProgress", "Overview", "body_weights", "exercise_progress", "overview"]
