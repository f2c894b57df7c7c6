"""The one pen that writes synced rows: lock, number, write, remember what was there.

Every action opens a `mutation(...)` and writes through the journal it gets; a push from a device opens one mutation
after the other in the same journal. Rows, mutations, changes and the account's new revision are written when it
closes. All stand or fall together.
"""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from workouts.accounts.models import User
from workouts.log.actions.fields import KINDS, plain, whole
from workouts.log.actions.locking import lock
from workouts.log.actions.pages import BATCH, Pages
from workouts.log.ids import new_id
from workouts.log.models import Change, Ledger, Mutation, Op, Source, SyncedRow


class Repeated(Exception):
    """The account has applied this mutation before: nothing was done. `mutation` is the stored verdict."""

    def __init__(self, mutation: Mutation) -> None:
        super().__init__(str(mutation.uid))
        self.mutation = mutation


@contextmanager
def mutation(*, by: User, uid: UUID | None = None, source: Source) -> Iterator["Journal"]:
    """One intention of `by`, in one transaction, under the account's lock. Raises Repeated for a known `uid`."""
    with transaction.atomic():
        journal = Journal(by, lock(by), source)
        known = Mutation.objects.filter(owner=by, uid=uid).first() if uid else None
        if known:
            raise Repeated(known)
        with journal.mutation(uid or new_id()):
            yield journal
        journal.close()


class Journal:
    """What mutations write, in a transaction that holds `ledger` locked.

    `client` is the device that pushes; `counts` are columns of the ledger that are to be saved with its revision.
    """

    def __init__(
        self,
        owner: User,
        ledger: Ledger,
        source: Source,
        *,
        client: UUID | None = None,
        counts: Sequence[str] = (),
    ) -> None:
        self.owner, self.source, self.client = owner, source, client
        self.now = timezone.now()
        self.rev = ledger.rev
        self.changes: list[Change] = []
        self._ledger, self._counts = ledger, counts
        self._mutations: list[Mutation] = []
        self._pages = Pages()
        self._open: Mutation | None = None

    @contextmanager
    def mutation(self, uid: UUID) -> Iterator[Mutation]:
        """Until the block ends, what is written is written by the mutation `uid`. One that changes nothing is kept as
        well: it must not be applied later."""
        opened = self._open = Mutation(owner=self.owner, uid=uid, source=self.source)
        yield opened
        opened.rev = self.rev
        self._mutations.append(opened)
        self._open = None

    def reject(self, uid: UUID, problem: dict[str, Any]) -> None:
        """Keeps the verdict on a mutation that could not be applied, so that it is the same when it comes again."""
        status = Mutation.Status.REJECTED
        self._mutations.append(
            Mutation(owner=self.owner, uid=uid, source=self.source, rev=self.rev, status=status, problem=problem)
        )

    def insert(self, rows: Iterable[SyncedRow]) -> None:
        """New rows; each gets the owner of the journal. Rows they hang on come before them."""
        for row in rows:
            row.owner = self.owner
            self._pages.insert(row)
            self._note(Op.PUT, row, whole(row))

    def change(self, rows: Iterable[tuple[SyncedRow, dict[str, Any]]], *, conflict: bool = False) -> int:
        """Sets fields on rows; a row whose fields have these values already is left alone.

        Returns how many rows changed. What was overwritten goes into the log.
        """
        changed = 0
        for row, fields in rows:
            new = {name: value for name, value in fields.items() if getattr(row, name) != value}
            if not new:
                continue
            old = plain(row, new)
            for name, value in new.items():
                setattr(row, name, value)
            self._pages.change(row, new)
            self._note(Op.PUT, row, plain(row, new), replaced=old, conflict=conflict)
            changed += 1
        return changed

    def delete(self, rows: Iterable[SyncedRow]) -> None:
        """Lays tombstones on live rows. What they held stays under them."""
        for row in rows:
            self._bury(Op.DELETE, row, at=self.now, by=self._writing.uid)

    def delete_with(self, row: SyncedRow, parent: SyncedRow) -> None:
        """Lays the tombstone of `parent` on a row that came too late, so that a restore brings back both."""
        self._bury(Op.DELETE, row, at=parent.deleted_at, by=parent.deleted_by)

    def restore(self, rows: Iterable[SyncedRow]) -> None:
        """Takes the tombstones of rows away. The log has all of their fields: a device that met the account while they
        were deleted never had them."""
        for row in rows:
            self._bury(Op.RESTORE, row, at=None, by=None)

    def close(self) -> None:
        """Writes all of it, and moves the account's revision."""
        self._pages.write()
        # Both refer to what has just got its key.
        Mutation.objects.bulk_create(self._mutations, batch_size=BATCH)
        Change.objects.bulk_create(self.changes, batch_size=BATCH)
        if self.changes or self._counts:
            self._ledger.rev = self.rev
            self._ledger.save(update_fields=["rev", *self._counts])

    @property
    def _writing(self) -> Mutation:
        if self._open is None:
            raise RuntimeError("Rows are written within a mutation.")
        return self._open

    def _bury(self, op: Op, row: SyncedRow, *, at: datetime.datetime | None, by: UUID | None) -> None:
        row.deleted_at, row.deleted_by = at, by
        self._pages.bury(row)
        self._note(op, row, whole(row) if op == Op.RESTORE else {})

    def _note(
        self,
        op: Op,
        row: SyncedRow,
        fields: dict[str, Any],
        *,
        replaced: dict[str, Any] | None = None,
        conflict: bool = False,
    ) -> None:
        self.rev += 1
        change = Change(
            owner=self.owner,
            rev=self.rev,
            mutation=self._writing,
            op=op,
            kind=KINDS[type(row)],
            row=row.uid,
            fields=fields,
            replaced=replaced or {},
            client=self.client,
            conflict=conflict,
        )
        self.changes.append(change)
