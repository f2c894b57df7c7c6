"""A year of workouts as paper shows them."""

import datetime
from dataclasses import dataclass

from workouts.accounts.models import User
from workouts.log.models import LoggedSet, PerformedExercise, Workout
from workouts.transfer.exports.history import Whole, history_of


@dataclass(frozen=True, slots=True)
class Sheet:
    """A workout with the exercises that have sets or words, each with its sets."""

    workout: Workout
    exercises: list[tuple[PerformedExercise, list[LoggedSet]]]


@dataclass(frozen=True, slots=True)
class Month:
    first: datetime.date
    workouts: list[Sheet]


def paper(user: User, year: int) -> list[Month]:
    """By month, the first day first. One statement, and three for each two hundred workouts."""
    months: list[Month] = []
    for found in history_of(user, year=year):
        first = found.workout.day.replace(day=1)
        if not months or months[-1].first != first:
            months.append(Month(first, []))
        months[-1].workouts.append(_sheet(found))
    return months


def _sheet(found: Whole) -> Sheet:
    return Sheet(found.workout, [(row, sets) for row, sets in found.exercises if sets or row.note])
