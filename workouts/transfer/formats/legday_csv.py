"""Our own CSV: a row a set (exports/sheet.py writes it).

Traps: texts have an apostrophe before what a spreadsheet would run; notes of workouts and exercises stand on their
first row alone; an exercise without a set has a row with no set in it.
"""

from typing import Any

from workouts.transfer.exports import columns
from workouts.transfer.exports.cells import exact
from workouts.transfer.formats.cells import Bad
from workouts.transfer.formats.fields import Fields
from workouts.transfer.formats.gathering import Gathering
from workouts.transfer.formats.rows import Broken, Skip
from workouts.transfer.formats.sessions import Sorting
from workouts.transfer.formats.sheet import Cells, Format, Sheet
from workouts.transfer.formats.words import plain

COLUMNS = {name: frozenset({plain(name)}) for name in columns.HEADER}
NEEDED = frozenset({"workout_id", "day", "time_zone", "exercise_id", "exercise_slug", "set_id", "weight", "reps"})
# Field to column, of workout, exercise and set.
_PARTS = tuple(
    {name: column for column, name in part.items()} for part in (columns.WORKOUT, columns.EXERCISE, columns.SET)
)


def sort(sheet: Sheet) -> Sorting:
    gathering = Gathering()
    for found in sheet.lines():
        if isinstance(found, Skip):
            gathering.sorting.rows += 1
            gathering.sorting.skipped[found] += 1
        elif isinstance(found, Broken):
            gathering.sorting.rows += 1
            gathering.wrong(found.line, found.problem)
        else:
            gathering.sorting.rows += 1
            try:
                _row(gathering, *found)
            except Bad as bad:
                gathering.wrong(found[0], bad)
    return gathering.done()


def _row(gathering: Gathering, line: int, cell: Cells) -> None:
    values: dict[str, Any] = {
        name: exact(text) if name in columns.TEXTS else text.strip() for name, text in cell.items() if text
    }
    workout, exercise, logged = (
        Fields({name: values[column] for name, column in part.items() if column in values}, part) for part in _PARTS
    )
    session = gathering.workout(workout)
    if exercise.values:
        block = gathering.exercise(session, exercise)
        if logged.values:
            gathering.logged(session, block, logged, line)


FORMAT = Format("legday", "Legday", COLUMNS, NEEDED, sort=sort)
