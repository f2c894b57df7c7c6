"""Row T9: no room is left on the disk while sets come in and a backup is made.

The database lies on a tmpfs of 64 MB, which only root may mount; a file takes what room it has left.
"""

import os
import random
import subprocess
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.drills.install import Install
from tests.drills.line import Line
from tests.drills.load import Load, Note
from tests.drills.phone import Phone
from tests.drills.readers import Readers
from tests.drills.report import found
from tests.drills.server import serving
from tests.drills.truth import truth

pytestmark = [pytest.mark.long, pytest.mark.alone]

SIZE = "64m"
RATE, LIFTERS = 20.0, 20
FULL, AGAIN = 8.0, 10.0


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(folder)]
    if os.geteuid() or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("only root may mount a small disk")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill(ballast: Path) -> int:
    """Takes all room there is, to the last page. Returns the bytes."""
    with ballast.open("ab", buffering=0) as file:
        for size in (1 << 20, 1 << 12):
            with suppress(OSError):
                while True:
                    file.write(bytes(size))
    return ballast.stat().st_size


def test_a_full_disk_loses_nothing_and_is_survived(small_disk: Path, chance: random.Random) -> None:
    install = Install(small_disk)
    ballast = small_disk / "ballast"
    keys = install.prepare(LIFTERS)
    phones = [Phone(account, [Line(install.port, key)]) for account, key in keys]
    with (
        serving(install) as server,
        Readers(install.port, keys).running() as readers,
        Load(phones, RATE, chance).running() as load,
    ):
        time.sleep(3)
        begin = time.monotonic()
        taken = fill(ballast)
        backup = install.manage("backup", check=False)
        left = install.backups()
        time.sleep(FULL)
        fill(ballast)  # what a checkpoint may have given back
        time.sleep(FULL)
        freed = time.monotonic()
        ballast.unlink()
        _wait_for_a_push(load, freed)
        time.sleep(2)
    held = truth(install, phones)
    again = min(note.began + note.seconds for note in load.pushes.notes if _done_after(note, freed)) - freed
    pushes, reads = load.pushes.between(begin, freed), readers.tally.between(begin, freed)
    whole = install.manage("backup")
    found(
        "T9",
        room_taken=f"{taken / 1e6:.0f} MB",
        pushes_while_full=pushes,
        reads_while_full=reads,
        pushes_again_after=f"{again:.2f} s",
        backup_while_full=f"exit {backup.returncode}, {len(left)} left: {backup.stderr.strip()[-120:]!r}",
        backup_after=whole.stdout.split("  ")[-1].strip(),
        held=held,
    )
    assert held.whole, held
    assert (held.waiting, held.rejected) == (0, 0)
    assert set(pushes.statuses()) <= {200, 503, 507}
    assert {503, 507} & set(pushes.statuses()), "the disk was never full"
    assert set(reads.statuses()) == {200}
    assert again <= AGAIN * server.slowness()
    assert backup.returncode != 0
    assert left == []
    assert len(install.backups()) == 1


def _done_after(note: Note, moment: float) -> bool:
    return note.status == 200 and note.began + note.seconds >= moment


def _wait_for_a_push(load: Load, since: float) -> None:
    while time.monotonic() < since + 30 and not any(_done_after(note, since) for note in list(load.pushes.notes)):
        time.sleep(0.05)
