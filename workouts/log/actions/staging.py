"""Writes too long for one lock: laid down in small transactions where nobody sees them, then revealed by one short one.

Staged rows lie under tombstones of the staging (`deleted_by`), rows that will go are marked by it, and staged changes
have numbers far above any revision, so that neither pages nor cursors meet them (`rev <= ledger.rev`, as sync reads).
The last transaction takes the account's lock, moves the changes down to the next revisions, takes the tombstones off
or lays them. What a killed process left is swept away by the account's next import: an interrupted one vanishes, and
none is ever seen half.
"""

import datetime
import secrets
import time
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.db.models import F, Max, Q
from django.utils import timezone

from workouts.accounts.models import User
from workouts.log.actions.fields import KINDS, whole
from workouts.log.actions.figures import place, refresh
from workouts.log.actions.journal import Repeated
from workouts.log.actions.locking import lock
from workouts.log.ids import new_id
from workouts.log.models import Change, Ledger, LoggedSet, Mutation, Op, PerformedExercise, Source, SyncedRow, Workout
from workouts.log.models.rows import STAGED_AT

# Rows a transaction: about a fifth of a second on SQLite, whose one write lock everybody shares.
CHUNK = 500
# Between two of them others get their turn: a waiting SQLite connection looks again after up to 100 ms.
PAUSE = 0.005
STAGED = 2**62
SLOT = 2**20
ABANDONED = datetime.timedelta(minutes=30)
KINDS_IN_ORDER: tuple[type[SyncedRow], ...] = (Workout, PerformedExercise, LoggedSet)


class Disturbed(Exception):
    """Somebody wrote what the plan stands on since it was made: plan again."""


class Vanished(Exception):
    """The staging is not there any more, or somebody is taking it away: begin anew, or let it be."""


