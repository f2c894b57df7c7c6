"""Liftosaur's history as CSV: what was asked for and what was done, a line for each set.

Traps: times are UTC, so that the day is the lifter's own only in her zone; a set that was not done has no completed
reps; the note of an exercise is on each of its lines; the left side of one-sided sets is missing in the file.
"""

from collections.abc import Iterator

from workouts.log.models import SetKind
from workouts.transfer.formats import building, cells
from workouts.transfer.formats.rows import Broken, Line, Remark, Skip
from workouts.transfer.formats.sheet import Cells, Format, Sheet
from workouts.transfer.formats.words import YES

COLUMNS = {
    "date": frozenset({"workout datetime"}),
    "workout": frozenset({"day name"}),
    "exercise": frozenset({"exercise"}),
    "warmup": frozenset({"is warmup set?"}),
    "asked": frozenset({"required reps"}),
    "reps": frozenset({"completed reps"}),
    "rpe": frozenset({"completed rpe"}),
    "weight": frozenset({"completed weight value"}),
    "unit": frozenset({"completed weight unit"}),
    "note": frozenset({"notes"}),
}
NEEDED = frozenset({"date", "exercise", "reps", "weight"})


def rows(sheet: Sheet) -> Iterator[Line]:
    for found in sheet.lines():
        yield found if isinstance(found, Broken | Skip) else _line(sheet, *found)


def _line(sheet: Sheet, line: int, cell: Cells) -> Line:
    row = building.begin(sheet, line, cell)
    if isinstance(row, Broken):
        return row
    if cell.get("warmup", "").strip().casefold() in YES:
        row.kind = SetKind.WARMUP
    try:
        building.put_numbers(sheet, row, cell)
    except cells.Bad as bad:
        row.problem = str(bad)
    if row.skip and cell.get("asked", "").strip().strip("0"):
        row.skip = Skip.PLANNED
    if building.converted(row):
        row.remarks += (Remark.CONVERTED,)
    return row


FORMAT = Format("liftosaur", "Liftosaur", COLUMNS, NEEDED, rows, together=True)
