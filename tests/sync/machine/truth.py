"""What stands in the database, read past the API: rows as devices would have them, verdicts, the change log, and the
log played again from its beginning."""

import datetime
from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import F

from tests.sync.machine.stores import Json, told
from workouts.log.models import Change, Ledger, LoggedSet, Mutation, PerformedExercise, StickyNote, Workout

# Columns by their names on the wire.
DOSE = {name: name for name in ("sets", "low", "high", "rep_style", "rest_seconds", "target_rir")}
COLUMNS: dict[str, tuple[Any, dict[str, str]]] = {
    "workout": (
        Workout,
        {
            **{name: name for name in ("day", "zone", "started_at", "utc_offset", "finished_at", "title", "note")},
            "routine": "routine__slug",
        },
    ),
    "exercise": (
        PerformedExercise,
        {
            **{name: name for name in ("position", "superset", "prescribed", "pain", "deload", "note")},
            **DOSE,
            "workout": "workout__uid",
            "exercise": "exercise__slug",
        },
    ),
    "set": (
        LoggedSet,
        {
            **{name: name for name in ("position", "kind", "load_mode", "unit", "reps", "left", "right", "seconds")},
            **{name: name for name in ("rir", "rpe", "note")},
            "weight": "weight_text",
            "performed": "performed__uid",
        },
    ),
    "note": (StickyNote, {"text": "text", "exercise": "exercise__slug"}),
}


@dataclass(frozen=True, slots=True)
class Stored:
    kind: str
    fields: Json
    deleted: bool


@dataclass(slots=True)
class Account:
    """One account's books. `played` are its rows as the change log alone would have them."""

    rows: dict[str, Stored] = field(default_factory=dict)
    rev: int = 0
    verdicts: dict[str, str] = field(default_factory=dict)
    changes: list[Json] = field(default_factory=list)
    played: dict[str, Stored] = field(default_factory=dict)
    # Overwritten values that a change does not have.
    forgotten: list[str] = field(default_factory=list)

    def live(self) -> dict[str, tuple[str, Json]]:
        return {uid: (row.kind, row.fields) for uid, row in self.rows.items() if not row.deleted}

    def digest(self) -> tuple[Any, ...]:
        """Rows and revision, to see whether anything moved."""
        return self.rev, {uid: (row.fields, row.deleted) for uid, row in self.rows.items()}

    def play(self, change: Json) -> None:
        before = self.played.get(change["row"])
        fields = dict(before.fields) if before else {}
        if before is not None and change["op"] == "put":
            lost = {name for name in change["fields"] if fields.get(name) != told(change["replaced"]).get(name)}
            if lost:
                self.forgotten.append(f"{change['rev']}: {sorted(lost)}")
        fields = told({**fields, **change["fields"]})
        gone = before.deleted if before and change["op"] == "put" else change["op"] == "delete"
        self.played[change["row"]] = Stored(change["kind"], fields, gone)
        self.changes.append(change)


class Books:
    """All accounts' books; `read` brings them up to date."""

    def __init__(self) -> None:
        self.anew()

    def anew(self) -> None:
        """After a restore the log may be another one."""
        self.accounts: dict[str, Account] = defaultdict(Account)
        self._last_change = self._last_mutation = 0

    def __getitem__(self, account: str) -> Account:
        return self.accounts[account]

    def read(self) -> None:
        for uid, rev in Ledger.objects.values_list("owner__uid", "rev"):
            self.accounts[str(uid)].rev = rev
        for account in self.accounts.values():
            account.rows = {}
        for kind, (model, columns) in COLUMNS.items():
            self._rows(kind, model, columns)
        mutations = Mutation.objects.filter(pk__gt=self._last_mutation).order_by("pk")
        for pk, owner, uid, status in mutations.values_list("pk", "owner__uid", "uid", "status"):
            self.accounts[str(owner)].verdicts[str(uid)] = status
            self._last_mutation = pk
        self._changes()

    def _rows(self, kind: str, model: Any, columns: dict[str, str]) -> None:
        values = model.objects.values_list("owner__uid", "uid", "deleted_at", *map(F, columns.values()))
        for owner, uid, deleted_at, *row in values:
            fields = told({name: plain(value) for name, value in zip(columns, row, strict=True)})
            self.accounts[str(owner)].rows[str(uid)] = Stored(kind, fields, deleted_at is not None)

    def _changes(self) -> None:
        names = ("pk", "owner__uid", "rev", "op", "kind", "row", "mutation__uid", "fields", "replaced")
        for row in Change.objects.filter(pk__gt=self._last_change).order_by("pk").values_list(*names):
            self._last_change, owner, rev, op, kind, uid, mutation, fields, replaced = row
            change = {"rev": rev, "op": op, "kind": kind, "row": str(uid), "mutation": str(mutation)}
            self.accounts[str(owner)].play(change | {"fields": _wire(fields), "replaced": _wire(replaced)})


def _wire(fields: Json) -> Json:
    """The log has a weight's value beside its text."""
    sent = {name: value for name, value in fields.items() if name not in ("weight", "weight_text")}
    return sent | ({"weight": fields["weight_text"]} if "weight_text" in fields else {})


def plain(value: Any) -> Any:
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.UTC).isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal | UUID) else value
