"""Row T8: another process holds SQLite's write lock, for 3 seconds and for 30."""

import random
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.drills.install import Install
from tests.drills.line import Line
from tests.drills.load import Load, Tally
from tests.drills.phone import Phone
from tests.drills.readers import Readers
from tests.drills.report import found
from tests.drills.server import serving
from tests.drills.truth import truth

pytestmark = [pytest.mark.long, pytest.mark.alone]

# How long a phone is made to wait before it is told to come again; how long a page may take meanwhile.
REFUSED, READ = 6.0, 0.3


def hold(database: Path, seconds: float) -> None:
    """The write lock, as a copy tool or a forgotten shell holds it."""
    with closing(sqlite3.connect(database, isolation_level=None, timeout=30)) as line:
        line.execute("BEGIN IMMEDIATE")
        time.sleep(seconds)
        line.execute("ROLLBACK")


# As many phones as may wait in one worker leave a thread to read. Of a crowd, all are served if the lock comes back
# soon, and readers wait as long as it was away; if it does not, some are told to come again.
FEW, CROWD = 3, 20


@pytest.mark.parametrize(("seconds", "lifters"), [(3, FEW), (3, CROWD), (30, CROWD)])
def test_a_lock_held_elsewhere(sqlite_install: Install, chance: random.Random, seconds: int, lifters: int) -> None:
    assert sqlite_install.file
    keys = sqlite_install.prepare(lifters)
    phones = [Phone(account, [Line(sqlite_install.port, key)]) for account, key in keys]
    with (
        serving(sqlite_install) as server,
        Readers(sqlite_install.port, keys).running() as readers,
        Load(phones, lifters, chance).running() as load,
    ):
        time.sleep(3)
        begin = time.monotonic()
        hold(sqlite_install.file, seconds)
        end = time.monotonic()
        time.sleep(3)
    held = truth(sqlite_install, phones)
    pushes, reads = load.pushes.between(begin, end), readers.tally.between(begin, end)
    found(
        f"T8, {seconds} s, {lifters} phones",
        pushes_meanwhile=pushes,
        reads_meanwhile=reads,
        reads_before=readers.tally.between(begin - 2, begin),
        from_tap_to_second_tick=f"{max(load.waits):.2f} s at most",
        held=held,
        first_start=f"{server.booted:.2f} s",
    )
    assert held.whole, held
    assert (held.waiting, held.rejected) == (0, 0)
    assert set(reads.statuses()) == {200}
    if (seconds, lifters) == (3, CROWD):
        assert reads.slowest() < (seconds + READ) * server.slowness()
    else:
        assert reads.percentile(95) < READ * server.slowness()
    assert set(pushes.statuses()) <= ({200} if seconds == 3 else {200, 503})
    _refused_in_words(pushes, server.slowness())


def _refused_in_words(pushes: Tally, slowness: float) -> None:
    for note in pushes.notes:
        if note.status == 503:
            assert note.kind == "application/problem+json"
            assert int(note.retry) > 0
            assert note.seconds <= REFUSED * slowness
