"""A table whose columns are understood: its lines as cells by the name of the thing, whatever the header calls it.

Values that come again and again in a file of 50,000 rows (names, weights, dates) are kept once.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from workouts.science.units import Unit
from workouts.transfer.formats.dates import Calendar, leans
from workouts.transfer.formats.rows import Broken, Line, Skip, Unreadable
from workouts.transfer.formats.table import Table
from workouts.transfer.formats.words import plain, unit_in

if TYPE_CHECKING:
    from workouts.transfer.formats.sessions import Sorting

Cells = dict[str, str]
Columns = Mapping[str, frozenset[str]]
# Takes a line that is too long for its header, and gives it back with the right number of fields, or None.
Mend = Callable[[list[str], int], list[str] | None]


@dataclass(frozen=True, slots=True)
class Format:
    """An app's file. `key` is stored with each import and is part of every row's identity: never change it.

    `columns` are the names, as words.plain writes them, that each thing goes by; the file is this app's if the
    `needed` ones are there. `own_notes`: a note is the set's, not the exercise's. `together`: an exercise comes once
    in a workout, however its sets are scattered. `fits`: what else must be true of the header.
    `sort`: puts the workouts together itself, in place of `rows` and sessions.py.
    """

    key: str
    name: str
    columns: Columns
    needed: frozenset[str]
    rows: Callable[["Sheet"], Iterator[Line]] = lambda _sheet: iter(())
    own_notes: bool = False
    together: bool = False
    fits: Callable[[tuple[str, ...]], bool] = lambda _header: True
    sort: "Callable[[Sheet], Sorting] | None" = None

    def recognises(self, header: tuple[str, ...]) -> bool:
        known = {plain(name) for name in header}
        return all(self.columns[column] & known for column in self.needed) and self.fits(header)


@dataclass(slots=True)
class Sheet:
    """`places` tell where each thing stands; `unit` is the one that the weight's header names; `mended`: whether the
    line at hand had too many fields and was put right."""

    table: Table
    places: dict[str, int]
    calendar: Calendar
    unit: Unit | None
    mended: bool = False
    weights: dict[str, tuple[str, Decimal]] = field(default_factory=dict)
    ratings: dict[str, tuple[Decimal | None, bool]] = field(default_factory=dict)
    _words: dict[str, str] = field(default_factory=dict)

    def once(self, text: str) -> str:
        """The same text, and the same object for the same text."""
        return self._words.setdefault(text, text)

    def lines(self, mend: Mend | None = None) -> Iterator[tuple[int, Cells] | Broken | Skip]:
        """Each line's cells, those that are missing at its end empty; or why it has none."""
        width = len(self.table.header)
        for line, found in self.table.lines:
            cells = mend(found, width) if mend and found and len(found) > width else None
            self.mended = cells is not None
            cells = found if cells is None else cells
            if found is None:
                yield Broken(line, _("The quotes are out of place."))
            elif cells is None or any(map(str.strip, cells[width:])):
                text = _("%(found)s fields under %(width)s columns.")
                yield Broken(line, text % {"found": len(found), "width": width})
            elif not any(map(str.strip, cells)):
                yield Skip.BLANK
            else:
                yield line, {name: cells[at] if at < len(cells) else "" for name, at in self.places.items()}


def sheet(table: Table, columns: Columns, *, day_first: bool | None = None) -> Sheet:
    """Raises Unreadable where two columns mean the same."""
    places = _places(table.header, columns)
    at = places.get("weight")
    unit = None if at is None else unit_in(table.header[at])
    calendar = Calendar(day_first)
    if day_first is None and "date" in places:
        calendar.day_first = leans(table.peek(places["date"]))
    return Sheet(table, places, calendar, unit)


def _places(header: tuple[str, ...], columns: Columns) -> dict[str, int]:
    by_name = {name: column for column, names in columns.items() for name in names}
    found: dict[str, int] = {}
    for place, name in enumerate(header):
        column = by_name.get(plain(name))
        if column is None:
            continue
        if column in found:
            raise Unreadable(
                _("Two columns of this file mean the same: %(one)s and %(other)s. Remove one of them.")
                % {"one": header[found[column]][:40], "other": name[:40]}
            )
        found[column] = place
    return found
