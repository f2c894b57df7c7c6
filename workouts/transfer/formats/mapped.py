"""A table whose header nobody knows: the lifter says which column is what, by its place.

Traps: there may be no workout, no set number and no time. What one day holds under one workout name is one workout,
also where each set has a time of its own.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from workouts.science.units import Unit
from workouts.transfer.formats import building, cells
from workouts.transfer.formats.dates import Calendar, leans
from workouts.transfer.formats.rows import Broken, Line, Remark, Row, Skip
from workouts.transfer.formats.sheet import Cells, Format, Sheet
from workouts.transfer.formats.table import Table
from workouts.transfer.formats.words import plain

# What a column may be.
THINGS = ("date", "exercise", "weight", "unit", "reps", "seconds", "rpe", "rir", "kind", "note", "workout")
FEWEST, MOST = 3, 100


@dataclass(frozen=True, slots=True)
class Mapping:
    """`places`: the column, from 0, of each of THINGS that the file has. `unit` is that of rows which name none;
    `day_first` says how dates such as 03/04 begin, None: as the file shows it."""

    places: dict[str, int] = field(default_factory=dict)
    unit: Unit | None = None
    day_first: bool | None = None

    def as_json(self) -> dict[str, Any]:
        return {"places": self.places, "unit": self.unit and self.unit.value, "day_first": self.day_first}

    @classmethod
    def of_json(cls, kept: dict[str, Any]) -> "Mapping":
        return cls(kept["places"], Unit(kept["unit"]) if kept["unit"] else None, kept["day_first"])

    def fits(self, table: Table) -> bool:
        return all(place < len(table.header) for place in self.places.values())


def can_be_mapped(table: Table) -> bool:
    """Whether it is a table with room for a date, an exercise and a number."""
    return FEWEST <= len(table.header) <= MOST and next(table.lines, None) is not None


def digest(header: tuple[str, ...]) -> str:
    """Under which a mapping is remembered: the names of the columns, in their order, without case."""
    return blake2b("\x1f".join(map(plain, header)).encode(), digest_size=16).hexdigest()


def mapped_sheet(table: Table, mapping: Mapping, *, day_first: bool | None) -> Sheet:
    calendar = Calendar(mapping.day_first if day_first is None else day_first)
    if calendar.day_first is None:
        calendar.day_first = leans(table.peek(mapping.places["date"]))
    return Sheet(table, mapping.places, calendar, mapping.unit)


def rows(sheet: Sheet) -> Iterator[Line]:
    for found in sheet.lines():
        yield found if isinstance(found, Broken | Skip) else _line(sheet, *found)


def _line(sheet: Sheet, line: int, cell: Cells) -> Line:
    row = building.begin(sheet, line, cell)
    if isinstance(row, Row):
        row.session = sheet.once(f"{row.start:%Y-%m-%d}\x1f{row.workout}")
        try:
            building.put_kind(row, cell.get("kind", ""))
            building.put_numbers(sheet, row, cell)
            _put_rir(row, cell.get("rir", ""))
        except cells.Bad as bad:
            row.problem = str(bad)
    return row


def _put_rir(row: Row, text: str) -> None:
    """Reps to spare; one scale is enough where the file has both."""
    row.rir, understood = cells.rir(text)
    if row.rpe is not None:
        row.rir = None
    if not understood:
        row.remarks += (Remark.RPE,)


FORMAT = Format("columns", "", {}, frozenset(), rows, together=True)
