"""Row T2: with a safeguard switched off, the state machine notices, and by the invariant that the safeguard is for."""

import re
from collections.abc import Callable
from types import TracebackType

import pytest

from tests.profiles import LONG
from tests.sync.machine.history import RAN, Cast
from tests.sync.machine.running import HISTORIES, run
from tests.sync.machine.safeguards import SAFEGUARDS

MOST = 3_000 if LONG else 300
# Always off in the usual run too: one of the device's, one of the server's, and what would be noticed last.
QUICK = ("answer check", "overlay", "apply once", "tombstones", "account check")


@pytest.mark.parametrize("name", SAFEGUARDS if LONG else QUICK)
def test_the_machine_notices(
    name: str, histories: Cast, monkeypatch: pytest.MonkeyPatch, record_property: Callable[[str, object], None]
) -> None:
    switch_off, noticing = SAFEGUARDS[name]
    switch_off(monkeypatch)
    RAN.clear()
    with pytest.raises(AssertionError) as caught:
        run(histories, seed=0, count=MOST, shrink=False)
    found = _invariants(str(caught.value), caught.tb)
    record_property(f"without {name}", f"{'/'.join(sorted(found))} after {RAN[HISTORIES] - 1} histories")
    assert found & noticing, caught.value


def _invariants(message: str, trace: TracebackType | None) -> set[str]:
    """Which invariant failed: by its function, or by its number in the message."""
    found = set(re.findall(r"^I\d+", message))
    while trace is not None:
        found |= {name.upper() for name in re.findall(r"^i\d+(?=_)", trace.tb_frame.f_code.co_name)}
        trace = trace.tb_next
    return found
