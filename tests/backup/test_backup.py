"""`manage.py backup` and `restore`, as an operator runs them, on a database of their own (rows T9, T21)."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from tests.backup.installs import Install, database
from tests.sources import ROOT

NAME = "log.sqlite3"
ONE_WORKOUT = (
    "import datetime; from workouts.accounts.models import User; from workouts.log.actions import start_workout; "
    "one = User.objects.create_user('one@legday.example', 'correct horse battery'); "
    "start_workout(by=one, day=datetime.date(2026, 11, 17), zone='UTC', title='kept')"
)
TITLES = "SELECT title FROM workouts_workout"
LATER = "UPDATE workouts_workout SET title = 'after the backup'"
FLOORS = "SELECT rev, floor FROM workouts_ledger"
EPOCH = "SELECT uid FROM workouts_epoch"


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Install:
    """With its tables and one lifter; each test has a copy."""
    folder = tmp_path_factory.mktemp("ready")
    made = Install(folder, f"sqlite:///{folder / NAME}" if connection.vendor == "sqlite" else database("backup_ready"))
    made.run("migrate", "-v0")
    made.run("shell", "-v0", "-c", ONE_WORKOUT)
    return made


@pytest.fixture
def install(ready: Install, tmp_path: Path) -> Install:
    if connection.vendor != "sqlite":
        return Install(tmp_path, database("backup_drill", like="backup_ready"))
    shutil.copy(ready.folder / NAME, tmp_path / NAME)
    return Install(tmp_path, f"sqlite:///{tmp_path / NAME}")


def test_a_restore_brings_back_what_was_and_begins_another_epoch(install: Install) -> None:
    epoch = install.ask(EPOCH)
    written = install.backup()
    install.ask(LATER)
    install.run("restore", str(written), "--yes")
    assert install.ask(TITLES) == [("kept",)]
    assert len(install.ask(EPOCH)) == 1
    assert install.ask(EPOCH) != epoch
    # What devices are asked to send again: rows beyond the revision that the backup knew.
    assert install.ask(FLOORS) == [(1, 1)]


def test_a_device_that_was_away_for_two_restores_is_asked_for_what_the_first_one_lost(install: Install) -> None:
    install.ask("UPDATE workouts_ledger SET rev = 140, floor = 100")
    written = install.backup()
    install.run("restore", str(written), "--yes")
    assert install.ask(FLOORS) == [(140, 100)]
    install.ask("UPDATE workouts_epoch SET began = '2025-01-01'")  # nobody keeps anything for so long
    install.run("restore", str(install.backup()), "--yes")
    assert install.ask(FLOORS) == [(140, 140)]


def test_a_damaged_or_unfinished_file_is_no_backup(install: Install) -> None:
    written = install.backup()
    whole = written.read_bytes()
    written.write_bytes(whole[:-100] + bytes(100))
    assert "damaged" in install.run("restore", str(written), "--yes", fails=True)
    part = written.with_name(f"{written.name}.part")
    part.write_bytes(whole)
    assert "never finished" in install.run("restore", str(part), "--yes", fails=True)
    written.with_name(f"{written.name}.sha256").unlink()
    assert "checksum" in install.run("restore", str(written), "--yes", fails=True)
    assert install.ask(TITLES) == [("kept",)]


def test_keeps_as_many_as_asked_each_with_its_checksum_and_for_nobody_else(install: Install) -> None:
    for _ in range(2):
        install.run("backup", "--keep", "1")
    names = [path.name for path in install.kept]
    assert len(names) == 2
    assert [name for name in names if name.endswith(".sha256")] == [f"{name}.sha256" for name in names[::2]]
    assert {path.stat().st_mode & 0o777 for path in install.kept if path.suffix != ".sha256"} == {0o600}
    digest, name = install.kept[1].read_text().split()
    checked = subprocess.run(
        ["/usr/bin/sha256sum", "--check", install.kept[1].name],
        cwd=install.folder / "backups", capture_output=True, check=False,
    )  # fmt: skip
    assert checked.returncode == 0, (digest, name)


def test_a_backup_that_fails_leaves_no_file_that_looks_like_one(install: Install) -> None:
    folder = install.folder / "backups"
    folder.write_text("a file where the folder should be")
    assert "No backup was written" in install.run("backup", fails=True)
    folder.unlink()
    install.knobs["DATABASE_URL"] = (
        f"sqlite:///{install.folder / 'gone' / 'log.sqlite3'}"
        if connection.vendor == "sqlite"
        else "postgres://nobody@127.0.0.1:1/none"
    )
    assert "No backup was written" in install.run("backup", fails=True)
    assert [path for path in folder.glob("*") if path.suffix in {".sqlite3", ".dump"}] == []


def test_a_restore_asks_first(install: Install) -> None:
    written = install.backup()
    command = [sys.executable, "manage.py", "restore", str(written)]
    done = subprocess.run(
        command, cwd=ROOT, env=install.knobs, input="no\n", capture_output=True, text=True, check=False
    )
    assert done.returncode != 0
    assert "Nothing was changed" in done.stderr
