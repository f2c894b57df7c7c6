"""Row T70: nothing of a deleted account is left in the database, its file, caches or sessions; and a restore of an
older backup deletes it again."""

import hashlib
import os
import shutil
from pathlib import Path

import pytest
from django.db import connection

from legday.backup import deletions
from tests.backup.installs import Install, database
from tests.isolation import CANARY

NAME = "log.sqlite3"
# Her words, her address, and the cache's name for it.
TRACES = [CANARY, "owner@legday.example", hashlib.sha256(b"owner@legday.example").hexdigest()]
PEOPLE = "SELECT email FROM workouts_user ORDER BY email"
SETS = "SELECT count(*) FROM workouts_loggedset"
LEAVE = "from tests.backup import leaving; leaving.go()"


@pytest.fixture(scope="module")
def settled(tmp_path_factory: pytest.TempPathFactory) -> Install:
    """Two lifters, a backup of them, and then one who has left."""
    folder = tmp_path_factory.mktemp("settled")
    made = Install(folder, f"sqlite:///{folder / NAME}" if connection.vendor == "sqlite" else database("leaving_ready"))
    made.run("migrate", "-v0")
    made.run("shell", "-v0", "-c", "from tests.backup import leaving; leaving.settle(workouts=60)")
    assert traces(made), "nothing to find, no test"
    made.backup()
    made.run("shell", "-v0", "-c", LEAVE)
    return made


@pytest.fixture
def left(settled: Install, tmp_path: Path) -> Install:
    """A copy, with the backup from before she left."""
    shutil.copytree(settled.folder, tmp_path / "install")
    url = f"sqlite:///{tmp_path / 'install' / NAME}"
    if connection.vendor != "sqlite":
        url = database("leaving_drill", like="leaving_ready")
    return Install(tmp_path / "install", url)


def traces(install: Install) -> list[str]:
    """Where anything of hers is found: each byte of SQLite's files, free pages too; each row of PostgreSQL's tables."""
    if install.file:
        files = [path for path in install.folder.glob(f"{NAME}*") if path.is_file()]
        return [f"{path.name}: {each}" for path in files for each in TRACES if each.encode() in path.read_bytes()]
    named = "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
    found = []
    for (table,) in install.ask(named):
        for each in TRACES:
            rows = install.ask(f"SELECT count(*) FROM {table} AS row WHERE row::text LIKE '%{each}%'")  # noqa: S608
            found += [f"{table}: {each}"] * int(rows[0][0] > 0)
    return found


def test_nothing_is_left_in_any_table_nor_in_the_file(settled: Install) -> None:
    assert traces(settled) == []
    assert settled.ask(PEOPLE) == [("other@legday.example",)]
    assert settled.ask(SETS) == [(60,)], "the other one's"
    assert settled.ask("SELECT count(*) FROM workouts_deletedaccount") == [(1,)]
    assert settled.ask("SELECT count(*) FROM django_session") == [(0,)]


def test_a_restore_of_an_older_backup_deletes_her_again(left: Install) -> None:
    (older,) = [path for path in left.kept if path.suffix in {".sqlite3", ".dump"}]
    assert "Deleted again, as their owners had: 1" in left.run("restore", str(older), "--yes")
    assert left.ask(PEOPLE) == [("other@legday.example",)]
    assert left.ask(SETS) == [(60,)]
    assert traces(left) == []


@pytest.mark.parametrize("where", ["the database", "VAR_DIR", "beside the backup"])
def test_any_one_of_the_three_lists_is_enough(left: Install, tmp_path: Path, where: str) -> None:
    (older,) = [path for path in left.kept if path.suffix in {".sqlite3", ".dump"}]
    if where == "beside the backup":
        left.backup()  # which takes the list along
    if where != "VAR_DIR":
        (left.folder / deletions.NAME).unlink()
    if where != "the database":
        left.ask("DELETE FROM workouts_deletedaccount")
    assert (older.parent / deletions.NAME).exists() is (where == "beside the backup")
    left.run("restore", str(older), "--yes")
    assert left.ask(PEOPLE) == [("other@legday.example",)]
    # Whichever it was, the next backup knows it too.
    assert left.ask("SELECT count(*) FROM workouts_deletedaccount") == [(1,)]


def test_without_any_list_she_would_be_back(left: Install) -> None:
    """Else the tests above would prove nothing."""
    (older,) = [path for path in left.kept if path.suffix in {".sqlite3", ".dump"}]
    (left.folder / deletions.NAME).unlink()
    left.ask("DELETE FROM workouts_deletedaccount")
    assert "Deleted again" not in left.run("restore", str(older), "--yes")
    assert len(left.ask(PEOPLE)) == 2


def test_onto_an_empty_machine_the_list_comes_with_the_backups(left: Install, tmp_path: Path) -> None:
    left.backup()
    folder = tmp_path / "another"
    folder.mkdir()
    shutil.copytree(left.folder / "backups", folder / "backups")
    url = f"sqlite:///{folder / NAME}" if connection.vendor == "sqlite" else database("leaving_empty")
    another = Install(folder, url)
    older = sorted(path for path in (folder / "backups").iterdir() if path.suffix in {".sqlite3", ".dump"})[0]
    another.run("restore", str(older), "--yes")
    assert another.ask(PEOPLE) == [("other@legday.example",)]


@pytest.mark.skipif("postgres" not in os.environ.get("DATABASE_URL", ""), reason="SQLite swaps a finished copy in")
def test_between_the_restore_and_the_second_deletion_nobody_signs_in_to_it() -> None:
    from uuid import uuid4

    from workouts.accounts.deletion import closed

    uid = uuid4()
    assert f"is_active = false WHERE uid IN ('{uid}')" in closed({uid})
    assert closed(set()) == ""
