"""A file on its way in: read, counted, kept until the lifter has answered."""

import time
from typing import Any

from django.core.cache import cache
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from workouts.accounts.models import User
from workouts.log.ids import new_id
from workouts.log.models import Ledger
from workouts.transfer.formats import Reading, read
from workouts.transfer.formats.rows import MAX_BYTES, TooLarge, Unreadable
from workouts.transfer.models import ImportBatch
from workouts.transfer.queries import new_rows, summary

KEPT_PREVIEWS = 3
AN_HOUR = 3600
PER_HOUR = 10
# Every name becomes an exercise or a question; a lifter's whole life has some two hundred.
MAX_NAMES = 500


class TooMany(Exception):
    """More files in an hour than one person has."""


def receive(*, by: User, data: bytes, name: str, limited: bool = True) -> ImportBatch:
    """Reads the file and keeps it as a preview; the oldest previews make room. An operator's file is not `limited`
    to so many an hour.

    Raises TooMany, TooLarge, or Unreadable with a sentence for the lifter.
    """
    if limited:
        _count(by)
    if len(data) > MAX_BYTES:
        raise TooLarge(_("This file is larger than 5 MB."))
    counts = examine(by, data)
    with transaction.atomic():
        batch = ImportBatch.objects.create(
            owner=by, uid=new_id(), format=counts["format"][0], file_name=_harmless(name), file=data, counts=counts
        )
        previews = ImportBatch.objects.filter(owner=by, status=ImportBatch.Status.PREVIEW)
        kept = previews.order_by("-created_at", "-pk").values_list("pk", flat=True)[:KEPT_PREVIEWS]
        previews.exclude(pk__in=list(kept)).delete()
    return batch


def examine(by: User, data: bytes, *, day_first: bool | None = None) -> dict[str, Any]:
    """The dry run alone: what the file holds, and what of it the log has. Raises TooLarge or Unreadable."""
    reading = read(data, day_first=day_first)
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
        raise Unreadable(
            _("No line of this file could be read as a set. Line %(line)s: %(problem)s")
            % {"line": line, "problem": problem}
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
        batch.counts.update(new_rows(batch.owner, read(bytes(batch.file or b""))))
        batch.save(update_fields=["counts"])


def drop(*, batch: ImportBatch) -> bool:
    """Forgets a preview, bytes and all, and says whether it was one. What was imported stays listed."""
    gone, _by_model = ImportBatch.objects.filter(pk=batch.pk, status=ImportBatch.Status.PREVIEW).delete()
    return gone > 0
