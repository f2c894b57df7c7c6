"""SQLite by its own online backup: a reader's view of one moment, while others write on."""

import sqlite3
import tempfile
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

from django.core.management import call_command
from django.db import connection, connections

from legday.backup.files import Broken

ALIAS = "restored"
# How long a restore waits for writers, seconds.
PATIENCE = 30


def save(part: Path) -> None:
    with closing(sqlite3.connect(_live(), timeout=PATIENCE)) as source, closing(sqlite3.connect(part)) as target:
        # In one step: page by page it would start anew with every write of somebody else.
        source.backup(target)
        # One file and nothing beside it.
        target.execute("PRAGMA journal_mode=DELETE")
    check(part)


def put_back(path: Path, *ready: Callable[[str], None]) -> None:
    """`ready` get the copy's alias, in order, before it takes the place of what is there."""
    check(path)
    with tempfile.TemporaryDirectory(dir=Path(_live()).parent, prefix="restore-") as folder:
        copy = Path(folder) / "copy.sqlite3"
        _copy(str(path), str(copy))
        _make_ready(copy, ready)
        connections.close_all()
        _copy(str(copy), _live())
        with closing(sqlite3.connect(_live(), timeout=PATIENCE)) as live:
            # What was there before is in the write-ahead log until then.
            live.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def check(path: Path) -> None:
    """Raises Broken unless the file is a sound database."""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as file:
            found = [row[0] for row in file.execute("PRAGMA integrity_check")]
    except sqlite3.DatabaseError as problem:
        raise Broken(f"{path.name} cannot be read as a database: {problem}.") from problem
    if found != ["ok"]:
        raise Broken(f"{path.name} is damaged: {found[0]}.")


def _make_ready(copy: Path, ready: Iterable[Callable[[str], None]]) -> None:
    """Brings the copy to today's schema and makes it ready, before anybody sees it."""
    connections.databases[ALIAS] = {**connections.databases["default"], "NAME": str(copy)}
    try:
        call_command("migrate", database=ALIAS, interactive=False, verbosity=0)
        for step in ready:
            step(ALIAS)
    finally:
        with connections[ALIAS].cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connections[ALIAS].close()
        del connections[ALIAS]
        del connections.databases[ALIAS]


def _copy(source: str, target: str) -> None:
    with closing(sqlite3.connect(source)) as here, closing(sqlite3.connect(target, timeout=PATIENCE)) as there:
        here.backup(there)


def _live() -> str:
    return str(connection.settings_dict["NAME"])
