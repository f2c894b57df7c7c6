"""An install with a database of its own, and questions to that database in SQL."""

import importlib.util
import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg

from bench import site
from tests.sources import ROOT


class Install:
    """In `folder`; `url` names the database, a SQLite file in the folder if none is given."""

    def __init__(self, folder: Path, url: str | None = None) -> None:
        self.folder, self.port = folder, site.free_port()
        self.file = None if url else folder / "legday.sqlite3"
        self.knobs = site.environment(folder, self.port) | {"LOG_LEVEL": "ERROR"}
        if url:
            self.knobs["DATABASE_URL"] = url
        self.knobs["PATH"] = f"{_postgres_programs()}{self.knobs['PATH']}"

    @property
    def kind(self) -> str:
        return "SQLite" if self.file else "PostgreSQL"

    def manage(self, *words: str, check: bool = True) -> "subprocess.CompletedProcess[str]":
        done = subprocess.run(
            [sys.executable, "manage.py", *words], cwd=ROOT, env=self.knobs, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0 or not check, done.stdout + done.stderr
        return done

    def prepare(self, lifters: int) -> list[tuple[str, str]]:
        """Tables, content, and lifters as (account, session key)."""
        self.manage("prepare")
        self.manage("collectstatic", "--noinput", "--verbosity=0")
        made = site.run(self.knobs, "-m", "tests.drills.lifters", str(lifters))
        return [(account, key) for account, key in json.loads(made)]

    def ask(self, statement: str) -> list[tuple[Any, ...]]:
        if self.file:
            with closing(sqlite3.connect(self.file, timeout=10)) as rows:
                return rows.execute(statement).fetchall()
        with psycopg.connect(self.knobs["DATABASE_URL"].replace("postgres://", "postgresql://")) as server:
            return server.execute(statement).fetchall()

    def backups(self) -> list[Path]:
        """What anybody would take for one."""
        return [path for path in (self.folder / "backups").glob("*") if path.suffix in {".sqlite3", ".dump"}]


def database(server_url: str, name: str) -> str:
    """A new database on a PostgreSQL server, and its URL."""
    with psycopg.connect(server_url.replace("postgres://", "postgresql://"), autocommit=True) as server:
        server.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        server.execute(f"CREATE DATABASE {name}")
    head, _, query = server_url.partition("?")
    return head.rpartition("/")[0] + f"/{name}" + (f"?{query}" if query else "")


def _postgres_programs() -> str:
    """Those of the wheel that the tests' server comes from; else the machine's own, on its PATH."""
    wheel = importlib.util.find_spec("pgserver")
    places = wheel.submodule_search_locations if wheel else None
    return "".join(f"{Path(place) / 'pginstall' / 'bin'}{os.pathsep}" for place in places or ())
