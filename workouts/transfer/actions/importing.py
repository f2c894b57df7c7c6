"""From a preview to the log, and back. An import is a row that says how far it is: each request takes it up, works
for a while and puts it down, so that a closed page or a killed server costs nothing that was done.

The order is: `start` keeps the answers, the first stretch reads the file and cuts it into pieces, the next ones lay
the pieces down where nobody sees them, and the last reveals them and forgets the file.
"""

import datetime
import time
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid5

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from workouts.accounts.models import User
from workouts.catalogue.models import Exercise
from workouts.log import actions
from workouts.log.drafts import Added
from workouts.routines.models import Routine
from workouts.science.units import Unit
from workouts.transfer.actions.belongings import place_routines
from workouts.transfer.actions.drafts import Drafts
from workouts.transfer.actions.exercises import bring_exercises
from workouts.transfer.actions.finishing import finish
from workouts.transfer.actions.leftovers import forget_made
from workouts.transfer.actions.pieces import Packer, unpack
from workouts.transfer.actions.reading import reading_of
from workouts.transfer.formats import Reading
from workouts.transfer.models import ImportBatch, ImportPiece

# How long one request works; a piece more is laid after it at most.
STRETCH = 1.5
# Who was killed at work is waited for so long; a piece takes a fraction of a second.
LEASE = datetime.timedelta(seconds=20)
RESTARTS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What the lifter said: the unit where the file names none, the exercise that a name means (any other becomes one
    of her own), the names that are left out, and whether dates such as 03/04 begin with the day, and
    the sets (by identity) that are to be as the file has them now."""

    unit: Unit = Unit.KG
    chosen: dict[str, Exercise] = field(default_factory=dict)
    left: Collection[str] = ()
    day_first: bool | None = None
    take: Collection[str] = ()


class Busy(Exception):
    """Another import of the lifter's is not finished."""


class Unsettled(Exception):
    """The log changed under the import again and again: it was taken back, and waits for the answers again."""


def bring_in(*, by: User, batch: ImportBatch, answers: Answers) -> Added:
    """All of it in one go, for callers that have the time. Raises Busy and Unsettled."""
    start(by=by, batch=batch, answers=answers)
    while batch.status == ImportBatch.Status.RUNNING:
        go_on(by=by, batch=batch)
    return Added(**batch.counts.get("added", {}))


def start(*, by: User, batch: ImportBatch, answers: Answers) -> None:
    """Keeps the answers to a preview, once. Raises Busy: one import of a lifter's runs at a time."""
    running = ImportBatch.objects.filter(owner=by, status=ImportBatch.Status.RUNNING)
    if running.exclude(pk=batch.pk).exists():
        raise Busy
    kept = {
        "unit": answers.unit.value,
        "chosen": {name: exercise.pk for name, exercise in answers.chosen.items()},
        "left": sorted(answers.left),
        "day_first": answers.day_first,
        "take": sorted(answers.take),
    }
    preview = ImportBatch.objects.filter(pk=batch.pk, status=ImportBatch.Status.PREVIEW)
    preview.update(status=ImportBatch.Status.RUNNING, answers=kept, restarts=0, leased_until=None)
    batch.refresh_from_db()


def go_on(*, by: User, batch: ImportBatch, seconds: float = STRETCH) -> None:
    """Works on a running import for about that long, and leaves in `batch` how far it is. Nothing happens to one that
    somebody else is working on, or that is over. Raises Unsettled."""
    lease = _Lease(batch)
    if lease.take():
        try:
            _work(by, batch, lease, time.monotonic() + seconds)
        finally:
            lease.give_back()
    batch.refresh_from_db()


class _Lease:
    """The right to work on a batch, for one at a time."""

    def __init__(self, batch: ImportBatch) -> None:
        self._running = ImportBatch.objects.filter(pk=batch.pk, status=ImportBatch.Status.RUNNING)
        self._until: datetime.datetime | None = None

    def take(self) -> bool:
        now = timezone.now()
        free = self._running.filter(Q(leased_until=None) | Q(leased_until__lt=now))
        self._until = now + LEASE
        return free.update(leased_until=self._until) == 1

    def renew(self, **said: Any) -> bool:
        """Writes `said` on the batch, and tells whether it is still ours."""
        mine, self._until = self._running.filter(leased_until=self._until), timezone.now() + LEASE
        return mine.update(leased_until=self._until, **said) == 1

    def give_back(self) -> None:
        self._running.filter(leased_until=self._until).update(leased_until=None)


