"""What the public catalogue pages read: groups and muscles, exercises by filter, one exercise whole."""

from workouts.catalogue.queries.anatomy import (
    Trained,
    exercises_for,
    groups_with_muscles,
    in_reading_order,
    leg_groups,
    targets,
)
from workouts.catalogue.queries.counting import counted
from workouts.catalogue.queries.finding import FilterOptions, filter_options, found_exercises, words
from workouts.catalogue.queries.page import ExercisePage, RoleRow, exercise_page
from workouts.catalogue.queries.seen import exercise_whole, exercises_seen

__all__ = [
    "ExercisePage",
    "FilterOptions",
    "RoleRow",
    "Trained",
    "counted",
    "exercise_page",
    "exercise_whole",
    "exercises_for",
    "exercises_seen",
    "filter_options",
    "found_exercises",
    "groups_with_muscles",
    "in_reading_order",
    "leg_groups",
    "targets",
    "words",
]
