"""One push: one transaction under the account's lock, a verdict for every mutation.

All mutations are judged in memory and written together. Should that fail, they are done again one at a time, each in
a savepoint of its own, so that the one that cannot be written is the only one refused.
"""

import logging
from typing import Any
from uuid import UUID

from django.db import InterfaceError, OperationalError, transaction
from django.db.models import Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from workouts.accounts.models import User
from workouts.log.actions.epoch import current_epoch
from workouts.log.actions.incoming import devices, quotas
from workouts.log.actions.incoming.conflicts import Unseen
from workouts.log.actions.incoming.judging import Judge
from workouts.log.actions.incoming.reading import read
from workouts.log.actions.incoming.shapes import Answer, Asked, Purpose, Push, Rejection, Status, Verdict
from workouts.log.actions.incoming.world import World
from workouts.log.actions.journal import Journal
from workouts.log.actions.locking import lock
from workouts.log.models import Change, Client, Epoch, Ledger, Mutation, Source
from workouts.shared.problems import Refusal

log = logging.getLogger(__name__)

# The database as a whole does not work just now: nobody's mutation is to blame, and the device comes again.
OUTAGE = (OperationalError, InterfaceError)
# From an archive these may find their row when the device that made it has sent its own.
LATE = {"unknown-row", "unknown-parent"}
# Made once: a push takes as long to put its questions together as the database takes to answer them.
EPOCH = Subquery(Epoch.objects.filter(pk=Epoch.ONLY).values("uid"))

Read = tuple[UUID, Asked | Rejection]


def apply_push(*, by: User, push: Push) -> Answer:
    """Applies what a device sends, every mutation once. Raises Refusal (bad-cursor, quotas): nothing is applied then.

    A device of another epoch gets the right one, and nothing else happens.
    """
    now = timezone.now()
    with transaction.atomic():
        ledger = lock(
            by,
            epoch=EPOCH,
            seen=Subquery(Client.objects.filter(owner=by, uid=push.client).values("last_seen")),
        )
        epoch: UUID = getattr(ledger, "epoch", None) or current_epoch()
        before = ledger.rev
        if push.epoch != epoch:
            return Answer(epoch, before, before, [], [], epoch_changed=True, floor=ledger.floor)
        if push.cursor is not None and push.cursor > before:
            raise bad_cursor(epoch)
        quotas.count_push(ledger, now)
        known = _known(by, push)
        new = {uid for uid, _raw in push.mutations if uid not in known}
        refusal = quotas.count_mutations(ledger, now, len(new), push.purpose)
        if refusal is None:
            devices.seen(by, push.client, last=getattr(ledger, "seen", None), today=now.date())
            verdicts, changes = _Application(by, ledger, push).run(known)
            answer = Answer(epoch, before, ledger.rev, verdicts, changes)
        else:
            ledger.save(update_fields=["minute", "pushes"])
    # Only now, so that the push was counted.
    if refusal is not None:
        raise refusal
    return answer


def bad_cursor(epoch: UUID) -> Refusal:
    """A cursor that this account never gave out: the device takes a snapshot."""
    return Refusal(
        "bad-cursor",
        status=400,
        title=_("Unknown cursor"),
        detail=_("This device has to read everything anew."),
        epoch=str(epoch),
    )


def _known(by: User, push: Push) -> dict[UUID, Verdict]:
    rows = Mutation.objects.filter(owner=by, uid__in=[uid for uid, _raw in push.mutations]) if push.mutations else []
    return {row.uid: Verdict(row.uid, "repeated", row.rev, was=row.status, problem=row.problem) for row in rows}


class _Application:
    """The mutations of one push on their way into the log."""

    def __init__(self, by: User, ledger: Ledger, push: Push) -> None:
        self.by, self.ledger, self.push = by, ledger, push
        self.source = Source.DEVICE

    def run(self, known: dict[UUID, Verdict]) -> tuple[list[Verdict], list[Change]]:
        """Verdicts in the order of the push, and the changes. What the account knows, or what came twice in this very
        push, is repeated."""
        fresh: dict[UUID, Read] = {}
        for uid, raw in self.push.mutations:
            if uid not in known and uid not in fresh:
                fresh[uid] = (uid, _read(raw))
        judged, changes = self._all(list(fresh.values()))
        verdicts = []
        for uid, _raw in self.push.mutations:
            verdict = judged.get(uid)
            if verdict is not None and uid not in known:
                known[uid] = Verdict(uid, "repeated", verdict.rev, was=verdict.status, problem=verdict.problem)
                verdicts.append(verdict)
            else:
                verdicts.append(known[uid])
        return verdicts, changes

    def _all(self, fresh: list[Read]) -> tuple[dict[UUID, Verdict], list[Change]]:
        rev = self.ledger.rev
        try:
            with transaction.atomic():
                return self._together(fresh)
        except OUTAGE:
            raise
        except Exception:
            log.exception("A push of %s mutations was not written; trying one at a time.", len(fresh))
            self.ledger.rev = rev
        judged: dict[UUID, Verdict] = {}
        changes: list[Change] = []
        for each in fresh:
            verdicts, written = self._alone(each)
            judged |= verdicts
            changes += written
        return judged, changes

    def _alone(self, one: Read) -> tuple[dict[UUID, Verdict], list[Change]]:
        rev = self.ledger.rev
        try:
            with transaction.atomic():
                return self._together([one])
        except OUTAGE:
            raise
        except Exception:
            log.exception("Mutation %s cannot be written.", one[0])
            self.ledger.rev = rev
        refused = Rejection("refused", _("The site could not keep this change. It stays on the device."))
        return self._together([(one[0], refused)])

    def _together(self, fresh: list[Read]) -> tuple[dict[UUID, Verdict], list[Change]]:
        """Judges in order, then writes. One savepoint around it."""
        asked = [each for _uid, each in fresh if isinstance(each, Asked)]
        journal = Journal(self.by, self.ledger, self.source, client=self.push.client, counts=quotas.COUNTS)
        unseen = Unseen(self.by, self.push.client, self.ledger.rev).read(asked)
        judge = Judge(World(self.by).read(asked), journal, unseen)
        judged = {uid: self._verdict(judge, journal, uid, each) for uid, each in fresh}
        journal.close()
        return judged, journal.changes

    def _verdict(self, judge: Judge, journal: Journal, uid: UUID, asked: Asked | Rejection) -> Verdict:
        verdict = Verdict(uid, Status.APPLIED.value, journal.rev)
        try:
            if isinstance(asked, Rejection):
                raise asked
            with journal.mutation(uid):
                judge.apply(asked, verdict)
        except Rejection as no:
            verdict.status, verdict.problem = Status.REJECTED.value, no.body()
            if not (self.push.purpose == Purpose.ARCHIVE and no.code in LATE):
                journal.reject(uid, no.body())
        verdict.rev = journal.rev
        return verdict


def _read(raw: dict[str, Any]) -> Asked | Rejection:
    try:
        return read(raw)
    except Rejection as no:
        return no
