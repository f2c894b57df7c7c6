"""LiftLog's CSV: a line for each set that was done, with the id of its session.

Traps: newer files have the time in UTC, older ones a local clock; it is the set's time, so a session has many.
"""

from collections.abc import Iterator

from workouts.transfer.formats import building, cells
from workouts.transfer.formats.rows import Broken, Line, Remark, Row, Skip
from workouts.transfer.formats.sheet import Cells, Format, Sheet

COLUMNS = {
    "session": frozenset({"sessionid"}),
    "date": frozenset({"timestamp"}),
    "exercise": frozenset({"exercise"}),
    "weight": frozenset({"weight"}),
    "unit": frozenset({"weightunit"}),
    "reps": frozenset({"reps"}),
    "note": frozenset({"notes"}),
}
NEEDED = frozenset({"session", "date", "exercise", "weight", "reps"})
MAX_ID = 100
# A weight without a unit is written so.
NO_UNIT = {"nil", "none"}


def rows(sheet: Sheet) -> Iterator[Line]:
    for found in sheet.lines():
        yield found if isinstance(found, Broken | Skip) else _line(sheet, *found)


def _line(sheet: Sheet, line: int, cell: Cells) -> Line:
    if cell.get("unit", "").strip().casefold() in NO_UNIT:
        cell["unit"] = ""
    row = building.begin(sheet, line, cell)
    if isinstance(row, Row):
        row.session = sheet.once(cell["session"].strip()[:MAX_ID])
        try:
            building.put_numbers(sheet, row, cell)
        except cells.Bad as bad:
            row.problem = str(bad)
        if building.converted(row):
            row.remarks += (Remark.CONVERTED,)
    return row


FORMAT = Format("liftlog", "LiftLog", COLUMNS, NEEDED, rows, together=True)
