"""Which database it is, and what does it."""

from collections.abc import Callable
from pathlib import Path

from django.db import connection

from legday.backup import postgres, sqlite
from legday.backup.files import SUFFIXES, Unfit, folder_of, verified


def save(folder: Path) -> Path:
    """Writes a backup of the database into `folder` while everybody goes on. Returns the file. Raises Unfit, and
    whatever the disk says; no file is left then that could be taken for a backup."""
    with folder_of(folder, connection.vendor) as (part, name):
        (sqlite if connection.vendor == "sqlite" else postgres).save(part)
    return name


def put_back(
    path: Path, *, seal: Callable[[str], None], seal_sql: str, finish: Callable[[str], None] = lambda alias: None
) -> None:
    """Puts the backup at `path` in the place of all that is there, in one step: nobody meets half of it.

    The restored database is sealed before anybody sees it: `seal` gets a Django alias, `seal_sql` is the same for
    where the restore is one script. `finish` gets an alias when the schema is today's: before anybody sees it as
    well, but for PostgreSQL, where that is right after. Raises Unfit and Broken; the database is as it was then.
    """
    verified(path)
    if path.suffix != SUFFIXES[connection.vendor]:
        raise Unfit(f"{path.name} is not a backup of {connection.display_name}, which DATABASE_URL names.")
    if connection.vendor == "sqlite":
        sqlite.put_back(path, seal, finish)
    else:
        postgres.put_back(path, seal_sql)
        finish("default")
