"""Row T60: a thousand people train at once, times five: 55 pushes and 55 pulls a second.

A minute of it on SQLite; `DRILL_SECONDS=900` is the whole row.
"""

import os
import random
import time

import pytest

from tests.drills.install import Install
from tests.drills.line import Line
from tests.drills.load import Load
from tests.drills.phone import Phone
from tests.drills.report import found
from tests.drills.server import serving
from tests.drills.truth import truth

pytestmark = [pytest.mark.long, pytest.mark.alone]

SECONDS = int(os.environ.get("DRILL_SECONDS", "60"))
RATE, LIFTERS = 55.0, 100
P95, P99 = 0.3, 1.0


def test_a_thousand_people_times_five(install: Install, chance: random.Random) -> None:
    phones = [Phone(account, [Line(install.port, key)]) for account, key in install.prepare(LIFTERS)]
    with serving(install) as server, Load(phones, RATE, chance, pulls=True).running() as load:
        time.sleep(SECONDS)
    held = truth(install, phones)
    found(
        f"T60 {install.kind}, {SECONDS} s, {LIFTERS} phones",
        pushes=f"{load.pushes.rate():.1f}/s, {load.pushes}",
        pulls=f"{load.pulls.rate():.1f}/s, {load.pulls}",
        held=held,
        first_start=f"{server.booted:.2f} s",
    )
    assert held.whole, held
    assert (held.waiting, held.rejected) == (0, 0)
    assert set(load.pushes.statuses()) == set(load.pulls.statuses()) == {200}
    assert load.pushes.percentile(95) < P95 * server.slowness()
    assert load.pushes.percentile(99) < P99 * server.slowness()
