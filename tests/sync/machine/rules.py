"""The protocol as a state machine: lifters tap, networks fail, clocks jump, servers are restored, in any order."""

import json
import sys
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db import connection, transaction
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from tests.sync.machine import invariants
from tests.sync.machine.backups import backup, restore
from tests.sync.machine.checked import Checked
from tests.sync.machine.device import Device
from tests.sync.machine.faults import Broken, captive_portal, cut_off, stale_token
from tests.sync.machine.history import RAN, Cast, History
from tests.sync.machine.taps import POISONS, Taps
from tests.sync.machine.wire import Answer, Request

# Two devices of one account have the most to quarrel about.
devices = st.sampled_from([0, 0, 0, 1, 1, 1, 2, 3])
pick = st.integers(0, 999)
WEIGHTS = st.sampled_from(["60", "62,5", "100", "47.5", "0"])
REPS = st.integers(1, 30)
YEAR = 365 * 24 * 3600 * 1000


# How often each rule has run since somebody set it to nought, and what it was in all.
RULES: list[str] = []
HISTORIES, STEPS = "histories", "steps"


def step(name: str, **given: Any) -> Callable[[Callable[..., Any]], Any]:
    """A rule that is counted by its name, where it found something to do (did not return False)."""
    RULES.append(name)

    def decorate(function: Callable[..., Any]) -> Any:
        @wraps(function)
        def counted(machine: "SyncMachine", **drawn: Any) -> None:
            RAN[STEPS] += 1
            RAN[name] += function(machine, **drawn) is not False

        made: Any = rule(**given)
        return made(counted)

    return decorate


