"""Hevy's CSV, from the app and from the web, in kilograms or pounds. Headers are always English; titles, exercises and
months are in the lifter's language.

Traps: pounds are converted from kilograms (44.09 is 20 kg); most sets may be marked failure, which is work; the set
index has gaps; the app writes a line break inside text as backslash and n; two workouts share title and start.
"""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from workouts.transfer.formats import building, cells
from workouts.transfer.formats.rows import Broken, Line, Remark, Row, Skip
from workouts.transfer.formats.sheet import Cells, Format, Sheet
from workouts.transfer.formats.words import with_units

COLUMNS = {
    "workout": frozenset({"title"}),
    "date": frozenset({"start time"}),
    "end": frozenset({"end time"}),
    "workout_note": frozenset({"description"}),
    "exercise": frozenset({"exercise title"}),
    "superset": frozenset({"superset id"}),
    "note": frozenset({"exercise notes"}),
    "order": frozenset({"set index"}),
    "kind": frozenset({"set type"}),
    "weight": with_units("weight"),
    "reps": frozenset({"reps"}),
    "distance": frozenset({"distance km", "distance miles", "distance mi", "distance"}),
    "seconds": frozenset({"duration seconds"}),
    "rpe": frozenset({"rpe"}),
}
NEEDED = frozenset({"workout", "date", "exercise", "order", "weight", "reps"})


def rows(sheet: Sheet) -> Iterator[Line]:
    for found in sheet.lines():
        yield found if isinstance(found, Broken | Skip) else _line(sheet, *found)


def _line(sheet: Sheet, line: int, cell: Cells) -> Line:
    for name in ("note", "workout_note"):
        cell[name] = cell.get(name, "").replace("\\n", "\n")
    row = building.begin(sheet, line, cell)
    if isinstance(row, Row):
        try:
            _length(sheet, row, cell.get("end", ""))
            building.put_order(row, cell["order"])
            building.put_kind(row, cell.get("kind", ""))
            row.superset = _superset(cell.get("superset", ""))
            building.put_numbers(sheet, row, cell)
        except cells.Bad as bad:
            row.problem = str(bad)
        if building.converted(row):
            row.remarks += (Remark.CONVERTED,)
    return row


def _length(sheet: Sheet, row: Row, end: str) -> None:
    """From start to end by the wall clock: an hour of daylight saving may be in it, the file does not tell."""
    try:
        seconds = (sheet.calendar.moment(_("End"), end).at - row.start).total_seconds() if end.strip() else 0
    except (cells.Bad, TypeError):
        seconds = -1
    if 0 <= seconds <= cells.LONGEST:
        row.length = int(seconds)
    else:
        row.remarks += (Remark.LENGTH,)


def _superset(text: str) -> int | None:
    text = text.strip().removesuffix(".0")
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 3 else None


FORMAT = Format("hevy", "Hevy", COLUMNS, NEEDED, rows)