class Staging:
    """One long write under way; `planned` is the account's revision that its plan was made at. `count` changes of
    `mutation` are laid down already, where an earlier request began it."""

    def __init__(self, mutation: Mutation, planned: int, count: int = 0) -> None:
        self.owner, self.planned = mutation.owner, planned
        self.uid, self._base = mutation.uid, mutation.rev
        self._count = count
        self._mutation = mutation

    @classmethod
    def begin(cls, owner: User, source: Source, planned: int) -> "Staging":
        # Two stagings of an account at once (a double submit) get numbers of their own.
        base = STAGED + secrets.randbelow(2**40) * SLOT
        return cls(Mutation.objects.create(owner=owner, uid=new_id(), source=source, rev=base), planned)

    @classmethod
    def take_up(cls, owner: User, uid: UUID, planned: int) -> "Staging":
        """What another request has begun. Raises Vanished."""
        mutation = _staged(owner).filter(uid=uid, status=Mutation.Status.APPLIED).first()
        if mutation is None:
            raise Vanished
        mutation.owner = owner
        last = Change.objects.filter(mutation=mutation).aggregate(last=Max("rev"))["last"]
        return cls(mutation, planned, count=last - mutation.rev if last else 0)

    def put(self, rows: Sequence[SyncedRow]) -> None:
        """New rows of one kind, with their changes. Rows they hang on were put before."""
        for row in rows:
            row.owner, row.deleted_at, row.deleted_by = self.owner, STAGED_AT, self.uid
        for chunk in _chunks(rows):
            changes = [self._change(Op.PUT, row, whole(row)) for row in chunk]
            with transaction.atomic():
                type(chunk[0])._default_manager.bulk_create(chunk)
                Change.objects.bulk_create(changes)
            time.sleep(PAUSE)

    def delete(self, rows: Sequence[SyncedRow]) -> None:
        """Marks live rows of one kind, with their changes; `reveal` lays the tombstones."""
        for chunk in _chunks(rows):
            changes = [self._change(Op.DELETE, row, {}) for row in chunk]
            live = type(chunk[0])._default_manager.filter(pk__in=[row.pk for row in chunk], deleted_at=None)
            with transaction.atomic():
                live.update(deleted_by=self.uid)
                Change.objects.bulk_create(changes)
            time.sleep(PAUSE)

    def reveal(self, uid: UUID, disturbing: Q, touched: Sequence[PerformedExercise] = ()) -> None:
        """Makes it all count at once, as the mutation `uid`. `touched` stay and have other sets now: new rows bring
        their figures along, but theirs may have changed since the plan.

        Raises Repeated for a known one, Disturbed if a change after the plan matches `disturbing`, and Vanished where
        somebody takes the staging away."""
        with transaction.atomic():
            ledger = lock(self.owner)
            known = Mutation.objects.filter(owner=self.owner, uid=uid).first()
            if known:
                raise Repeated(known)
            if not _staged(self.owner).filter(pk=self._mutation.pk, status=Mutation.Status.APPLIED).exists():
                raise Vanished
            since = Change.objects.filter(owner=self.owner, rev__gt=self.planned, rev__lte=ledger.rev)
            if since.filter(disturbing).exists():
                raise Disturbed
            self._uncover(uid)
            for chunk in _chunks(touched):
                place(PerformedExercise.objects.filter(pk__in=[row.pk for row in chunk]))
                refresh([row.pk for row in chunk])
            self._number(ledger, uid)

    def _uncover(self, uid: UUID) -> None:
        for model in KINDS_IN_ORDER:
            mine = model._default_manager.filter(owner=self.owner, deleted_by=self.uid)
            mine.filter(deleted_at=None).update(deleted_at=timezone.now(), deleted_by=uid)
            mine.filter(deleted_at=STAGED_AT).update(deleted_at=None, deleted_by=None)

    def _number(self, ledger: Ledger, uid: UUID) -> None:
        Change.objects.filter(mutation=self._mutation).update(rev=F("rev") - (self._base - ledger.rev))
        ledger.rev += self._count
        ledger.save(update_fields=["rev"])
        Mutation.objects.filter(pk=self._mutation.pk).update(uid=uid, rev=ledger.rev)

    def drop(self) -> None:
        """Takes away what was laid down and not revealed."""
        _sweep(self._mutation)

    def _change(self, op: Op, row: SyncedRow, fields: dict[str, Any]) -> Change:
        self._count += 1
        return Change(
            owner=self.owner,
            rev=self._base + self._count,
            mutation=self._mutation,
            op=op,
            kind=KINDS[type(row)],
            row=row.uid,
            fields=fields,
        )


def sweep(owner: User) -> None:
    """Takes away what stagings left that never came to their end."""
    for mutation in _staged(owner).filter(at__lt=timezone.now() - ABANDONED):
        _sweep(mutation)


def abandon(owner: User, uid: UUID) -> None:
    """Takes away the staging `uid`, if it is there."""
    for mutation in _staged(owner).filter(uid=uid):
        _sweep(mutation)


def _staged(owner: User) -> "models.QuerySet[Mutation]":
    return Mutation.objects.filter(owner=owner, rev__gte=STAGED)


def _sweep(mutation: Mutation) -> None:
    """In small transactions too, children first; the mutation goes last, so that a sweep cut short is taken up. Its
    mark keeps another request from revealing the half that is still there; what is revealed already is left."""
    with transaction.atomic():
        lock(mutation.owner)
        if not _staged(mutation.owner).filter(pk=mutation.pk).update(status=Mutation.Status.REJECTED):
            return
    for model in reversed(KINDS_IN_ORDER):
        touched = model._default_manager.filter(owner=mutation.owner, deleted_by=mutation.uid)
        touched.filter(deleted_at=None).update(deleted_by=None)
        _delete(touched.filter(deleted_at=STAGED_AT))
    _delete(Change.objects.filter(mutation=mutation))
    mutation.delete()


def _delete(rows: "models.QuerySet[Any]") -> None:
    while keys := list(rows.values_list("pk", flat=True)[:CHUNK]):
        with transaction.atomic():
            rows.filter(pk__in=keys).delete()


def _chunks(rows: Sequence[SyncedRow]) -> list[Sequence[SyncedRow]]:
    return [rows[start : start + CHUNK] for start in range(0, len(rows), CHUNK)]
