"""FitNotes: Android's CSV (old, and new with comments) and that of FitNotes 2 for iOS.

Traps: commas inside names of exercises are not quoted; days without a time; no workout, no set number: the sets of an
exercise on one day belong together, however they are scattered; comments belong to their sets.
"""

from collections.abc import Iterator
from functools import partial

from workouts.transfer.formats import building, cells
from workouts.transfer.formats.rows import Broken, Line, Remark, Row, Skip
from workouts.transfer.formats.sheet import Cells, Format, Sheet
from workouts.transfer.formats.words import KINDS, UNITS, plain

COLUMNS = {
    "date": frozenset({"date"}),
    "exercise": frozenset({"exercise"}),
    "category": frozenset({"category"}),
    "weight": frozenset({"weight"}),
    "kg": frozenset({"weight kg", "weight kgs"}),
    "lb": frozenset({"weight lb", "weight lbs"}),
    "unit": frozenset({"weight unit"}),
    "reps": frozenset({"reps"}),
    "distance": frozenset({"distance"}),
    "seconds": frozenset({"time"}),
    "note": frozenset({"comment", "notes"}),
    "kind": frozenset({"kind"}),
}
NEEDED = frozenset({"date", "exercise", "category", "reps"})
CATEGORIES = {"shoulders", "triceps", "biceps", "chest", "back", "legs", "abs", "cardio", "core", "arms", "full body"}


def fits(header: tuple[str, ...]) -> bool:
    """The weight goes by one name on Android, by two on iOS."""
    known = {plain(name) for name in header}
    return any(COLUMNS[name] & known for name in ("weight", "kg", "lb"))


def rows(sheet: Sheet) -> Iterator[Line]:
    for found in sheet.lines(partial(mended, sheet)):
        yield found if isinstance(found, Broken | Skip) else _line(sheet, *found)


def mended(sheet: Sheet, found: list[str], width: int) -> list[str] | None:
    """A line with too many fields, put right: the name takes as many of them as it needs until a category and a
    weight stand where they should. None where they never do, or do as it is."""
    at = sheet.places["exercise"]
    for extra in range(len(found) - width + 1):
        joined = [*found[:at], ",".join(found[at : at + extra + 1]), *found[at + extra + 1 :]]
        if _stands(sheet, joined):
            return joined if extra else None
    return None


def _stands(sheet: Sheet, cells_: list[str]) -> bool:
    there = {name: cells_[place].strip().casefold() for name, place in sheet.places.items()}
    try:
        cells.weight("", next(there[name] for name in ("weight", "kg", "lb") if name in there))
    except cells.Bad:
        return False
    return there["category"] in CATEGORIES or there.get("unit", "") in UNITS


def _line(sheet: Sheet, line: int, cell: Cells) -> Line:
    row = building.begin(sheet, line, cell)
    if isinstance(row, Row):
        if cell["exercise"].count(",") and sheet.table.delimiter == "," and not cell["category"].strip():
            row.remarks += (Remark.JOINED,)
        try:
            building.put_numbers(sheet, row, cell | _typed(cell))
        except cells.Bad as bad:
            row.problem = str(bad)
        row.kind = KINDS.get(cell.get("kind", "").strip().casefold(), row.kind)
        if building.converted(row):
            row.remarks += (Remark.CONVERTED,)
    return row


def _typed(cell: Cells) -> Cells:
    """Of a weight in both units the one that was typed: it has fewer decimals than its conversion."""
    there = [(unit, cell[unit].strip()) for unit in ("kg", "lb") if cell.get(unit, "").strip().strip("0.,")]
    if not there:
        return {} if "weight" in cell else {"weight": "", "unit": ""}
    unit, text = min(there, key=lambda each: len(each[1].rstrip("0").rpartition(".")[2]) if "." in each[1] else 0)
    return {"weight": text, "unit": unit}


FORMAT = Format("fitnotes", "FitNotes", COLUMNS, NEEDED, rows, own_notes=True, together=True, fits=fits)
