"""Row T21: a backup, a hundred sets from three devices, the backup put back, one device wiped: sync brings them back.

The devices are those of the state machine (`tests/sync/machine`), written from the protocol, over real HTTP.
"""

import json
import random
import time
import uuid
from dataclasses import dataclass, field
from uuid import UUID

import pytest

from tests.drills.install import Install
from tests.drills.line import Line
from tests.drills.report import found
from tests.drills.server import serving
from tests.drills.truth import GAPS
from tests.sync.machine.device import Device
from tests.sync.machine.stores import live
from tests.sync.machine.wire import Answer, Browser, Request

pytestmark = [pytest.mark.long, pytest.mark.alone]

SETS, DEVICES, CYCLES = 100, 3, 2
LIVE = "SELECT uid FROM workouts_loggedset WHERE deleted_at IS NULL"


@dataclass
class Phone:
    """A device, and its own browser's line to the server."""

    port: int
    account: str
    key: str
    browser: Browser = field(init=False)
    device: Device = field(init=False)

    def __post_init__(self) -> None:
        self.browser = Browser("browser", {"session": self.key}, self.account)
        self.device = Device(self.browser, self.account, lambda: str(uuid.uuid4()))

    def carry(self, request: Request) -> Answer | None:
        line = Line(self.port)
        line.cookies = dict(request.cookies)
        body = request.body if request.method == "POST" else None
        answer = line.ask(request.method, request.path, body, request.csrf)
        line.close()
        self.browser.cookies.update(line.cookies)
        return Answer(answer.status, answer.kind, answer.body) if answer else None

    def cycle(self) -> None:
        """One sync cycle: all that waits goes out, then all that is new comes in. The first answer of another epoch
        only says so."""
        self.device.greet(self.carry)
        while self.device.stores.resend or self.device.stores.outbox:
            if not self.device.push(self.carry):
                break
        self.device.pull(self.carry)

    def sets(self) -> dict[str, object]:
        return {uid: fields for uid, (kind, fields) in live(self.device.view()).items() if kind == "set"}


def test_a_restore_brings_back_what_devices_hold(install: Install, chance: random.Random) -> None:
    ((account, key),) = install.prepare(1)
    phones = [Phone(install.port, account, key) for _ in range(DEVICES)]
    with serving(install):
        workout, performed = str(uuid.uuid4()), str(uuid.uuid4())
        first = phones[0].device
        first.write("put", "workout", workout, {"day": "2026-11-23", "zone": "UTC"})
        first.write("put", "exercise", performed, {"workout": workout, "exercise": "barbell-squat", "position": 1})
        for phone in phones:
            phone.cycle()
        written = install.manage("backup").stdout.split("  ")[0]
        for n in range(SETS):
            fields = {"performed": performed, "position": n, "weight": "62,5", "unit": "kg", "reps": 1 + n % 30}
            chance.choice(phones).device.write("put", "set", str(uuid.uuid4()), fields)
        for phone in phones[:2]:
            phone.cycle()
        # The third has sent its sets, and nobody else has seen them yet.
        phones[2].cycle()
        acknowledged = _acknowledged(phones)
        install.manage("restore", written, "--yes")
        lost = len(install.ask(LIVE))
        wiped = phones[0]
        known_to_the_living = _held(phones[1:])
        wiped.device.evict()
        began = time.monotonic()
        for _ in range(CYCLES):
            for phone in phones[1:]:
                phone.cycle()
        wiped.cycle()
        seconds = time.monotonic() - began
        kept = [str(UUID(str(uid))) for (uid,) in install.ask(LIVE)]
        again = acknowledged & known_to_the_living
        found(
            f"T21 {install.kind}",
            acknowledged=len(acknowledged),
            after_the_restore=lost,
            held_by_a_live_device=len(again),
            back_on_the_server=len(again & set(kept)),
            doubles=len(kept) - len(set(kept)),
            cycles=f"{CYCLES} in {seconds:.1f} s",
            on_the_wiped_device=len(wiped.sets()),
        )
        assert (len(acknowledged), lost) == (SETS, 0)
        assert again <= set(kept)
        assert len(kept) == len(set(kept)) == len(again)
        assert install.ask(GAPS) == []
        assert all(phone.sets().keys() == set(kept) for phone in phones)
        for phone in phones[1:]:
            assert json.dumps(phone.sets(), sort_keys=True) == json.dumps(wiped.sets(), sort_keys=True)


def _acknowledged(phones: list[Phone]) -> set[str]:
    """Sets of which a device was told that the server has them."""
    return {
        phone.device.saved[uid]["row"]
        for phone in phones
        for uid in phone.device.acknowledged
        if phone.device.saved[uid]["kind"] == "set"
    }


def _held(phones: list[Phone]) -> set[str]:
    """Sets in the archive or among the rows of these devices."""
    archived = {kept.mutation["row"] for phone in phones for kept in phone.device.stores.archive.values()}
    return {uid for phone in phones for uid in phone.sets()} | archived
