"""A file on its way in: read, counted, kept until the lifter has answered."""

import time
from typing import Any
from uuid import uuid5

from django.core.cache import cache
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from workouts.accounts.models import User
from workouts.log.actions import abandon, is_applied
from workouts.log.ids import new_id
from workouts.log.models import Ledger
from workouts.transfer.actions.leftovers import forget_made
from workouts.transfer.actions.reading import reading_of
from workouts.transfer.formats import Reading, Unknown, mapped, read
from workouts.transfer.formats.mapped import Mapping, can_be_mapped, digest
from workouts.transfer.formats.rows import Unreadable, check_size
from workouts.transfer.formats.table import read_table
from workouts.transfer.models import ColumnMapping, ImportBatch
from workouts.transfer.queries import new_rows, summary

KEPT_PREVIEWS = 3
WAITING = (ImportBatch.Status.COLUMNS, ImportBatch.Status.PREVIEW)
AN_HOUR = 3600
PER_HOUR = 10
# Every name becomes an exercise or a question; a lifter's whole life has some two hundred.
MAX_NAMES = 500


class NoSet(Unreadable):
    """Not one line is a set; `problem` is what is wrong with the first."""

    def __init__(self, said: str, problem: str) -> None:
        super().__init__(said)
        self.problem = problem


class TooMany(Exception):
    """More files in an hour than one person has."""


def receive(*, by: User, data: bytes, name: str, limited: bool = True) -> ImportBatch:
    """Reads the file and keeps it as a preview; the oldest previews make room. An operator's file is not `limited`
    to so many an hour.

    A table that nobody knows waits for its columns, unless the lifter has told them before. Raises TooMany,
    TooLarge, or Unreadable with a sentence for the lifter.
    """
    if limited:
        _count(by)
    check_size(data)
    said, counts = _looked_into(by, data)
    with transaction.atomic():
        batch = ImportBatch.objects.create(
            owner=by,
            uid=new_id(),
            format=counts["format"][0] if counts else mapped.FORMAT.key,
            file_name=_harmless(name),
            file=data,
            counts=counts,
            columns=said,
            status=ImportBatch.Status.PREVIEW if counts else ImportBatch.Status.COLUMNS,
        )
        previews = ImportBatch.objects.filter(owner=by, status__in=WAITING)
        kept = previews.order_by("-created_at", "-pk").values_list("pk", flat=True)[:KEPT_PREVIEWS]
        previews.exclude(pk__in=list(kept)).delete()
    return batch


def _looked_into(by: User, data: bytes) -> tuple[dict[str, Any], dict[str, Any]]:
    """What is known about the columns of the file, and what it holds; nothing where that has to be told first."""
    try:
        return {}, examine(by, data)
    except Unknown as unknown:
        table = unknown.table
        if not can_be_mapped(table):
            raise
    for _line in table.lines:
        pass  # all of it can be read as a table, or a sentence says why not
    kept = ColumnMapping.objects.filter(owner=by, header=digest(table.header)).first()
    if kept is None:
        return {}, {}
    try:
        return kept.columns, examine(by, data, mapping=Mapping.of_json(kept.columns))
    except Unreadable:
        return kept.columns, {}


def tell_columns(*, by: User, batch: ImportBatch, mapping: Mapping) -> None:
    """Reads a file by what the lifter says about its columns: a preview, or one more. Remembered for files with the
    same header. Raises Unreadable."""
    data = bytes(batch.file or b"")
    counts = examine(by, data, mapping=mapping)
    waiting = ImportBatch.objects.filter(pk=batch.pk, status__in=WAITING)
    waiting.update(status=ImportBatch.Status.PREVIEW, columns=mapping.as_json(), counts=counts)
    ColumnMapping.objects.update_or_create(
        owner=by, header=digest(read_table(data).header), defaults={"columns": mapping.as_json()}
    )


def examine(by: User, data: bytes, *, day_first: bool | None = None, mapping: Mapping | None = None) -> dict[str, Any]:
    """The dry run alone: what the file holds, and what of it the log has. Raises TooLarge or Unreadable."""
    reading = read(data, day_first=day_first, mapping=mapping)
    counts = summary(by, reading, timezone.now())
    _refuse_empty(reading, len(counts["names"]))
    return counts


def _refuse_empty(reading: Reading, names: int) -> None:
    if names > MAX_NAMES:
        raise Unreadable(_("This file names more than 500 different exercises: is a column out of place?"))
    if reading.sessions or (reading.own and reading.own.more):
        return
    sorting = reading.sorting
    if sorting.listed:
        line, problem = sorting.listed[0]
        raise NoSet(
            _("No line of this file could be read as a set. Line %(line)s: %(problem)s")
            % {"line": line, "problem": problem},
            problem,
        )
    raise Unreadable(_("This file has a header, and no sets below it."))


def _harmless(name: str) -> str:
    """The file's name as something to read: no folders, nothing that cannot be printed, at most 200 characters."""
    base = name.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(c if c.isprintable() else " " for c in base).strip()[:200] or _("Unnamed file")


def _count(by: User) -> None:
    """Raises TooMany above ten files an hour. Counted in the cache that all workers share."""
    key = _key(by, int(time.time()) // AN_HOUR)
    cache.add(key, 0, AN_HOUR)
    if cache.incr(key) > PER_HOUR:
        raise TooMany


def counts_of(user: User) -> list[str]:
    """The keys of the cache that her files may be counted under: of this hour and of the one before."""
    hour = int(time.time()) // AN_HOUR
    return [_key(user, hour), _key(user, hour - 1)]


def _key(user: User, hour: int) -> str:
    return f"imports:{user.pk}:{hour}"


def refresh(*, batch: ImportBatch) -> None:
    """Counts anew what the log has of a preview, if anything was written to the log since."""
    rev = Ledger.objects.filter(owner=batch.owner_id).values_list("rev", flat=True).first() or 0
    if rev != batch.counts.get("rev"):
        batch.counts.update(new_rows(batch.owner, reading_of(batch)))
        batch.save(update_fields=["counts"])


def drop(*, batch: ImportBatch) -> bool:
    """Forgets a file that is not imported, bytes and all, with what of it lies unseen in the log, and says whether
    it was one. What was imported stays listed."""
    if is_applied(batch.owner, uuid5(batch.uid, "import")):
        return False
    unfinished = [*WAITING, ImportBatch.Status.RUNNING]
    gone = ImportBatch.objects.filter(pk=batch.pk, status__in=unfinished).delete()[1].get(ImportBatch._meta.label, 0)
    if gone and batch.staging:
        abandon(batch.owner, batch.staging)
    if gone:
        forget_made(batch)
    return gone > 0
