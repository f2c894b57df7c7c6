"""Readers of other apps' files. One module a format, and a line here: `read` finds out whose file it is.

A reader hands on `Row`s (rows.py), which know nothing of the app they came from; sessions.py puts them together.
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from workouts.science.units import Unit
from workouts.transfer.formats import strong
from workouts.transfer.formats.rows import Format, Session, Unreadable
from workouts.transfer.formats.sessions import Sorting, sort_out
from workouts.transfer.formats.table import Table, read_table

FORMATS: tuple[Format, ...] = (strong.FORMAT,)


@dataclass(slots=True)
class Reading:
    """A file, read: whose it is, its sessions, what was left out, and the unit that its header names, if any."""

    format: Format
    encoding: str
    said_unit: Unit | None
    sorting: Sorting

    @property
    def sessions(self) -> list[Session]:
        return self.sorting.sessions


def read(data: bytes) -> Reading:
    """Reads the bytes of a file. Raises Unreadable with a sentence for the lifter."""
    table = read_table(data)
    found = next((each for each in FORMATS if each.recognises(table.header)), None)
    if found is None:
        raise Unreadable(_unknown(table))
    return Reading(found, table.encoding, found.unit_of(table.header), sort_out(found.key, found.rows(table)))


def _unknown(table: Table) -> str:
    seen = [name.strip()[:40] or "–" for name in table.header]
    listed = ", ".join(seen[:12]) + (", …" if len(seen) > 12 else "")
    return _(
        "The first line of this file is not a header that Legday knows. It has: %(found)s. An export of Strong has "
        "Date, Workout Name, Exercise Name, Set Order, Weight and Reps, in any order."
    ) % {"found": listed}
