"""An install with a database of its own, whose commands are run as an operator runs them."""

import importlib.util
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg

from tests.sources import ROOT


class Install:
    """An install with a database of its own."""

    def __init__(self, folder: Path, url: str) -> None:
        self.folder = folder
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
        self.knobs = {**kept, "LOCAL": "1", "VAR_DIR": str(folder), "DATABASE_URL": url, "DB_POOL": "0"}
        self.file = Path(url.removeprefix("sqlite:///")) if url.startswith("sqlite") else None
        self.knobs["PATH"] = f"{_postgres_programs()}{self.knobs['PATH']}"

    def run(self, *arguments: str, fails: bool = False) -> str:
        command = [sys.executable, "manage.py", *arguments]
        done = subprocess.run(command, cwd=ROOT, env=self.knobs, capture_output=True, text=True, check=False)
        assert (done.returncode != 0) is fails, done.stdout + done.stderr
        return done.stdout + done.stderr

    def ask(self, statement: str) -> list[tuple[Any, ...]]:
        """By SQL: a process for each question would take longer than the backup."""
        if self.file:
            with closing(sqlite3.connect(self.file)) as rows:
                found = rows.execute(statement).fetchall()
                rows.commit()
                return found
        with psycopg.connect(self.knobs["DATABASE_URL"].replace("postgres://", "postgresql://")) as rows_:
            answer = rows_.execute(statement)
            return answer.fetchall() if answer.description else []

    def backup(self) -> Path:
        return Path(self.run("backup").split("  ")[0])

    @property
    def kept(self) -> list[Path]:
        return sorted((self.folder / "backups").iterdir())


def _postgres_programs() -> str:
    """Those of the wheel that the tests' server comes from; else the machine's own, on its PATH."""
    wheel = importlib.util.find_spec("pgserver")
    places = wheel.submodule_search_locations if wheel else None
    return "".join(f"{Path(place) / 'pginstall' / 'bin'}:" for place in places or ())


def database(name: str, like: str = "template1") -> str:
    """A new database on the tests' server, and its URL."""
    url = os.environ["DATABASE_URL"]
    with psycopg.connect(url.replace("postgres://", "postgresql://"), autocommit=True) as server:
        server.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        server.execute(f"CREATE DATABASE {name} TEMPLATE {like}")
    head, _, query = url.partition("?")
    return head.rpartition("/")[0] + f"/{name}" + (f"?{query}" if query else "")
