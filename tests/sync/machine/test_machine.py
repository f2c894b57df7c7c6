"""Row T1: the invariants of the sync protocol hold in random histories of devices, networks, clocks and disasters."""

from collections.abc import Callable

import pytest

from tests.profiles import LONG, seeds
from tests.sync.machine.history import RAN, Cast
from tests.sync.machine.rules import RULES
from tests.sync.machine.running import HISTORIES, STEPS, run

# More than 2,000 histories in the long run; in parts, so that several processors share them.
PARTS, EACH = (4, 600) if LONG else (1, 100)
# Every rule runs 500 times at least in the long run, and does run in the usual one.
LEAST = 125 if LONG else 1


@pytest.mark.parametrize("seed", seeds(PARTS))
def test_the_invariants_hold(seed: int, histories: Cast, record_property: Callable[[str, object], None]) -> None:
    RAN.clear()
    run(histories, seed=seed, count=EACH)
    for name in (HISTORIES, STEPS, *RULES):
        record_property(name, RAN[name])
    assert RAN[HISTORIES] >= EACH
    assert not {name: RAN[name] for name in RULES if RAN[name] < LEAST}
