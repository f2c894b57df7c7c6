"""One history of a few people's devices and the server: who holds what, what travels, what the tests remember of it."""

import json
from collections import Counter
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from tests.sync.machine.backups import Backup
from tests.sync.machine.device import Device
from tests.sync.machine.stores import REQUIRED, Json, empties, fields_of, told
from tests.sync.machine.truth import Books
from tests.sync.machine.wire import Answer, Browser, Request, Server
from workouts.log.actions.epoch import current_epoch

# How often each rule has run, since a test set it to nought.
RAN: Counter[str] = Counter()


@dataclass(frozen=True, slots=True)
class Cast:
    """Two lifters with their sessions (cookies), and the exercises they know. Made once a test."""

    accounts: tuple[str, str]
    sessions: dict[str, dict[str, str]]
    exercises: tuple[str, ...]
    server: Server


@dataclass(slots=True)
class Saved:
    """A backup, with what the tests knew at that moment."""

    tables: Backup
    typed: dict[tuple[str, str, str], Any]


@dataclass(slots=True)
class History:
    cast: Cast
    browsers: dict[str, Browser] = field(default_factory=dict)
    devices: list[Device] = field(default_factory=list)
    books: Books = field(default_factory=Books)
    stale: bool = True
    # Each device's clock in milliseconds, and the count that makes ids one of a kind.
    clocks: dict[str, int] = field(default_factory=dict)
    minted: int = 0
    # Requests on their way, each with the device that sent it.
    late: list[Request] = field(default_factory=list)
    # Every mutation made, by its id; those that the server must refuse, those of an older
    # schema; rows that never came to be.
    made: dict[str, Json] = field(default_factory=dict)
    poisoned: set[str] = field(default_factory=set)
    old: set[str] = field(default_factory=set)
    unborn: set[str] = field(default_factory=set)
    # What the last applied put of each field said, by (account, row, field), in the order of arrival.
    typed: dict[tuple[str, str, str], Any] = field(default_factory=dict)
    backups: list[Saved] = field(default_factory=list)
    # Mutations that were acknowledged before a restore and are not in the backup.
    undone: set[str] = field(default_factory=set)
    # Held by devices when the server was restored: (account, row) to its fields and the devices that had just these.
    held: dict[tuple[str, str], tuple[Json, set[str]]] = field(default_factory=dict)
    restored: bool = False
    # Findings of the step, for the invariant that they belong to.
    wrong: dict[str, list[str]] = field(default_factory=dict)

    def begin(self) -> None:
        first, second = self.cast.accounts
        for name, account in (("phone", first), ("laptop", first), ("tablet", second)):
            browser = self.browsers[name] = Browser(name)
            browser.sign_in(account, self.cast.sessions[account])
            self.devices.append(self._device(browser, account))
        # The phone is lent now and then: another database in the same browser.
        self.devices.append(self._device(self.browsers["phone"], second))

    def _device(self, browser: Browser, account: str) -> Device:
        name = f"{browser.name}-{account}"
        self.clocks[name] = 1_795_000_000_000
        return Device(browser, account, lambda: self.mint(name))

    def mint(self, name: str) -> str:
        """A UUIDv7 by the device's own clock, however wrong that is."""
        self.minted += 1
        self.clocks[name] += 1
        at = max(0, self.clocks[name]) & (2**48 - 1)
        digits = f"{at:012x}7{self.minted >> 60:03x}8{self.minted:015x}"
        return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"

    def name_of(self, device: Device) -> str:
        return f"{device.browser.name}-{device.account}"

    def epoch(self) -> str:
        return str(current_epoch())

    def complain(self, invariant: str, what: str) -> None:
        self.wrong.setdefault(invariant, []).append(what)

    # --- the wire --------------------------------------------------------------------------------------------

    def carrier(self, device: Device) -> Callable[[Request], Answer]:
        """Carries faultlessly, there and back."""

        def carry(request: Request) -> Answer:
            answer = self.reach(request)
            device.browser.cookies = self.cast.server.cookies()
            return answer

        return carry

    def reach(self, request: Request) -> Answer:
        """The server gets the request; what it did is noted, whether or not anybody hears of it."""
        answer = self.cast.server.answer(request)
        if request.method == "POST":
            self.stale = True
            self._note(json.loads(request.body), answer)
        return answer

    def _note(self, sent: Json, answer: Answer) -> None:
        body = answer.json() or {}
        if answer.status != 200 or body.get("epoch_changed"):
            return
        verdicts = {each["id"]: each for each in body["results"]}
        if list(verdicts) != list(dict.fromkeys(each["id"] for each in sent["mutations"])):
            self.complain("I12", "verdicts are not those of the mutations that were sent")
        for mutation in sent["mutations"]:
            # What is sent again after a restore was made without a tap.
            self.made.setdefault(mutation["id"], mutation)
            verdict = verdicts.get(mutation["id"], {})
            if verdict.get("status") == "applied":
                self._applied(sent["account"], mutation)
            elif verdict.get("status") == "rejected" and sent["purpose"] == "live":
                self._rejected(mutation, verdict["problem"]["code"])

    def unheard(self, request: Request, verdicts: dict[str, str]) -> None:
        """A push was done, and answered with an error: what it typed stands, by the verdicts that are new."""
        sent = json.loads(request.body)
        for mutation in sent["mutations"]:
            self.made.setdefault(mutation["id"], mutation)
            if verdicts.get(mutation["id"]) == "applied":
                self._applied(sent["account"], mutation)

    def _applied(self, account: str, mutation: Json) -> None:
        if mutation["id"] in self.poisoned:
            self.complain("I12", f"poison was applied: {mutation}")
        if not empties(mutation):
            for name, value in fields_of(mutation).items():
                # Reps in reserve come as a number or as text, and are kept as text.
                kept = f"{float(value):.1f}" if name in ("rir", "rpe") and value is not None else value
                self.typed[account, mutation["row"], name] = kept

    def _rejected(self, mutation: Json, code: str) -> None:
        fields = fields_of(mutation)
        family = {mutation["row"], fields.get("performed"), fields.get("workout")}
        explained = (
            mutation["id"] in self.poisoned
            or self.restored
            or (code == "note-exists" and mutation["kind"] == "note")
            or (code in ("unknown-row", "unknown-parent") and family & self.unborn)
        )
        if not explained:
            self.complain("I17" if mutation["id"] in self.old else "I12", f"{code}: {mutation}")
        if set(fields) >= REQUIRED[mutation["kind"]]:
            self.unborn.add(mutation["row"])

    # --- the books -------------------------------------------------------------------------------------------

    def truth(self) -> Books:
        if self.stale:
            self.books.read()
            self.stale = False
        return self.books

    def back_up(self, make: Callable[[], Backup]) -> None:
        self.backups.append(Saved(make(), deepcopy(self.typed)))

    def go_back(self, saved: Saved, put_back: Callable[[Backup], None]) -> None:
        """The server forgets; the tests remember what any device still holds."""
        before = {account: self.truth()[account].live() for account in self.cast.accounts}
        old, self.held = self.held, {}
        for device in self.devices:
            for uid, row in device.stores.rows.items():
                key, fields = (device.account, uid), told(row.fields)
                up_to_date = before[device.account].get(uid) == (row.kind, fields) and not row.deleted
                if up_to_date or (key in old and old[key][0] == fields):
                    self.held.setdefault(key, (fields, set()))[1].add(self.name_of(device))
        put_back(saved.tables)
        self.typed, self.restored, self.stale = deepcopy(saved.typed), True, True
        self.books.anew()
        for device in self.devices:
            self.undone |= set(device.acknowledged) - set(self.truth()[device.account].verdicts)

    def evict(self, device: Device) -> None:
        """The browser throws a device's database away: only what was acknowledged can still be asked for."""
        self.unborn |= {mutation["row"] for mutation in device.stores.outbox.values()}
        device.evict()
        for _fields, holders in self.held.values():
            holders.discard(self.name_of(device))
        self.held = {key: each for key, each in self.held.items() if each[1]}
