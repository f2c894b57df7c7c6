"""What a device keeps, in memory: the stores of the protocol, and what its screen makes of them."""

from dataclasses import dataclass, field, replace
from typing import Any

Json = dict[str, Any]

PARENT = {"exercise": "workout", "set": "performed"}
PARENTS_FIRST = ("workout", "exercise", "set", "note")
# What a row keeps from its first put.
FIXED = {"workout", "exercise", "performed"}
# With these a put makes a row; without, it changes one.
REQUIRED = {
    "workout": {"day"},
    "exercise": {"workout", "exercise"},
    "set": {"performed"},
    "note": {"exercise", "text"},
}


@dataclass(frozen=True, slots=True)
class Row:
    """A row as the server told it. `turned` is the mutation that deleted or restored it last, at the revision
    `turned_at`."""

    kind: str
    fields: Json
    rev: int = 0
    deleted: bool = False
    turned: str | None = None
    turned_at: int = 0

    @property
    def parent(self) -> str | None:
        name = PARENT.get(self.kind)
        return self.fields.get(name) if name else None


@dataclass(frozen=True, slots=True)
class Kept:
    """A mutation of the archive: committed as `rev` of `epoch`."""

    mutation: Json
    rev: int
    epoch: str


@dataclass(slots=True)
class Stores:
    """One account's database on one device. Changed together, in `Device.transaction`."""

    client: str
    rows: dict[str, Row] = field(default_factory=dict)
    outbox: dict[str, Json] = field(default_factory=dict)
    archive: dict[str, Kept] = field(default_factory=dict)
    attention: dict[str, tuple[Json, Json]] = field(default_factory=dict)
    # What goes again after a restore of the server, before anything else.
    resend: dict[str, Json] = field(default_factory=dict)
    cursor: int | None = None
    epoch: str | None = None
    # What the rows are of, also while a restore is being made good (no cursor then); and where the backup ended.
    rows_epoch: str | None = None
    rows_rev: int = -1
    floor: int | None = None
    page: str | None = None
    # The rows of a snapshot whose last page has not come yet.
    coming: dict[str, Row] = field(default_factory=dict)
    coming_rev: int = 0

    def copy(self) -> "Stores":
        one = replace(self, rows=dict(self.rows), coming=dict(self.coming), outbox=dict(self.outbox))
        return replace(one, archive=dict(self.archive), attention=dict(self.attention), resend=dict(self.resend))

    def reach(self, cursor: int) -> None:
        """The rows are those of this revision."""
        self.cursor = self.rows_rev = cursor

    def unseen(self) -> list[Json]:
        """What the confirmed rows do not show yet, oldest first: committed after them, or not sent."""
        return [kept.mutation for kept in self.archive.values() if not self._shows(kept)] + list(self.outbox.values())

    def _shows(self, kept: Kept) -> bool:
        if self.rows_epoch is None:
            return False
        if kept.epoch == self.rows_epoch:
            return kept.rev <= self.rows_rev
        return kept.epoch != self.epoch


def apply_change(rows: dict[str, Row], change: Json) -> None:
    """One change of the server's log, on confirmed rows."""
    row = rows.get(change["row"])
    fields = {**(row.fields if row else {}), **change["fields"]}
    if change["op"] == "put":
        # A part of a row that was never seen lies under a tombstone: an insert and a restore tell all of it. An insert
        # takes no value's place; a new day has all that a workout needs, and is none.
        whole = row is not None or (set(change["fields"]) >= REQUIRED[change["kind"]] and not change["replaced"])
        row = (
            replace(row, fields=fields, rev=change["rev"])
            if row
            else Row(change["kind"], fields, change["rev"], not whole)
        )
    else:
        gone = change["op"] == "delete"
        row = Row(change["kind"], fields, change["rev"], gone, change["mutation"], change["rev"])
    rows[change["row"]] = row


def overlay(rows: dict[str, Row], unseen: list[Json]) -> dict[str, Row]:
    """What the screen shows: the confirmed rows with the device's own mutations on top."""
    seen = dict(rows)
    for mutation in unseen:
        _lay(seen, mutation)
    return seen


def _lay(rows: dict[str, Row], mutation: Json) -> None:
    row, uid = rows.get(mutation["row"]), mutation["row"]
    if mutation["op"] == "put":
        _lay_put(rows, mutation, row)
    elif row is None:
        return
    elif mutation["op"] == "delete":
        for each in [*below(rows, uid), uid]:
            if not rows[each].deleted:
                rows[each] = replace(rows[each], deleted=True, turned=mutation["id"])
    elif row.deleted:
        for each in [*below(rows, uid), uid]:
            if rows[each].deleted and rows[each].turned == row.turned:
                rows[each] = replace(rows[each], deleted=False, turned=mutation["id"])
        _revive(rows, row.parent, mutation["id"])


def _lay_put(rows: dict[str, Row], mutation: Json, row: Row | None) -> None:
    fields = fields_of(mutation)
    if row is not None:
        new = {name: value for name, value in fields.items() if name not in FIXED}
        gone = row.deleted or empties(mutation)
        rows[mutation["row"]] = replace(row, fields={**row.fields, **new}, deleted=gone)
    elif set(fields) >= REQUIRED[mutation["kind"]]:
        made = Row(mutation["kind"], dict(fields))
        above = rows.get(made.parent or "")
        if mutation["kind"] == "set":
            _revive(rows, made.parent, mutation["id"])
        elif above is not None and above.deleted:
            made = replace(made, deleted=True, turned=above.turned)
        rows[mutation["row"]] = made


def _revive(rows: dict[str, Row], uid: str | None, mutation: str) -> None:
    """A row that is shown has its parents shown."""
    while uid is not None and (row := rows.get(uid)) is not None:
        if row.deleted:
            rows[uid] = replace(row, deleted=False, turned=mutation)
        uid = row.parent


def below(rows: dict[str, Row], uid: str) -> list[str]:
    """The ids of exercises and sets that hang on a row."""
    children = [each for each, row in rows.items() if row.parent == uid]
    return [*(deeper for child in children for deeper in below(rows, child)), *children]


def live(rows: dict[str, Row]) -> dict[str, tuple[str, Json]]:
    """Live rows by id, as (kind, fields); null, false and empty fields are as good as none."""
    return {uid: (row.kind, told(row.fields)) for uid, row in rows.items() if not row.deleted}


def fields_of(mutation: Json) -> Json:
    """None where they are no object: such a mutation is on its way to be refused."""
    fields = mutation.get("fields")
    return fields if isinstance(fields, dict) else {}


def empties(mutation: Json) -> bool:
    """A note that says nothing any more is gone."""
    return mutation["kind"] == "note" and not str(fields_of(mutation).get("text", "-")).strip()


def told(fields: Json) -> Json:
    return {name: value for name, value in fields.items() if value is not None and value is not False and value != ""}
