"""Our CSV: a row a set, in pieces.

UTF-8 with its mark, without which Excel takes it for another encoding. An exercise without a set and a workout without
an exercise have a row of their own, whose last columns are empty: nothing of the training log is left out.
"""

import csv
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from workouts.accounts.models import User
from workouts.transfer.exports import columns, training
from workouts.transfer.exports.cells import safe
from workouts.transfer.exports.history import PAGE, Whole, history_of

MARK = "\ufeff"


class _Echo:
    """A file that hands back what is written to it."""

    def write(self, text: str) -> str:
        return text


def csv_of(user: User, *, year: int | None = None, only: UUID | None = None) -> Iterator[str]:
    """The whole file in pieces of some workouts each."""
    writer = csv.writer(_Echo(), lineterminator="\r\n")
    yield MARK + writer.writerow(columns.HEADER)
    piece: list[str] = []
    for number, found in enumerate(history_of(user, year=year, only=only), start=1):
        piece += [writer.writerow(row) for row in _rows(found)]
        if number % PAGE == 0:
            yield "".join(piece)
            piece.clear()
    yield "".join(piece)


def _rows(found: Whole) -> Iterator[list[str]]:
    workout = _cells(columns.WORKOUT, training.workout(found.workout))
    if found.workout.routine is not None and found.workout.routine.owner_id is not None:
        workout["routine"] = ""  # this file does not hold it
    if not found.exercises:
        yield _row(workout)
    for performed, sets in found.exercises:
        fields = training.performed(performed)
        exercise = _cells(columns.EXERCISE, {**fields, **fields["plan"]})
        # The usual kind and load mode are said here: a table has room for them in any case.
        for one in [_cells(columns.SET, {**training.USUAL, **training.logged(each)}) for each in sets] or [{}]:
            yield _row({**workout, **exercise, **one})
            workout["workout_note"] = exercise["exercise_note"] = ""


def _row(cells: dict[str, str]) -> list[str]:
    return [cells.get(name, "") for name in columns.HEADER]


def _cells(names: dict[str, str], fields: dict[str, Any]) -> dict[str, str]:
    return {column: _cell(column, fields.get(name)) for column, name in names.items()}


def _cell(column: str, value: Any) -> str:
    if value is True:
        return "yes"
    text = "" if value is None else str(value)
    return safe(text) if column in columns.TEXTS else text