class SyncMachine(Checked):
    """`cast` is given by the test; every history is rolled back at its end."""

    cast: Cast

    def __init__(self) -> None:
        super().__init__()
        RAN[HISTORIES] += 1
        self.savepoint = transaction.savepoint()
        self.history = History(self.cast)
        self.history.begin()
        self.taps = Taps(self.history)

    def device(self, number: int) -> Device:
        return self.history.devices[number]

    # --- taps ------------------------------------------------------------------------------------------------

    @step("new workout", d=devices, n=pick)
    def begin_workout(self, d: int, n: int) -> None:
        self.taps.workout(self.device(d), n)

    @step("new exercise", d=devices, n=pick)
    def add_exercise(self, d: int, n: int) -> None:
        self.taps.exercise(self.device(d), n)

    @step("new set", d=devices, n=pick, weight=WEIGHTS, reps=REPS)
    def log_set(self, d: int, n: int, weight: str, reps: int) -> None:
        self.taps.log_set(self.device(d), n, weight=weight, reps=reps)

    @step("edit", d=devices, n=pick, weight=WEIGHTS, reps=REPS)
    def edit(self, d: int, n: int, weight: str, reps: int) -> bool:
        return self.taps.edit(self.device(d), n, weight=weight, reps=reps)

    @step("delete set", d=devices, n=pick)
    def delete_set(self, d: int, n: int) -> bool:
        return self.taps.delete(self.device(d), "set", n)

    @step("delete exercise", d=devices, n=pick)
    def delete_exercise(self, d: int, n: int) -> bool:
        return self.taps.delete(self.device(d), "exercise", n)

    @step("delete workout", d=devices, n=pick)
    def delete_workout(self, d: int, n: int) -> bool:
        return self.taps.delete(self.device(d), "workout", n)

    @step("restore", d=devices, n=pick)
    def bring_back(self, d: int, n: int) -> bool:
        return self.taps.restore(self.device(d), n)

    @step("note", d=devices, n=pick)
    def write_note(self, d: int, n: int) -> None:
        self.taps.note(self.device(d), n)

    @step("poison", d=devices, n=pick, which=st.sampled_from(sorted(POISONS)))
    def poison(self, d: int, n: int, which: str) -> None:
        RAN[f"poison: {which}"] += 1
        self.taps.poison(self.device(d), which, n)

    @step("one field on two devices", n=pick, reps=REPS, more=REPS)
    def edit_one_field_on_two_devices(self, n: int, reps: int, more: int) -> bool:
        one, other = self.device(0), self.device(1)
        if not self.taps.both_show(one, other):
            self.taps.log_set(one, n, weight="60", reps=8)
            self._sync(one)
            self._sync(other)
        return self.taps.edit_both(one, other, n, reps, more)

    @step("older schema", d=devices, n=pick)
    def an_old_schema(self, d: int, n: int) -> None:
        """An entry that an older version of the app left in the outbox: no base, and keys that nobody knows now."""
        self.taps.log_set(self.device(d), n, weight="60", reps=8, old=True)

    @step("same id, other account", n=pick)
    def the_same_id_in_another_account(self, n: int) -> bool:
        """An export that two people read in, a guest log adopted twice."""
        return self.taps.same_id(self.device(0), self.device(2), n)

    # --- pushes ----------------------------------------------------------------------------------------------

    @step("push: ok", d=devices)
    def push(self, d: int) -> None:
        """The right person is signed in, or signs in again."""
        self._sign_in(self.device(d))
        self.device(d).push(self.history.carrier(self.device(d)))

    @step("push: another's cookies", d=devices)
    def push_with_the_cookies_there_are(self, d: int) -> None:
        """A tab of one person's, and another one has signed in beside it."""
        device = self.device(d)
        if device.browser.account == device.account:
            self._switch(device)
        device.push(self.history.carrier(device))

    @step("push: request lost", d=devices)
    def push_and_lose_the_request(self, d: int) -> None:
        self.device(d).push(lambda request: None)

    @step("push: answer lost", d=devices)
    def push_and_lose_the_answer(self, d: int) -> None:

        def carry(request: Request) -> Answer | None:
            answer = self._faultless(d)(request)
            return None if request.method == "POST" else answer

        self.device(d).push(carry)

    @step("push: twice", d=devices)
    def push_twice(self, d: int) -> None:
        """The network sends it twice; the device hears the second answer."""

        def carry(request: Request) -> Answer | None:
            answer = self._faultless(d)(request)
            return self._again(request) if request.method == "POST" and answer.status == 200 else answer

        self.device(d).push(carry)

    @step("push: delayed", d=devices)
    def push_and_be_delayed(self, d: int) -> None:
        self._delay(self.device(d))

    def _delay(self, device: Device) -> None:
        def carry(request: Request) -> Answer | None:
            if request.method != "POST":
                return self.history.carrier(device)(request)
            self.history.late.append(request)
            return None

        device.push(carry)

    @step("late delivery", d=devices, n=pick, keep=st.booleans())
    def a_delayed_push_arrives(self, d: int, n: int, keep: bool) -> bool:
        """In any order, and perhaps once more later."""
        late = self.history.late
        if not late:
            self._sign_in(self.device(d))
            self.taps.log_set(self.device(d), n, weight="60", reps=8)
            self._delay(self.device(d))
        if late:
            self._again(late[n % len(late)] if keep else late.pop(n % len(late)))
        return True

    @step("push: captive portal", d=devices)
    def push_into_a_captive_portal(self, d: int) -> None:
        self.device(d).push(captive_portal)

    @step("push: truncated", d=devices, n=pick)
    def push_and_hear_half_the_answer(self, d: int, n: int) -> None:
        self.device(d).push(cut_off(self._faultless(d), n))

    @step("push: database fails", d=devices, n=st.integers(1, 12))
    def push_and_the_database_fails(self, d: int, n: int) -> bool:
        """At any of its statements: all of it or nothing, and the device comes again. All of it stands where it was the
        changes of others that could not be read any more: then it is an answer that is lost."""
        self._sign_in(self.device(d))
        broken = Broken(n)

        def carry(request: Request) -> Answer | None:
            if request.method != "POST":
                return self._faultless(d)(request)
            before, known = self._digests(), self._verdicts(request).keys()
            with connection.execute_wrapper(broken):
                answer = self._faultless(d)(request)
            if answer.status != 200 and self._digests() != before:
                verdicts = self._verdicts(request)
                if verdicts.keys() >= {each["id"] for each in json.loads(request.body)["mutations"]}:
                    self.history.unheard(request, {uid: verdicts[uid] for uid in verdicts.keys() - known})
                else:
                    self.history.complain("I13", f"a push that was answered {answer.status} left something")
            return answer

        self.device(d).push(carry)
        return broken.broke

    @step("push: stale CSRF token", d=devices)
    def push_with_a_stale_token(self, d: int) -> None:
        self._sign_in(self.device(d))
        self.device(d).csrf = stale_token()
        self.device(d).push(self._faultless(d))

    # --- pulls -----------------------------------------------------------------------------------------------

    @step("pull: small pages", d=devices, limit=st.integers(1, 7))
    def pull_in_small_pages(self, d: int, limit: int) -> None:
        self._sign_in(self.device(d))
        self.device(d).pull(self._faultless(d), limit=limit)

    @step("pull: one page", d=devices, limit=st.integers(1, 3))
    def pull_one_page(self, d: int, limit: int) -> None:
        """And somebody writes before the next."""
        self._sign_in(self.device(d))
        self.device(d).pull(self._faultless(d), limit=limit, turns=1)

    # --- people, clocks, disasters ---------------------------------------------------------------------------

    @step("clock jump", d=devices, years=st.sampled_from([-10, -1, 1, 10]), reps=REPS)
    def the_clock_jumps(self, d: int, years: int, reps: int) -> None:
        """Between two taps on one set: the second of them is what was meant."""
        device = self.device(d)
        unsent = [each for each in device.stores.outbox.values() if each["kind"] == "set" and each["op"] == "put"]
        self.history.clocks[self.history.name_of(device)] += years * YEAR
        if unsent:
            self.taps.write(device, "put", "set", unsent[-1]["row"], {"reps": reps})

    @step("account switch", d=devices)
    def somebody_else_signs_in(self, d: int) -> None:
        self._switch(self.device(d))

    @step("sign-out", d=devices)
    def sign_out(self, d: int) -> None:
        """Or the session expires: the queue waits."""
        self.device(d).browser.sign_out()
        self.device(d).push(self._faultless(d))

    @step("eviction", d=devices, n=pick)
    def the_database_is_evicted(self, d: int, n: int) -> bool:
        if n % 2 == 1:
            self.history.evict(self.device(d))
        return n % 2 == 1

    @precondition(lambda self: len(self.history.backups) < 2)
    @step("backup")
    def back_up(self) -> None:
        self.history.back_up(backup)

    @precondition(lambda self: self.history.backups)
    @step("server restored", n=pick)
    def restore_the_backup(self, n: int) -> None:
        self.history.go_back(self.history.backups[n % len(self.history.backups)], restore)

    @step("attention seen to", d=devices, n=pick, mend=st.booleans())
    def attend(self, d: int, n: int, mend: bool) -> bool:
        if not self.device(d).stores.attention:
            self.taps.poison(self.device(d), "no reps", n)
            self._sync(self.device(d))
        return self.taps.attend(self.device(d), n, mend=mend)

    @step("everybody syncs", n=pick)
    def everybody_syncs(self, n: int) -> bool:
        if n % 2 == 1:
            self.settle()
        return n % 2 == 1

    # --- the end ---------------------------------------------------------------------------------------------

    def settle(self) -> None:
        """The signal is back and the right people are signed in: what was under way arrives, all queues empty."""
        while self.history.late:
            self._again(self.history.late.pop())
        for _cycle in range(8):
            for device in self.history.devices:
                self._sync(device)
            if all(self._quiet(device) for device in self.history.devices):
                break
        else:
            raise AssertionError(f"I12: queues that never empty: {[device.batch() for device in self.history.devices]}")
        invariants.i4_all_show_the_same(self.history)
        invariants.i14_what_devices_hold_comes_back(self.history)

    def teardown(self) -> None:
        try:
            if sys.exc_info()[0] is None:
                self.settle()
                self.check_all()
        finally:
            transaction.savepoint_rollback(self.savepoint)

    def _sync(self, device: Device) -> None:
        self._sign_in(device)
        carry = self.history.carrier(device)
        for _push in range(60):
            if not (device.stores.resend or device.stores.outbox):
                break
            device.push(carry)
        device.pull(carry)

    def _quiet(self, device: Device) -> bool:
        stores, book = device.stores, self.history.truth()[device.account]
        return (
            not (stores.outbox or stores.resend) and stores.cursor == book.rev and stores.epoch == self.history.epoch()
        )

    def _again(self, request: Request) -> Answer:
        """A request that the server may have had before: if it has, nothing moves."""
        sent = json.loads(request.body)
        known = {mutation["id"] for mutation in sent["mutations"]} <= self._verdicts(request).keys()
        before = self._digests() if known else None
        answer = self.history.reach(request)
        if before is not None and before != self._digests():
            self.history.complain("I3", f"a repeat changed something: {sent}")
        return answer

    def _verdicts(self, request: Request) -> dict[str, str]:
        """Those of the account that a push is for, as they are now."""
        return dict(self.history.truth()[json.loads(request.body)["account"]].verdicts)

    def _digests(self) -> dict[str, Any]:
        return {account: self.history.truth()[account].digest() for account in self.cast.accounts}

    def _faultless(self, d: int) -> Callable[[Request], Answer]:
        return self.history.carrier(self.device(d))

    def _sign_in(self, device: Device) -> None:
        if device.browser.account != device.account:
            device.browser.sign_in(device.account, self.cast.sessions[device.account])

    def _switch(self, device: Device) -> None:
        first, second = self.cast.accounts
        other = second if device.browser.account == first else first
        device.browser.sign_in(other, self.cast.sessions[other])
