"""What devices read: changes after a cursor, and a snapshot of the live rows by pages.

No transaction is held open for it. A revision is read first, and whatever it counts was committed before: the number
is taken under the account's lock, so commit order is its order. Changes between two such numbers are therefore whole,
and a row that is read later than the number is at most newer, in which case the device gets the change once more.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core import signing
from django.db.models import F, Max, Subquery

from workouts.accounts.models import User
from workouts.log.actions.epoch import current_epoch
from workouts.log.actions.fields import FIELDS, MODELS, as_sent
from workouts.log.actions.fields import KINDS as KIND_OF
from workouts.log.models import Change, Epoch, Ledger, LoggedSet, PerformedExercise, SyncedRow, Workout

MOST = 500
Json = dict[str, Any]
KINDS = list(MODELS)


@dataclass(frozen=True, slots=True)
class State:
    """Where an account stands. `floor` is the revision that the epoch began at: after a backup was put back, what a
    device has beyond it is news to the server."""

    epoch: UUID
    rev: int = 0
    floor: int = 0


def state(user: User) -> State:
    """One statement."""
    ledger = Ledger.objects.filter(owner=user).annotate(epoch=Subquery(Epoch.objects.values("uid")[:1]))
    epoch, rev, floor = ledger.values_list("epoch", "rev", "floor").first() or (None, 0, 0)
    return State(epoch or current_epoch(), rev, floor)


# --- changes -------------------------------------------------------------------------------------------------


# A change as a row of the database, in this order.
Told = tuple[int, str, str, UUID, UUID, Json, Json, bool, UUID | None]
COLUMNS = ("rev", "op", "kind", "row", "mutation__uid", "fields", "replaced", "conflict", "client")


def changes_after(user: User, cursor: int, rev: int, *, limit: int = MOST) -> list[Json]:
    """At most `limit` changes after `cursor` and up to `rev`, in order. One statement."""
    rows = Change.objects.filter(owner=user, rev__gt=cursor, rev__lte=rev).order_by("rev")
    return [_change(row) for row in rows.values_list(*COLUMNS)[:limit]]


def as_json(changes: Iterable[Change]) -> list[Json]:
    """Changes that have just been written, as `changes_after` would read them."""
    return [
        _change((c.rev, c.op, c.kind, c.row, c.mutation.uid, c.fields, c.replaced, c.conflict, c.client))
        for c in changes
    ]


def _change(told: Told) -> Json:
    rev, op, kind, row, mutation, fields, replaced, conflict, client = told
    change = {
        "rev": rev,
        "op": str(op),
        "kind": str(kind),
        "row": str(row),
        "mutation": str(mutation),
        "fields": as_sent(kind, fields),
        "replaced": as_sent(kind, replaced),
        "conflict": conflict,
    }
    return change | {"client": str(client)} if client else change


# --- snapshot ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Page:
    """Where a snapshot goes on: the revision of its first page, the kind, and the last key that was sent."""

    epoch: str
    rev: int
    kind: int = 0
    last: int = 0

    def token(self, user: User) -> str:
        """Signed for this account: nobody can use another's, or one that was made up."""
        return signing.dumps([self.epoch, self.rev, self.kind, self.last], salt=_salt(user))

    @classmethod
    def read(cls, user: User, token: str) -> "Page | None":
        try:
            return cls(*signing.loads(token, salt=_salt(user)))
        except signing.BadSignature:
            return None


def _salt(user: User) -> str:
    return f"sync.page.{user.uid}"


def snapshot(user: User, page: Page, *, limit: int = MOST) -> tuple[list[Json], Page | None]:
    """Live rows from `page` on, parents before children, and the next page. Two statements a kind that is touched."""
    rows: list[Json] = []
    kind, last = page.kind, page.last
    while kind < len(KINDS) and len(rows) < limit:
        room = limit - len(rows)
        found = list(_live(user, MODELS[KINDS[kind]], room, pk__gt=last))
        rows += _with_revs(user, KINDS[kind], found)
        kind, last = (kind, found[-1][0]) if len(found) == room else (kind + 1, 0)
    return rows, Page(page.epoch, page.rev, kind, last) if kind < len(KINDS) else None


# How the rows of a workout find it, parents before children.
WITHIN: dict[type[SyncedRow], str] = {
    Workout: "uid",
    PerformedExercise: "workout__uid",
    LoggedSet: "performed__workout__uid",
}


def of_workout(user: User, uid: UUID) -> list[Json]:
    """All live rows of one workout, parents before children; none where it is not live, nobody's business, or so large
    that it takes pages. Two statements a kind."""
    rows: list[Json] = []
    for model, name in WITHIN.items():
        found = list(_live(user, model, MOST, **{name: uid}))
        if len(found) == MOST or (model is Workout and not found):
            return []
        rows += _with_revs(user, KIND_OF[model], found)
    return rows


# What a column of a row is called on the wire, where that is another table's.
OF_OTHERS = {
    Workout: {"routine": "routine__slug"},
    PerformedExercise: {"workout": "workout__uid", "exercise": "exercise__slug"},
    LoggedSet: {"performed": "performed__uid"},
}


def _live(user: User, model: type[SyncedRow], limit: int, **those: Any) -> Iterator[tuple[int, UUID, Json]]:
    others = OF_OTHERS.get(model, {"exercise": "exercise__slug"})
    names = [name for name in FIELDS[model] if name != "weight"]
    rows = model._default_manager.filter(owner=user, deleted_at=None, **those).order_by("pk")
    columns = [F(others.get(name, name)) for name in names]
    for pk, uid, *values in rows.values_list("pk", "uid", *columns)[:limit]:
        yield pk, uid, {name: _plain(value) for name, value in zip(names, values, strict=True) if _told(value)}


def _told(value: Any) -> bool:
    return value is not None and value is not False and value != ""


def _plain(value: Any) -> Any:
    """Text and numbers as they are; decimals, days, moments and ids as the change log writes them."""
    if isinstance(value, str | int):
        return value
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def _with_revs(user: User, kind: str, found: list[tuple[int, UUID, Json]]) -> list[Json]:
    changes = Change.objects.filter(owner=user, row__in=[uid for _pk, uid, _fields in found])
    revs = dict(changes.values_list("row").annotate(Max("rev"))) if found else {}
    return [
        {"kind": str(kind), "row": str(uid), "rev": revs.get(uid, 0), "fields": as_sent(kind, fields)}
        for _pk, uid, fields in found
    ]
