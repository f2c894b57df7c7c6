"""What the database holds against what the devices were told."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from tests.drills.install import Install
from tests.drills.phone import Phone


@dataclass(frozen=True, slots=True)
class Truth:
    """Counts of sets. `lost`: acknowledged and not there as typed. `doubled`: rows or insertions beyond one an id, and
    rows that nobody typed. `gaps`: accounts whose revisions are not 1, 2, 3 up to the ledger's."""

    acknowledged: int
    waiting: int
    rejected: int
    lost: int
    doubled: int
    gaps: int
    sound: str

    @property
    def whole(self) -> bool:
        return (self.lost, self.doubled, self.gaps, self.sound) == (0, 0, 0, "ok")


def truth(install: Install, phones: Sequence[Phone]) -> Truth:
    told = {row: fields for phone in phones for row, fields in phone.told.items()}
    typed = told.keys() | {each["row"] for phone in phones for each in phone.outbox.values()}
    rows = install.ask("SELECT uid, weight_text, reps FROM workouts_loggedset WHERE deleted_at IS NULL")
    kept = {str(UUID(str(uid))): (weight, reps) for uid, weight, reps in rows}
    inserted = Counter(
        str(UUID(str(row)))
        for (row,) in install.ask("""SELECT "row" FROM workouts_change WHERE kind = 'set' AND op = 'put'""")
    )
    return Truth(
        acknowledged=len(told),
        waiting=sum(len(phone.outbox) for phone in phones),
        rejected=sum(len(phone.rejected) for phone in phones),
        lost=sum(kept.get(row) != (fields["weight"], fields["reps"]) for row, fields in told.items()),
        doubled=len(rows) - len(kept) + sum(n - 1 for n in inserted.values()) + len(kept.keys() - typed),
        gaps=len(install.ask(GAPS)),
        sound=_sound(install),
    )


GAPS = """
SELECT l.owner_id FROM workouts_ledger l LEFT JOIN workouts_change c ON c.owner_id = l.owner_id
GROUP BY l.owner_id, l.rev HAVING COUNT(c.rev) <> l.rev OR COALESCE(MAX(c.rev), 0) <> l.rev
"""


def _sound(install: Install) -> str:
    """SQLite's own word on the file. PostgreSQL has none for a whole database: every table is read."""
    if install.file:
        return str(install.ask("PRAGMA integrity_check")[0][0])
    for table in ("loggedset", "performedexercise", "workout", "change", "mutation", "ledger"):
        install.ask(f"SELECT * FROM workouts_{table}")  # noqa: S608  # names of tables, no values
    return "ok"