def _work(by: User, batch: ImportBatch, lease: _Lease, until: float) -> None:
    batch.refresh_from_db()
    request = uuid5(batch.uid, "import")
    if actions.is_applied(by, request):
        finish(by, batch, request)
    elif batch.pieces is None:
        _cut(by, batch, lease)
    if batch.status != ImportBatch.Status.RUNNING or batch.pieces is None:
        return
    writing = _taken_up(by, batch, lease)
    try:
        if _lay(batch, writing, lease, until) and lease.renew():
            writing.reveal(request=request)
            finish(by, batch, request)
    except actions.Repeated:
        writing.drop()
        finish(by, batch, request)
    except actions.Disturbed:
        writing.drop()
        _start_over(batch, lease)
    except actions.Vanished:
        lease.renew(staging=None, laid=0)


def _cut(by: User, batch: ImportBatch, lease: _Lease) -> None:
    """Reads the file and keeps what it says in pieces that need no second reading."""
    answers = batch.answers
    reading = reading_of(batch, day_first=answers["day_first"])
    with transaction.atomic():
        exercises, routines = _named(by, reading, answers)
        if not lease.renew(answers=answers):
            transaction.set_rollback(True)
            return
    drafts = Drafts(Unit(answers["unit"]), by.preferences.zone, exercises, routines)
    packer = Packer(batch)
    for draft in drafts.of(reading):
        packer.add(draft)
    batch.pieces = packer.close()
    batch.counts["left_out"] = drafts.over_limit
    if not lease.renew(pieces=batch.pieces, counts=batch.counts, laid=0):
        batch.pieces = None


def _named(by: User, reading: Reading, answers: dict[str, Any]) -> tuple[dict[str, Exercise], dict[str, Routine]]:
    """The exercises and, of a file of ours, the routines that it names, by name and slug. What is made for it, unseen
    as yet, is noted in `answers`, so that whoever drops the import takes it away."""
    chosen = {each.pk: each for each in Exercise.objects.visible_to(by).filter(pk__in=answers["chosen"].values())}
    meant = {name: chosen[key] for name, key in answers["chosen"].items() if key in chosen}
    exercises, made = bring_exercises(by=by, reading=reading, chosen=meant, left=answers["left"])
    answers["made"] = sorted({*answers.get("made", []), *(exercises[name].slug for name in made)})
    answers["exercises"] = {name: each.pk for name, each in exercises.items()}
    if reading.own is None:
        return exercises, {}
    routines, placed = place_routines(by=by, own=reading.own)
    answers["placed"] = sorted({*answers.get("placed", []), *placed})
    answers["routines"] = {slug: each.pk for slug, each in routines.items()}
    return exercises, routines


def _taken_up(by: User, batch: ImportBatch, lease: _Lease) -> actions.LongImport:
    if batch.staging:
        with suppress(actions.Vanished):
            return actions.LongImport.take_up(by=by, uid=batch.staging, planned=batch.planned)
    begun = actions.LongImport.begin(by=by)
    batch.staging, batch.planned, batch.laid = begun.uid, begun.planned, 0
    lease.renew(staging=begun.uid, planned=begun.planned, laid=0)
    return begun


def _lay(batch: ImportBatch, writing: actions.LongImport, lease: _Lease, until: float) -> bool:
    """Whether all pieces lie there now."""
    exercises = Exercise.objects.in_bulk(batch.answers["exercises"].values())
    routines = Routine.objects.in_bulk(batch.answers.get("routines", {}).values())
    while batch.laid < (batch.pieces or 0):
        if time.monotonic() > until:
            return False
        piece = ImportPiece.objects.filter(batch=batch, number=batch.laid).first()
        if piece is None or not lease.renew():
            return _lost(batch, writing)
        writing.lay(unpack(bytes(piece.content), exercises, routines))
        if not lease.renew(laid=batch.laid + 1):
            return _lost(batch, writing)
        batch.laid += 1
    return True


def _lost(batch: ImportBatch, writing: actions.LongImport) -> bool:
    """Somebody has dropped the import meanwhile, or has taken it up because this request was thought dead."""
    if not ImportBatch.objects.filter(pk=batch.pk).exists():
        writing.drop()
    return False


def _start_over(batch: ImportBatch, lease: _Lease) -> None:
    if batch.restarts < RESTARTS:
        lease.renew(staging=None, laid=0, restarts=batch.restarts + 1)
        return
    ImportPiece.objects.filter(batch=batch).delete()
    lease.renew(status=ImportBatch.Status.PREVIEW, staging=None, laid=0, pieces=None)
    forget_made(batch)
    raise Unsettled
