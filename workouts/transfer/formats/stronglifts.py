"""StrongLifts 5×5: a line for each exercise, its sets in columns, as many as the longest exercise has.

Traps: a byte order mark; the body weight is in kilograms in the file in pounds too; a failed set has 0 reps and a
weight, an unused one nothing; a set that lasts has no reps.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from django.utils.translation import gettext as _

from workouts.log.models import SetKind
from workouts.transfer.formats import building, cells
from workouts.transfer.formats.dates import Moment
from workouts.transfer.formats.rows import Broken, Line, Remark, Row, Skip
from workouts.transfer.formats.sheet import Cells, Format, Sheet
from workouts.transfer.formats.words import UNITS, plain, unit_in

COLUMNS = {
    "date": frozenset({"date yyyy/mm/dd", "date"}),
    "workout": frozenset({"workout name"}),
    "exercise": frozenset({"exercise"}),
    "length": frozenset({"duration hours"}),
    "begun": frozenset({"start time h:mm", "start time"}),
    "note": frozenset({"notes"}),
    "first": frozenset({"set 1 reps"}),
}
NEEDED = frozenset({"date", "workout", "exercise", "first"})
_COLUMN = re.compile(r"set ([0-9]{1,2}) (reps|time|sec|seconds|" + "|".join(UNITS) + ")")


_MEASURES = ("weight", "reps", "seconds")


def rows(sheet: Sheet) -> Iterator[Line]:
    columns = _sets(sheet.table.header)
    sheet.unit = next((unit_in(name) for name in sheet.table.header if plain(name).startswith("set ")
                       and unit_in(name)), None)  # fmt: skip
    for number in columns:
        sheet.places |= {f"{what} {number}": place for what, place in columns[number].items()}
    for found in sheet.lines():
        if isinstance(found, Broken | Skip):
            yield found
        else:
            yield from _line(sheet, list(columns), *found)


def _sets(header: tuple[str, ...]) -> dict[int, dict[str, int]]:
    """By the set's number where its reps, weight and seconds stand."""
    columns: dict[int, dict[str, int]] = {}
    for place, name in enumerate(header):
        match = _COLUMN.fullmatch(plain(name))
        if match:
            what = {"reps": "reps", "time": "seconds", "sec": "seconds", "seconds": "seconds"}.get(match[2], "weight")
            columns.setdefault(int(match[1]), {})[what] = place
    return dict(sorted(columns.items()))


def _line(sheet: Sheet, numbers: list[int], line: int, cell: Cells) -> Iterator[Line]:
    try:
        begun = cell["date"].strip() + (f" {cell['begun'].strip()}" if cell.get("begun", "").strip() else "")
        at: Moment | None = sheet.calendar.moment(_("Date"), begun)
    except cells.Bad as bad:
        yield Broken(line, str(bad))
        return
    row = building.begin(sheet, line, cell, at)
    if isinstance(row, Broken):
        yield row
        return
    _put_hours(row, cell.get("length", ""))
    used = [
        number for number in numbers if any(cell.get(f"{what} {number}", "").strip() for what in ("reps", "seconds"))
    ]
    if not used:
        yield Skip.BLANK
    for number in used:
        yield _set(sheet, replace(row, order=number), {w: cell.get(f"{w} {number}", "") for w in _MEASURES})


def _used(cell: Cells, number: int) -> bool:
    return any(cell.get(f"{what} {number}", "").strip() for what in ("reps", "seconds"))


def _set(sheet: Sheet, row: Row, cell: Cells) -> Row:
    try:
        building.put_numbers(sheet, row, cell)
    except cells.Bad as bad:
        row.problem = str(bad)
    else:
        if row.skip is Skip.UNMEASURED:
            # Tried and not lifted: kept, with its 0.
            row.skip, row.reps, row.kind = None, 0, SetKind.FAILURE
    return row


def _put_hours(row: Row, text: str) -> None:
    """The duration in decimal hours."""
    text = text.strip()
    if not text:
        return
    try:
        row.length = int(cells.hours(text) * 3600 + Decimal("0.5"))
    except cells.Bad:
        row.remarks += (Remark.LENGTH,)


FORMAT = Format("stronglifts", "StrongLifts", COLUMNS, NEEDED, rows)
