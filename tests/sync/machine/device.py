"""A device as the protocol describes it, against the real server: taps, two ticks, retries, restores.

Written from the protocol, not from the product's TypeScript: where the two disagree, one of them is wrong.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from tests.sync.machine import dance
from tests.sync.machine.stores import Json, Kept, Row, Stores, apply_change, overlay
from tests.sync.machine.wire import SESSION, SYNC, Answer, Browser, Carrier, Request

FIRST_SIZE, MOST = 20, 100


class Device:
    """One account in one browser. `mint` makes ids from the device's own clock.

    `saved` and `acknowledged` are the test's notes of what the two ticks said; acknowledgements outlive an evicted
    database.
    """

    def __init__(self, browser: Browser, account: str, mint: Callable[[], str]) -> None:
        self.browser, self.account, self.mint = browser, account, mint
        self.stores = Stores(client=mint())
        self.size = FIRST_SIZE
        self.csrf = ""
        self.saved: dict[str, Json] = {}
        self.acknowledged: dict[str, int] = {}
        self.refused: set[str] = set()

    def evict(self) -> None:
        """The browser throws the database away, with what was not sent."""
        self.stores, self.saved, self.csrf = Stores(client=self.mint()), {}, ""

    @contextmanager
    def transaction(self) -> Iterator[Stores]:
        """All stores change together or not at all."""
        changed = self.stores.copy()
        yield changed
        self.stores = changed

    # --- taps ------------------------------------------------------------------------------------------------

    def write(self, op: str, kind: str, row: str, fields: Json | None = None, **odd: Any) -> str:
        """Step 2 of a tap: "saved on this phone" when it returns. The mutation's id."""
        known = self.stores.rows.get(row)
        base = known.rev if known else (self.stores.cursor or 0)
        mutation = {"id": self.mint(), "op": op, "kind": kind, "row": row, "base": base, **odd}
        if fields is not None:
            mutation["fields"] = fields
        with self.transaction() as stores:
            stores.outbox[mutation["id"]] = mutation
        self.saved[mutation["id"]] = mutation
        return str(mutation["id"])

    def drop(self, uid: str) -> None:
        """The lifter gives up what needs attention."""
        with self.transaction() as stores:
            del stores.attention[uid]
        self.saved.pop(uid, None)

    def view(self) -> dict[str, Row]:
        return overlay(self.stores.rows, self.stores.unseen())

    # --- sync ------------------------------------------------------------------------------------------------

    def greet(self, carry: Carrier) -> bool:
        """Asks who is signed in: a fresh CSRF token, and the epoch."""
        answer = carry(self._ask("GET", SESSION))
        body = answer.json() if answer and answer.status == 200 else None
        if body is None or "csrf" not in body:
            return False
        self.csrf = str(body["csrf"])
        return not self._met(body)

    def batch(self) -> tuple[str, list[Json]]:
        """What goes next, and why: an archive first."""
        held = self.stores.resend or self.stores.outbox
        purpose = "archive" if self.stores.resend else "live"
        return purpose, list(held.values())[: self.size]

    def push_request(self, purpose: str, mutations: list[Json]) -> Request:
        stores = self.stores
        body: Json = {"account": self.account, "client": stores.client, "epoch": stores.epoch, "cursor": stores.cursor}
        body |= {"purpose": purpose, "mutations": mutations}
        return self._ask("POST", SYNC, json.dumps(body).encode())

    def push(self, carry: Carrier) -> bool:
        """One round trip. True if the answer counted."""
        if not (self.csrf and self.stores.epoch) and not self.greet(carry):
            return False
        answer, mutations = self._posted(carry)
        body = answer.json() if answer else None
        if body is not None and body.get("code") == "csrf" and self.greet(carry):
            answer, mutations = self._posted(carry)
        return self._take(answer, mutations)

    def _posted(self, carry: Carrier) -> tuple[Answer | None, list[Json]]:
        purpose, mutations = self.batch()
        return carry(self.push_request(purpose, mutations)), mutations

    def _take(self, answer: Answer | None, mutations: list[Json]) -> bool:
        if answer is None:
            self.size = max(1, self.size // 2)
            return False
        body = answer.json()
        # The epoch is looked at before anything else.
        if body is None or self._met(body):
            return False
        if answer.status in (400, 413, 422):
            self._too_much(body, mutations)
            return False
        if not self.counts(answer, mutations):
            return False
        self._keep(body, mutations)
        return True

    def counts(self, answer: Answer, mutations: list[Json]) -> bool:
        """An answer counts only if it is 200, JSON, and names the mutations that were sent."""
        body = answer.json()
        if answer.status != 200 or body is None or not isinstance(body.get("results"), list):
            return False
        return {each.get("id") for each in body["results"]} == {each["id"] for each in mutations}

    def _too_much(self, problem: Json, mutations: list[Json]) -> None:
        """Refused as a whole: smaller, until one mutation alone is to blame, or the cursor."""
        if problem.get("code") == "bad-cursor":
            with self.transaction() as stores:
                stores.cursor, stores.page = None, None
        elif len(mutations) > 1:
            self.size = max(1, len(mutations) // 2)
        elif mutations:
            with self.transaction() as stores:
                self._set_aside(stores, mutations[0], problem)

    def _keep(self, body: Json, mutations: list[Json]) -> None:
        sent = {each["id"]: each for each in mutations}
        with self.transaction() as stores:
            for result in body["results"]:
                self._verdict(stores, sent[result["id"]], result)
            if stores.cursor is not None and body.get("cursor") is not None:
                for change in body["changes"]:
                    apply_change(stores.rows, change)
                stores.reach(body["cursor"])
        self.size = min(MOST, self.size * 2)

    def _verdict(self, stores: Stores, mutation: Json, result: Json) -> None:
        uid = mutation["id"]
        if (result.get("was") or result["status"]) == "rejected":
            self._rejected(stores, mutation, result.get("problem") or {})
            return
        if uid in stores.outbox or uid in stores.archive:
            stores.archive[uid] = Kept(mutation, result["rev"], str(stores.epoch))
            self.acknowledged[uid] = result["rev"]
        stores.outbox.pop(uid, None)
        stores.resend.pop(uid, None)

    def _rejected(self, stores: Stores, mutation: Json, problem: Json) -> None:
        late = str(problem.get("code")).startswith("unknown-")
        if mutation["id"] in stores.resend and late:
            # The device that made its row may not have come yet, and may never: the archive keeps it.
            del stores.resend[mutation["id"]]
        else:
            self._set_aside(stores, mutation, problem)

    def _set_aside(self, stores: Stores, mutation: Json, problem: Json) -> None:
        uid = mutation["id"]
        stores.attention[uid] = (mutation, problem)
        self.refused.add(uid)
        self.acknowledged.pop(uid, None)
        for store in (stores.outbox, stores.archive, stores.resend):
            store.pop(uid, None)

    # --- pull ------------------------------------------------------------------------------------------------

    def pull(self, carry: Carrier, *, limit: int = 500, turns: int = 1000) -> bool:
        """Changes after the cursor to their end, or the pages of a snapshot. True when there is no more."""
        for _turn in range(turns):
            if self.stores.resend:
                return False
            path = f"{SYNC}?limit={limit}"
            if self.stores.cursor is not None:
                path += f"&cursor={self.stores.cursor}"
            elif self.stores.page is not None:
                path += f"&page={self.stores.page}"
            answer = carry(self._ask("GET", path))
            body = answer.json() if answer else None
            if answer is None or body is None or self._met(body):
                return False
            if answer.status == 400:
                self._too_much(body, [])
                continue
            if answer.status != 200 or not ({"changes", "rows"} & set(body)):
                return False
            if self._pulled(body):
                return True
        return False

    def _pulled(self, body: Json) -> bool:
        with self.transaction() as stores:
            stores.epoch = stores.epoch or body["epoch"]
            if "changes" in body:
                for change in body["changes"]:
                    apply_change(stores.rows, change)
                stores.reach(body["cursor"])
                return not body["more"]
            if stores.page is None:
                stores.coming, stores.coming_rev = {}, body["rev"]
            for row in body["rows"]:
                stores.coming[row["row"]] = Row(row["kind"], row["fields"], row["rev"])
            stores.page = body["page"]
            if stores.page is None:
                stores.rows, stores.rows_epoch = stores.coming, stores.epoch
                stores.reach(stores.coming_rev)
                stores.coming, stores.floor = {}, None
        # What changed while the pages came follows as changes.
        return False

    # --- another epoch ---------------------------------------------------------------------------------------

    def _met(self, body: Json) -> bool:
        """True if the answer is of another epoch: what is held goes again before anything else."""
        epoch = body.get("epoch")
        if epoch is None or epoch == self.stores.epoch:
            return False
        if self.stores.epoch is None:
            self.stores = replace(self.stores, epoch=epoch)
            return False
        with self.transaction() as stores:
            dance.begin(stores, epoch, int(body.get("floor") or 0))
        return True

    def _ask(self, method: str, path: str, body: bytes = b"") -> Request:
        return Request(method, path, dict(self.browser.cookies), body, self.csrf if method == "POST" else "")
