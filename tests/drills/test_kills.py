"""Row T5: workers and masters killed with SIGKILL while twenty sets a second come in."""

import os
import random
import time

import pytest

from tests.drills.install import Install
from tests.drills.line import Line
from tests.drills.load import Load
from tests.drills.phone import Phone
from tests.drills.report import found
from tests.drills.server import Server, serving
from tests.drills.truth import truth

pytestmark = [pytest.mark.long, pytest.mark.alone]

KILLS = int(os.environ.get("DRILL_KILLS", "50"))
RATE, LIFTERS = 20.0, 20
SOON = 5.0


def test_kills_at_random_lose_nothing(install: Install, chance: random.Random) -> None:
    phones = [Phone(account, [Line(install.port, key)]) for account, key in install.prepare(LIFTERS)]
    with serving(install) as server, Load(phones, RATE, chance).running() as load:
        kills = [_kill(server, chance) for _ in range(KILLS)]
    held = truth(install, phones)
    found(
        f"T5 {install.kind}",
        kills=", ".join(f"{victim} {_times(kills, victim)}" for victim in ("worker", "master")),
        longest_without_a_push=f"{load.pushes.gap():.2f} s",
        pushes=load.pushes,
        held=held,
        first_start=f"{server.booted:.2f} s",
    )
    assert held.whole, held
    assert (held.waiting, held.rejected) == (0, 0)
    assert max(again for _victim, again in kills) <= SOON * server.slowness()


def _kill(server: Server, chance: random.Random) -> tuple[str, float]:
    """Who was killed, and how many seconds later the server answered."""
    time.sleep(chance.uniform(0.2, 1.0))
    victim = chance.choice(["worker", "master"])
    at = time.monotonic()
    if victim == "worker":
        server.kill_worker(chance)
    else:
        server.kill_master()
        server.start()
    return victim, server.answers(at)


def _times(kills: list[tuple[str, float]], victim: str) -> str:
    times = [again for name, again in kills if name == victim]
    return f"{len(times)} x, serving again after {max(times, default=0.0):.2f} s at most"
