"""What the progress pages read. Sets are read and judged here once; nothing is written."""

from workouts.progress.queries.balance import Balance, balance
from workouts.progress.queries.body_weight import BodyWeights, body_weights
from workouts.progress.queries.calendar import WeeksPage, weeks_page
from workouts.progress.queries.compare import Comparison, compare
from workouts.progress.queries.exercise import ExerciseProgress, exercise_progress
from workouts.progress.queries.happened import records_of
from workouts.progress.queries.overview import Overview, overview
from workouts.progress.queries.places import addresses, places

__all__ = [
    "Balance",
    "BodyWeights",
    "Comparison",
    "ExerciseProgress",
    "Overview",
    "WeeksPage",
    "addresses",
    "balance",
    "body_weights",
    "compare",
    "exercise_progress",
    "overview",
    "places",
    "records_of",
    "weeks_page",
]
