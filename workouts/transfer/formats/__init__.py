"""Readers of other apps' files, and of our own. One module a format, and a line here: `read` finds whose it is.

A reader hands on `Row`s (rows.py), which know nothing of the app they came from; sessions.py puts them together.
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from workouts.science.units import Unit
from workouts.transfer.formats import (
    fitnotes,
    hevy,
    legday_csv,
    legday_json,
    liftlog,
    liftosaur,
    mapped,
    strong,
    stronglifts,
)
from workouts.transfer.formats.mapped import Mapping
from workouts.transfer.formats.own import Own
from workouts.transfer.formats.rows import Session, Unreadable, check_size
from workouts.transfer.formats.sessions import Sorting, sort_out
from workouts.transfer.formats.sheet import Format, Sheet, sheet
from workouts.transfer.formats.table import Table, read_table
from workouts.transfer.formats.text import UTF8

# The first that a header fits is taken: none of them fits another's.
FORMATS: tuple[Format, ...] = (
    strong.FORMAT,
    hevy.FORMAT,
    stronglifts.FORMAT,
    liftosaur.FORMAT,
    liftlog.FORMAT,
    fitnotes.FORMAT,
    legday_csv.FORMAT,
    legday_json.FORMAT,
)
OURS = (legday_csv.FORMAT, legday_json.FORMAT)


def apps() -> str:
    """Whose files are read, in words."""
    return ", ".join([*(each.name for each in FORMATS if each not in OURS), _("Legday (CSV or JSON)")])


@dataclass(slots=True)
class Reading:
    """A file, read: whose it is, its sessions, what was left out, and the unit that its header names, if any.
    `day_open`: the file has dates such as 03/04/2024 and nothing in it says which is the day."""

    format: Format
    encoding: str
    said_unit: Unit | None
    day_open: bool
    sorting: Sorting

    @property
    def sessions(self) -> list[Session]:
        return self.sorting.sessions

    @property
    def own(self) -> Own | None:
        """What only a file of ours holds; None for another app's."""
        return self.sorting.own


class Unknown(Unreadable):
    """A table, but no app's that is known."""

    def __init__(self, said: str, table: Table) -> None:
        super().__init__(said)
        self.table = table


def read(data: bytes, *, day_first: bool | None = None, mapping: Mapping | None = None) -> Reading:
    """Reads the bytes of a file; `day_first` is the answer to `day_open`, month first without one. A `mapping` says
    what its columns are, whatever their names.
    Raises Unreadable with a sentence for the lifter, Unknown where its columns would have to be told."""
    if legday_json.is_json(data):
        check_size(data)
        return Reading(legday_json.FORMAT, UTF8, None, False, legday_json.sort(data))
    table = read_table(data)
    found, columns = _understood(table, day_first, mapping)
    sorting = found.sort(columns) if found.sort else sort_out(found, found.rows(columns))
    return Reading(found, table.text.encoding, columns.unit, columns.calendar.asked or day_first is not None, sorting)


def _understood(table: Table, day_first: bool | None, mapping: Mapping | None) -> tuple[Format, Sheet]:
    if mapping is not None:
        return mapped.FORMAT, mapped.mapped_sheet(table, mapping, day_first=day_first)
    found = next((each for each in FORMATS if each.recognises(table.header)), None)
    if found is None:
        raise Unknown(_unknown(table), table)
    return found, sheet(table, found.columns, day_first=day_first)


def _unknown(table: Table) -> str:
    seen = [name.strip()[:40] or "–" for name in table.header]
    listed = ", ".join(seen[:12]) + (", …" if len(seen) > 12 else "")
    return _(
        "The first line of this file is not a header that Legday knows. It has: %(found)s. Legday reads the exports of "
        "%(apps)s."
    ) % {"found": listed, "apps": apps()}
