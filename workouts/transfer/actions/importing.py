"""From a preview to the log, and back. An import is a row that says how far it is: each request takes it up, works
for a while and puts it down, so that a closed page or a killed server costs nothing that was done.

The order is: `start` keeps the answers, the first stretch reads the file and cuts it into pieces, the next ones lay
the pieces down where nobody sees them, and the last reveals them and forgets the file.
"""

import datetime
import time
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid5

from django.db.models import Q
from django.utils import timezone

from workouts.accounts.models import User
from workouts.catalogue.actions import bring_back, create_own_exercise, remove_own_exercises
from workouts.catalogue.models import Exercise, LoadMode, RepStyle
from workouts.log import actions
from workouts.log.drafts import Added
from workouts.science.units import Unit
from workouts.transfer.actions.correct import correct
from workouts.transfer.actions.drafts import Drafts
from workouts.transfer.actions.pieces import Packer, unpack
from workouts.transfer.actions.reading import reading_of
from workouts.transfer.actions.remember import remember
from workouts.transfer.formats import Reading
from workouts.transfer.formats.rows import Row
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
        _finish(by, batch, request)
    elif batch.pieces is None:
        _cut(by, batch, lease)
    if batch.status != ImportBatch.Status.RUNNING or batch.pieces is None:
        return
    writing = _taken_up(by, batch, lease)
    try:
        if _lay(batch, writing, lease, until) and lease.renew():
            writing.reveal(request=request)
            _finish(by, batch, request)
    except actions.Repeated:
        writing.drop()
        _finish(by, batch, request)
    except actions.Disturbed:
        writing.drop()
        _start_over(batch, lease)
    except actions.Vanished:
        lease.renew(staging=None, laid=0)


def _cut(by: User, batch: ImportBatch, lease: _Lease) -> None:
    """Reads the file and keeps what it says in pieces that need no second reading."""
    answers = batch.answers
    reading = reading_of(batch, day_first=answers["day_first"])
    chosen = {each.pk: each for each in Exercise.objects.visible_to(by).filter(pk__in=answers["chosen"].values())}
    meant = {name: chosen[key] for name, key in answers["chosen"].items() if key in chosen}
    exercises, made = _exercises(by, reading, meant, answers["left"])
    answers["made"] = sorted({*answers.get("made", []), *made})
    answers["exercises"] = {name: each.pk for name, each in exercises.items()}
    if not lease.renew(answers=answers):
        return
    drafts = Drafts(Unit(answers["unit"]), by.preferences.zone, exercises)
    packer = Packer(batch)
    for draft in drafts.of(reading):
        packer.add(draft)
    batch.pieces = packer.close()
    batch.counts["left_out"] = drafts.over_limit
    if not lease.renew(pieces=batch.pieces, counts=batch.counts, laid=0):
        batch.pieces = None


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
    while batch.laid < (batch.pieces or 0):
        if time.monotonic() > until:
            return False
        piece = ImportPiece.objects.filter(batch=batch, number=batch.laid).first()
        if piece is None or not lease.renew():
            return _lost(batch, writing)
        writing.lay(unpack(bytes(piece.content), exercises))
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
    remove_own_exercises(by=batch.owner, slugs=batch.answers.get("made", []))
    raise Unsettled


def _finish(by: User, batch: ImportBatch, request: UUID) -> None:
    """What remains once the log has it; done again after a crash, it changes nothing."""
    answers, made = batch.answers, batch.answers.get("made", [])
    found = Exercise.objects.in_bulk(answers["exercises"].values())
    exercises = {name: found[key] for name, key in answers["exercises"].items() if key in found}
    bring_back(by=by, exercises=list(exercises.values()))
    corrected = _corrected(by, batch, exercises)
    remove_own_exercises(by=by, slugs=made)
    remember(by, exercises, answers["left"])
    added = actions.added_by(by, request)
    batch.status, batch.mutation, batch.file = ImportBatch.Status.DONE, request, None
    batch.finished_at = timezone.now()
    batch.answers = {"unit": answers["unit"], "made": made, "left": answers["left"]}
    batch.counts["added"] = {"workouts": added.workouts, "exercises": added.exercises, "sets": added.sets}
    batch.counts["corrected"] = corrected
    batch.save(update_fields=["status", "mutation", "file", "finished_at", "answers", "counts"])
    ImportPiece.objects.filter(batch=batch).delete()


def _corrected(by: User, batch: ImportBatch, exercises: dict[str, Exercise]) -> int:
    take = set(batch.answers["take"])
    if not take:
        return 0
    reading = reading_of(batch, day_first=batch.answers["day_first"])
    rows = {key: row for key, row in _sets(reading) if key in take}
    drafts = Drafts(Unit(batch.answers["unit"]), by.preferences.zone, exercises)
    return correct(by=by, rows=rows, draft=drafts.corrected, request=uuid5(batch.uid, "take"))


def _sets(reading: Reading) -> Iterator[tuple[str, Row]]:
    return (each for session in reading.sessions for block in session.blocks for each in block.sets)


def _exercises(
    by: User, reading: Reading, chosen: dict[str, Exercise], left: Collection[str]
) -> tuple[dict[str, Exercise], list[str]]:
    """The exercise of every name of the file that is not left out, and the slugs of those that were made for it. Those
    are on no list before the import is in the log."""
    rows: dict[str, list[Row]] = {}
    for block in (block for session in reading.sessions for block in session.blocks):
        if block.name not in left:
            rows.setdefault(block.name, []).extend(row for _key, row in block.sets)
    found: dict[str, Exercise] = {}
    made: list[str] = []
    for name, sets in rows.items():
        if name in chosen:
            found[name] = chosen[name]
            continue
        found[name], new = create_own_exercise(
            by=by,
            name=name,
            rep_style=RepStyle.REPS if any(row.reps for row in sets) else RepStyle.SECONDS,
            load_mode=LoadMode.EXTERNAL if any(row.amount for row in sets) else LoadMode.BODYWEIGHT,
            retired=True,
        )
        made += [found[name].slug] if new else []
    return found, made


def undo(*, by: User, batch: ImportBatch) -> bool:
    """Deletes what the import wrote and takes away the exercises that it made, where nothing else uses them.
    Returns whether there was anything to undo."""
    if batch.status != ImportBatch.Status.DONE:
        return False
    # Repeated: sent twice, or taken up after a crash.
    with suppress(actions.Repeated):
        actions.undo_import(by=by, imported=_written_by(batch), request=uuid5(batch.uid, "undo"))
    remove_own_exercises(by=by, slugs=batch.answers.get("made", []))
    batch.status = ImportBatch.Status.UNDONE
    batch.save(update_fields=["status"])
    return True


def _written_by(batch: ImportBatch) -> UUID:
    """A batch that is done has its mutation: the database holds it to that."""
    return batch.mutation or uuid5(batch.uid, "import")
