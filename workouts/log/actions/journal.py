"""The one pen that writes synced rows: lock, number, write, remember what was there.

Every action opens a `mutation(...)` and writes through the journal it gets. Rows are written at once; the
mutation, its changes and the account's new revision when the block ends. All stand or fall together.
"""

import datetime
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from workouts.accounts.models import User
from workouts.log.actions.figures import INPUTS, place, refresh
from workouts.log.actions.locking import lock
from workouts.log.ids import new_id
from workouts.log.models import (
    Change,
    Ledger,
    LoggedSet,
    Mutation,
    Op,
    PerformedExercise,
    Source,
    StickyNote,
    SyncedRow,
    Workout,
)

Kind = Change.Kind
KINDS: dict[type[SyncedRow], Change.Kind] = {
    Workout: Kind.WORKOUT,
    PerformedExercise: Kind.EXERCISE,
    LoggedSet: Kind.SET,
    StickyNote: Kind.NOTE,
}
DOSE = ("sets", "low", "high", "rep_style", "rest_seconds", "target_rir")
# The fields of each kind that devices share, in the order of the change log's JSON.
FIELDS: dict[type[SyncedRow], tuple[str, ...]] = {
    Workout: ("day", "zone", "started_at", "utc_offset", "finished_at", "routine", "title", "note"),
    PerformedExercise: (
        "workout", "exercise", "position", "superset", "prescribed", "pain", "deload", "note", *DOSE,
    ),
    LoggedSet: (
        "performed", "position", "kind", "load_mode", "weight_text", "weight", "unit", "reps", "left", "right",
        "seconds", "rir", "rpe", "note",
    ),
    StickyNote: ("exercise", "text"),
}  # fmt: skip
BATCH = 500


class Repeated(Exception):
    """The account has applied this mutation before: nothing was done. `mutation` is the stored verdict."""

    def __init__(self, mutation: Mutation) -> None:
        super().__init__(str(mutation.uid))
        self.mutation = mutation


@contextmanager
def mutation(*, by: User, uid: UUID | None = None, source: Source) -> Iterator["Journal"]:
    """One intention of `by`, in one transaction, under the account's lock. Raises Repeated for a known `uid`."""
    with transaction.atomic():
        journal = Journal(by, lock(by), uid or new_id(), source)
        known = Mutation.objects.filter(owner=by, uid=uid).first() if uid else None
        if known:
            raise Repeated(known)
        yield journal
        journal.close()


class Journal:
    """What one mutation writes. Used inside `mutation(...)` only."""

    def __init__(self, owner: User, ledger: Ledger, uid: UUID, source: Source) -> None:
        self.owner, self.uid, self.source = owner, uid, source
        self.now = timezone.now()
        self._ledger = ledger
        self._changes: list[Change] = []
        # Keys of exercises as performed whose figures are to be computed, and of workouts of another day or hour.
        self._stale: set[int] = set()
        self._moved: set[int] = set()

    def insert(self, rows: Sequence[SyncedRow]) -> None:
        """Writes new rows of one kind; each gets the owner of the journal."""
        if not rows:
            return
        for row in rows:
            row.owner = self.owner
            if isinstance(row, PerformedExercise):
                row.day, row.started_at = row.workout.day, row.workout.started_at
            self._note(Op.PUT, row, plain(row, FIELDS[type(row)]), {})
            if isinstance(row, LoggedSet):
                self._mark(row)
        _manager(type(rows[0])).bulk_create(rows, batch_size=BATCH)

    def change(self, rows: Iterable[tuple[SyncedRow, dict[str, Any]]]) -> int:
        """Sets fields on rows of one kind; a row whose fields have these values already is left alone.

        Returns how many rows changed. What was overwritten goes into the log.
        """
        changed: list[SyncedRow] = []
        names: set[str] = set()
        for row, fields in rows:
            new = {name: value for name, value in fields.items() if getattr(row, name) != value}
            if not new:
                continue
            old = plain(row, new)
            for name, value in new.items():
                setattr(row, name, value)
            self._note(Op.PUT, row, plain(row, new), old)
            self._mark(row, new)
            changed.append(row)
            names.update(new)
        if changed:
            _manager(type(changed[0])).bulk_update(changed, sorted(names), batch_size=BATCH)
        return len(changed)

    def delete(self, rows: Sequence[SyncedRow]) -> None:
        """Lays tombstones on live rows of one kind. What they held stays under them."""
        self._bury(Op.DELETE, rows, deleted_at=self.now, deleted_by=self.uid)

    def restore(self, rows: Sequence[SyncedRow]) -> None:
        """Takes the tombstones of rows of one kind away."""
        self._bury(Op.RESTORE, rows, deleted_at=None, deleted_by=None)

    def close(self) -> None:
        """Appends the changes and moves the account's revision. A mutation that changed nothing is kept as well:
        it must not be applied later. Figures follow what was written."""
        refresh(self._stale)
        if self._moved:
            place(PerformedExercise.objects.filter(workout__in=self._moved))
        ledger = self._ledger
        mutation = Mutation.objects.create(
            owner=self.owner, uid=self.uid, source=self.source, rev=ledger.rev + len(self._changes)
        )
        for rev, change in enumerate(self._changes, start=ledger.rev + 1):
            change.rev, change.mutation = rev, mutation
        Change.objects.bulk_create(self._changes, batch_size=BATCH)
        if self._changes:
            ledger.rev = mutation.rev
            ledger.save(update_fields=["rev"])

    def _bury(
        self, op: Op, rows: Sequence[SyncedRow], *, deleted_at: datetime.datetime | None, deleted_by: UUID | None
    ) -> None:
        for row in rows:
            row.deleted_at, row.deleted_by = deleted_at, deleted_by
            self._note(op, row, {}, {})
            self._mark(row)
        ids = [row.pk for row in rows]
        for start in range(0, len(ids), BATCH):
            chunk = _manager(type(rows[0])).filter(pk__in=ids[start : start + BATCH])
            chunk.update(deleted_at=deleted_at, deleted_by=deleted_by)

    def _mark(self, row: SyncedRow, changed: Collection[str] = INPUTS) -> None:
        """Remembers whose figures are no longer right."""
        if isinstance(row, LoggedSet):
            self._stale.add(row.performed_id)
        elif isinstance(row, PerformedExercise) and not INPUTS.isdisjoint(changed):
            self._stale.add(row.pk)
        elif isinstance(row, Workout) and not {"day", "started_at"}.isdisjoint(changed):
            self._moved.add(row.pk)

    def _note(self, op: Op, row: SyncedRow, fields: dict[str, Any], replaced: dict[str, Any]) -> None:
        self._changes.append(
            Change(owner=self.owner, op=op, kind=KINDS[type(row)], row=row.uid, fields=fields, replaced=replaced)
        )


def _manager(model: type[SyncedRow]) -> Any:
    return model._default_manager


def plain(row: SyncedRow, names: Iterable[str]) -> dict[str, Any]:
    """Fields of a row as JSON has them: decimals and dates as text, other rows by their id, exercises and
    routines by their slug."""
    return {name: _plain(getattr(row, name)) for name in names}


def _plain(value: Any) -> Any:
    if isinstance(value, SyncedRow):
        return str(value.uid)
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, datetime.date):  # and its subclass datetime
        return value.isoformat()
    return getattr(value, "slug", value)
