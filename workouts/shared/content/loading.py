"""Bringing the files into the database without ever overwriting what an admin changed there.

The record of an entry holds the digest of its row as the loader left it. So at the next load:

    record  row   digests
    no      no            create
    yes     yes   same    nobody edited it: it follows the file
    yes     yes   differ  an admin edited it: left alone
    yes     no            an admin deleted it: left deleted
    no      yes           an admin made it: left alone

With `reset` all of them follow the file. An entry gone from the files keeps its row: it may have been logged.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from django.db import models, transaction

from workouts.shared.content.kinds import Entry, Kind, Pending, Present, Shape
from workouts.shared.content.tables import ContentError
from workouts.shared.models import ContentRecord, Edition

R = TypeVar("R", bound=models.Model)


@dataclass
class Report:
    """What a load did; `notes` are lines about what it did not do, and why."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    left_alone: int = 0
    notes: list[str] = field(default_factory=list)

    def leave(self, kind: str, key: str, why: str) -> None:
        self.left_alone += 1
        self.notes.append(f"{kind} {key}: {why}")

    def __str__(self) -> str:
        return (
            f"Content: {self.created} created, {self.updated} updated, "
            f"{self.unchanged} unchanged, {self.left_alone} left alone."
        )


def digest(shape: Shape) -> str:
    """SHA-256 of what an entry says. Empty values are left out, so that a field which joins a shape later, empty
    in the rows that exist, does not make every row look edited."""
    said = {key: value for key, value in shape.items() if value not in ("", [], {}, False, None)}
    return hashlib.sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def load(kinds: Sequence[Kind[Any]], folder: Path, *, reset: bool = False) -> Report:
    """Loads all kinds in their order, in one transaction. Raises ContentError, and then nothing was written.

    A kind stands after those that its entries name.
    """
    files = [(kind, kind.read(folder)) for kind in kinds]
    _check_files(files)
    report = Report()
    present: dict[str, set[str]] = {}
    with transaction.atomic():
        records = {(record.kind, record.key): record.digest for record in ContentRecord.objects.all()}
        written: dict[str, set[str]] = {}
        # All are looked at before any is written: an English entry that is made anew must not look like an edit of
        # the German one.
        found: dict[str, list[Any]] = {}
        loads = []
        for kind, entries in files:
            # Translations stand on the rows of another kind, which have been fetched.
            rows = kind.among(found[kind.follows]) if kind.follows else list(kind.rows())
            found[kind.name] = rows
            loads.append(_Load(kind, entries, rows, records=records, report=report, reset=reset))
        for each in loads:
            each.run(present, written)
        if report.created or report.updated:
            # Children are written many at once, which sends no signal.
            Edition.objects.renew()
    return report


def _check_files(files: Sequence[tuple[Kind[Any], list[Entry]]]) -> None:
    """Raises ContentError for a slug used twice, or one that is named and not there."""
    known: Present = {kind.name: {entry.key for entry in entries} for kind, entries in files}
    for kind, entries in files:
        seen: set[str] = set()
        for entry in entries:
            if entry.key in seen:
                raise ContentError(entry.place, f'the slug "{entry.key}" is used twice. Give one of them another.')
            seen.add(entry.key)
            for other, slug in kind.references(entry.shape):
                if slug not in known[other]:
                    raise ContentError(
                        entry.place, f'there is no {other} "{slug}" in the files. Correct the slug, or add it there.'
                    )


class _Load(Generic[R]):
    """The load of one kind."""

    def __init__(
        self,
        kind: Kind[R],
        entries: list[Entry],
        rows: list[R],
        *,
        records: dict[tuple[str, str], str],
        report: Report,
        reset: bool,
    ) -> None:
        self.kind, self.entries, self.report, self.reset = kind, entries, report, reset
        self.records = {key: told for (name, key), told in records.items() if name == kind.name}
        self.rows: dict[str, R] = {row.slug: row for row in rows}  # type: ignore[attr-defined]  # all have one
        self.shapes = {key: kind.shape(row) for key, row in self.rows.items()}
        self.digests: dict[str, str] = {}

    def run(self, present: dict[str, set[str]], written: dict[str, set[str]]) -> None:
        follow = [entry for entry in self.entries if self._follows(entry)]
        following = {entry.key for entry in follow}
        staying = [row for key, row in self.rows.items() if key not in following]
        present[self.kind.name] = set(self.rows) | following
        again = written.get(self.kind.follows, set())
        written[self.kind.name] = self._write(follow, present, self.kind.names_taken(staying), again)
        self._keep_records()
        files = {entry.key for entry in self.entries}
        for key in sorted((self.records.keys() & self.rows.keys()) - files):
            self.report.leave(self.kind.name, key, "no longer in the files; kept, retire or delete it in the admin.")

    def _follows(self, entry: Entry) -> bool:
        """Whether the row follows the file; if not, says why in the report."""
        record, shape = self.records.get(entry.key), self.shapes.get(entry.key)
        if self.reset or shape == entry.shape or (record is None and shape is None):
            return True
        if shape is None:
            self.report.leave(self.kind.name, entry.key, "deleted in the admin; left deleted.")
        elif record is None:
            self.report.leave(self.kind.name, entry.key, "made in the admin; left alone.")
        elif record != digest(shape):
            self.report.leave(self.kind.name, entry.key, "edited in the admin; left alone.")
        else:
            return True
        return False

    def _write(self, follow: list[Entry], present: Present, taken: set[str], again: set[str]) -> set[str]:
        """The slugs of what was written; those in `again` are, whether they changed or not."""
        pending: Pending[R] = []
        for entry in follow:
            left = self.kind.yielding(entry.shape, present, taken)
            if left is None:
                said = entry
            elif left.shape is None:
                self.report.leave(self.kind.name, entry.key, left.why)
                if entry.key not in self.rows:
                    present[self.kind.name].discard(entry.key)
                continue
            else:
                self.report.notes.append(f"{self.kind.name} {entry.key}: {left.why}")
                said = entry.saying(left.shape)
            self.digests[entry.key] = digest(said.shape)
            if entry.key not in self.rows:
                self.report.created += 1
                pending.append((said, self.kind.blank()))
            elif self.shapes[entry.key] != said.shape:
                self.report.updated += 1
                pending.append((said, self.rows[entry.key]))
            else:
                self.report.unchanged += 1
                if entry.key in again:
                    pending.append((said, self.rows[entry.key]))
        if pending:
            self.kind.write(pending)
        return {entry.key for entry, _ in pending}

    def _keep_records(self) -> None:
        changed = [
            ContentRecord(kind=self.kind.name, key=key, digest=told)
            for key, told in self.digests.items()
            if self.records.get(key) != told
        ]
        ContentRecord.objects.bulk_create(
            changed, update_conflicts=True, unique_fields=["kind", "key"], update_fields=["digest"]
        )
