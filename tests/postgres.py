"""A PostgreSQL server for one test run: the wheel's own, or the machine's server programs. Stopped at the end."""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MISSING = (
    "The tests need a PostgreSQL server: install one (Debian: apt-get install postgresql), "
    "or set TEST_POSTGRES_URL to an empty database of a server that runs."
)


@contextmanager
def server() -> Iterator[str]:
    """The URL of a running server's database `postgres`. Ends the run with one line if there is none to be had."""
    given = os.environ.get("TEST_POSTGRES_URL")
    if given:
        yield given
        return
    folder = Path(tempfile.mkdtemp(prefix="legday-pg-"))
    try:
        with _bundled(folder) if _has_bundled() else _installed(folder) as url:
            yield url
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _has_bundled() -> bool:
    try:
        import pgserver  # noqa: F401  # wheels end at Python 3.12
    except ImportError:
        return False
    return True


@contextmanager
def _bundled(folder: Path) -> Iterator[str]:
    from pgserver.postgres_server import get_server

    running = get_server(str(folder / "data"), cleanup_mode="stop")
    try:
        yield f"postgres://postgres@/postgres?host={folder / 'data'}"
    finally:
        running.cleanup()


def _programs() -> Path:
    found = [Path(path) for name in ("initdb",) if (path := shutil.which(name))]
    found += sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)
    if not found:
        sys.exit(MISSING)
    return found[0].resolve().parent


@contextmanager
def _installed(folder: Path) -> Iterator[str]:
    """PostgreSQL refuses to run as root: there it runs as the user its package made, or as nobody."""
    programs, user = _programs(), None
    if os.geteuid() == 0:
        names = {entry.pw_name for entry in pwd.getpwall()}
        user = "postgres" if "postgres" in names else "nobody"
        shutil.chown(folder, user)
    data = folder / "data"
    _run([programs / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "--no-sync"], user)
    options = f"-c listen_addresses='' -k {folder}"
    _run([programs / "pg_ctl", "-D", data, "-w", "-o", options, "-l", folder / "log", "start"], user)
    try:
        yield f"postgres://postgres@/postgres?host={folder}"
    finally:
        _run([programs / "pg_ctl", "-D", data, "-m", "fast", "stop"], user)


def _run(command: list[object], user: str | None) -> None:
    subprocess.run([str(part) for part in command], user=user, check=True, stdout=subprocess.DEVNULL)
