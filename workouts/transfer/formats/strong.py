"""Strong's CSV in the shapes that are in the wild: with and without notes, units in a column or in the header,
numbered, in French and German, saved again by a spreadsheet. Columns are found by name, in any order and case.

Traps: no unit anywhere in the commonest shape; 0 means "does not apply"; rest timers are rows; the set order starts
over where an exercise comes twice in a workout.
"""

from collections.abc import Iterator

from workouts.transfer.formats import building, cells
from workouts.transfer.formats.rows import Broken, Line, Row, Skip
from workouts.transfer.formats.sheet import Cells, Format, Sheet
from workouts.transfer.formats.words import UNITS, with_units

REST = "rest timer"


def _names(*names: str) -> frozenset[str]:
    return frozenset(names)


COLUMNS = {
    "date": _names("date", "datum"),
    "workout": _names("workout name", "nom de l'entraînement", "workout-name"),
    "length": _names("duration", "workout duration", "duration sec", "durée", "dauer", "workout-dauer"),
    "exercise": _names("exercise name", "menu", "nom de l'exercice", "name der übung"),
    "order": _names("set order", "ordre de la série", "reihenfolge festlegen"),
    "weight": with_units("weight", "poids", "gewicht") | UNITS.keys(),
    "unit": _names("weight unit", "unité de poids", "gewichtseinheit"),
    "reps": _names("reps", "réps", "wiederh."),
    "distance": _names("distance", "km", "mi", "miles", "distance meters", "entfernung"),
    "seconds": _names("seconds", "sec", "secondes", "sekunden"),
    "note": _names("notes", "note", "notizen"),
    "workout_note": _names("workout notes", "workout note", "notes de l'entraînement", "workout-notizen"),
    "rpe": _names("rpe"),
}


def rows(sheet: Sheet) -> Iterator[Line]:
    for found in sheet.lines():
        yield found if isinstance(found, Broken | Skip) else _line(sheet, *found)


def _line(sheet: Sheet, line: int, cell: Cells) -> Line:
    if REST in (cell["order"].strip().casefold(), cell["exercise"].strip().casefold()) or _rests(cell):
        return Skip.REST
    row = building.begin(sheet, line, cell)
    if isinstance(row, Row):
        try:
            building.put_length(row, cell)
            building.put_order(row, cell["order"])
            building.put_numbers(sheet, row, cell)
        except cells.Bad as bad:
            row.problem = str(bad)
    return row


def _rests(cell: Cells) -> bool:
    """A rest timer in another language: words for the set order, and seconds alone."""
    order = cell["order"].strip()
    alone = not any(cell.get(name, "").strip().strip("0.,") for name in ("weight", "reps", "distance"))
    return len(order) > 3 and " " in order and alone


FORMAT = Format(
    "strong", "Strong", COLUMNS, frozenset({"date", "workout", "exercise", "order", "weight", "reps"}), rows
)
