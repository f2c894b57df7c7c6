"""Row T62: the server is stopped with SIGTERM and started again, as for new code with a migration, under load."""

import os
import random
import time

import pytest

from bench import site
from tests.drills.install import Install
from tests.drills.line import Line
from tests.drills.load import Load
from tests.drills.phone import Phone
from tests.drills.report import found
from tests.drills.server import serving
from tests.drills.truth import truth

pytestmark = [pytest.mark.long, pytest.mark.alone]

RESTARTS = int(os.environ.get("DRILL_RESTARTS", "20"))
RATE, LIFTERS = 20.0, 20
GAP, NOTICED = 5.0, 10.0


def test_a_restart_loses_no_push(install: Install, chance: random.Random) -> None:
    """One server: while it is away phones repeat."""
    phones = [Phone(account, [Line(install.port, key)]) for account, key in install.prepare(LIFTERS)]
    gaps = []
    with serving(install) as server, Load(phones, RATE, chance).running() as load:
        for _ in range(RESTARTS):
            time.sleep(chance.uniform(0.5, 1.5))
            at = time.monotonic()
            server.stop()
            install.manage("migrate", "--verbosity=0")
            began = time.monotonic()
            server.start()
            gaps.append((began - at, server.answers(began)))
    held = truth(install, phones)
    found(
        f"T62 {install.kind}, one server",
        restarts=RESTARTS,
        stop_and_migrate=f"{max(stop for stop, _start in gaps):.2f} s at most",
        start_to_answer=f"{max(start for _stop, start in gaps):.2f} s at most",
        longest_without_a_push=f"{load.pushes.gap():.2f} s",
        from_tap_to_second_tick=f"{max(load.waits):.2f} s at most",
        pushes=load.pushes,
        held=held,
        first_start=f"{server.booted:.2f} s",
    )
    assert held.whole, held
    assert (held.waiting, held.rejected) == (0, 0)
    assert max(load.waits) <= NOTICED * server.slowness()


def test_with_two_servers_no_push_waits_for_a_restart(install: Install, chance: random.Random) -> None:
    """One after the other is stopped and started again; who gets no answer asks the other."""
    ports = (install.port, site.free_port())
    phones = [
        Phone(account, chance.sample([Line(port, key) for port in ports], k=2))
        for account, key in install.prepare(LIFTERS)
    ]
    with serving(install, ports[0]) as first, serving(install, ports[1]) as second:
        with Load(phones, RATE, chance).running() as load:
            for n in range(RESTARTS):
                server = (first, second)[n % 2]
                time.sleep(chance.uniform(0.5, 1.5))
                server.stop()
                began = time.monotonic()
                server.start()
                server.answers(began)
        held = truth(install, phones)
    found(
        f"T62 {install.kind}, two servers",
        restarts=RESTARTS,
        longest_without_a_push=f"{load.pushes.gap():.2f} s",
        from_tap_to_second_tick=f"{max(load.waits):.2f} s at most",
        pushes=load.pushes,
        held=held,
        first_start=f"{first.booted:.2f} s",
    )
    assert held.whole, held
    assert (held.waiting, held.rejected) == (0, 0)
    assert load.pushes.gap() <= first.slowness()
