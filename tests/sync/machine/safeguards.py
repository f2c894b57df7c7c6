"""The safeguards of the protocol, each with a way to switch it off: in the server, or on the device."""

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import OperationalError

from tests.sync.machine import dance, device, stores
from tests.sync.machine.device import Device
from tests.sync.machine.wire import Answer
from workouts.log.actions.incoming import push, reading
from workouts.log.actions.incoming.judging import Judge
from workouts.log.actions.journal import Journal
from workouts.sync import queries

Patch = pytest.MonkeyPatch


def poison_handling(patch: Patch) -> None:
    """A mutation that cannot be applied is not rejected: the push fails."""

    def stop(*args: Any) -> None:
        raise OperationalError("cannot go on")

    patch.setattr(Journal, "reject", stop)


def overlay(patch: Patch) -> None:
    """The screen shows what the server said, and nothing that waits."""
    patch.setattr(device, "overlay", lambda rows, unseen: dict(rows))


def answer_check(patch: Patch) -> None:
    """Any 200 counts."""

    def take(self: Device, answer: Answer | None, mutations: list[stores.Json]) -> bool:
        if answer is None or answer.status != 200:
            return real(self, answer, mutations)
        body = answer.json() or {}
        if self._met(body):
            return False
        results = body.get("results") or [{"id": each["id"], "status": "applied", "rev": 0} for each in mutations]
        self._keep({"results": results, "cursor": body.get("cursor"), "changes": body.get("changes", [])}, mutations)
        return True

    real = Device._take
    patch.setattr(Device, "_take", take)


def epoch(patch: Patch) -> None:
    """The device takes another epoch for its own."""

    def met(self: Device, body: stores.Json) -> bool:
        if body.get("epoch"):
            self.stores = replace(self.stores, epoch=body["epoch"])
        return False

    patch.setattr(Device, "_met", met)


def archive(patch: Patch) -> None:
    """After a restore nothing is sent again."""
    patch.setattr(dance, "_again", lambda stores, floor: [])


def account_check(patch: Patch) -> None:
    """A push says that it is of whoever is signed in, so that the server has nothing to compare."""

    def request(self: Device, purpose: str, mutations: list[stores.Json]) -> Any:
        mine, self.account = self.account, self.browser.account or self.account
        try:
            return real(self, purpose, mutations)
        finally:
            self.account = mine

    real = Device.push_request
    patch.setattr(Device, "push_request", request)


def apply_once(patch: Patch) -> None:
    """The server does not look whether it knows a mutation; what comes again is kept under another id."""
    known = push._known
    met: set[UUID] = set()
    mutation = Journal.mutation

    def nothing(by: Any, sent: Any) -> dict[UUID, Any]:
        met.clear()
        met.update(known(by, sent))
        return {}

    patch.setattr(push, "_known", nothing)
    patch.setattr(Journal, "mutation", lambda self, uid: mutation(self, uuid4() if uid in met else uid))
    reject = Journal.reject
    patch.setattr(Journal, "reject", lambda self, uid, no: reject(self, uuid4() if uid in met else uid, no))


def tombstones(patch: Patch) -> None:
    """A late change of a deleted row brings it back."""

    def change(self: Judge, row: Any, *others: Any) -> None:
        if row.deleted_at is not None:
            self.journal.restore([row])
        real(self, row, *others)

    real = Judge._change
    patch.setattr(Judge, "_change", change)


def revival(patch: Patch) -> None:
    """A new set does not bring its workout back."""
    patch.setattr(Judge, "_revive", lambda self, *rows: False)


def atomicity(patch: Patch) -> None:
    """A push has no transaction: what was written before it failed stays."""
    patch.setattr("workouts.log.actions.incoming.push.transaction.atomic", lambda *args, **options: nullcontext())


def replaced(patch: Patch) -> None:
    """The log forgets what was overwritten."""
    note = Journal._note
    patch.setattr(Journal, "_note", lambda self, *args, **more: note(self, *args, **{**more, "replaced": None}))


def cursor(patch: Patch) -> None:
    """A cursor skips the next change, as one over a sequence does when another transaction is late."""
    real = queries.changes_after

    def after(user: Any, since: int, rev: int, *, limit: int = 500) -> list[stores.Json]:
        found = real(user, since, rev, limit=limit)
        return found[1:] if len(found) > 2 else found

    patch.setattr(queries, "changes_after", after)


def arrival_order(patch: Patch) -> None:
    """A device sends what it has by its clock."""
    real = Device.batch

    def batch(self: Device) -> tuple[str, list[stores.Json]]:
        if self.stores.resend:
            return real(self)
        return "live", sorted(self.stores.outbox.values(), key=lambda each: str(each["id"]))[: self.size]

    patch.setattr(Device, "batch", batch)


def older_schemas(patch: Patch) -> None:
    """A mutation without a base is refused."""
    patch.setattr(reading, "optional", lambda reader: reader)


SAFEGUARDS: dict[str, tuple[Callable[[Patch], None], set[str]]] = {
    # The invariants that notice when it is off; any other failure is no proof.
    "poison handling": (poison_handling, {"I12"}),
    "overlay": (overlay, {"I4", "I5"}),
    "answer check": (answer_check, {"I1", "I2"}),
    "epoch": (epoch, {"I1", "I2", "I4", "I6", "I14"}),
    "archive": (archive, {"I14"}),
    "account check": (account_check, {"I2", "I7"}),
    "apply once": (apply_once, {"I3"}),
    "tombstones": (tombstones, {"I8"}),
    "revival": (revival, {"I9"}),
    "atomicity": (atomicity, {"I13"}),
    "overwritten values": (replaced, {"I11"}),
    "cursor": (cursor, {"I4", "I6"}),
    "arrival order": (arrival_order, {"I10", "I12"}),
    "older schemas": (older_schemas, {"I17"}),
}
