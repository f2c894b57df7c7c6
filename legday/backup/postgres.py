"""PostgreSQL by its own programs, pg_dump, pg_restore and psql: a snapshot out, one transaction in."""

import os
import shutil
import subprocess
from pathlib import Path

from django.core.management import call_command
from django.db import connection, connections

from legday.backup.files import Broken, Unfit


def save(part: Path) -> None:
    _run([_program("pg_dump"), "--format=custom", "--no-owner", "--no-privileges", f"--file={part}", _name()])
    _run([_program("pg_restore"), "--list", str(part)])  # whole enough to be read


def put_back(path: Path, seal_sql: str) -> None:
    """Drops what is there, puts back what was, and seals it, in one transaction; then today's schema."""
    script = _run(
        [_program("pg_restore"), "--clean", "--if-exists", "--no-owner", "--no-privileges", "--file=-", str(path)],
        of_the_file=True,
    )
    connections.close_all()
    command = [_program("psql"), "--quiet", "--no-psqlrc", "--single-transaction", "--set=ON_ERROR_STOP=1", _name()]
    _run(command, given=script + seal_sql.encode())
    call_command("migrate", interactive=False, verbosity=0)


def _run(command: list[str], *, given: bytes | None = None, of_the_file: bool = False) -> bytes:
    # PostgreSQL's own programs by their full paths, with names from the settings: nothing that a visitor typed.
    result = subprocess.run(  # noqa: S603
        command, input=given, capture_output=True, env=_environment(), check=False
    )
    if result.returncode:
        words = result.stderr.decode(errors="replace").strip().splitlines() or ["no reason given"]
        raise (Broken if of_the_file else Unfit)(f"{Path(command[0]).name}: {words[-1]}")
    return result.stdout


def _program(name: str) -> str:
    found = shutil.which(name)
    if not found:
        raise Unfit(f"{name} is not on the PATH: install PostgreSQL's client programs (Debian: postgresql-client).")
    return found


def _name() -> str:
    return str(connection.settings_dict["NAME"])


def _environment() -> dict[str, str]:
    """How libpq reaches the database. The password goes by the environment: arguments are everybody's to read."""
    known = connection.settings_dict
    options = known.get("OPTIONS", {})
    given = {
        "PGHOST": known.get("HOST") or options.get("host"),
        "PGPORT": known.get("PORT"),
        "PGUSER": known.get("USER"),
        "PGPASSWORD": known.get("PASSWORD"),
        "PGSSLMODE": options.get("sslmode"),
        "PGSSLROOTCERT": options.get("sslrootcert"),
    }
    return {**os.environ, **{name: str(value) for name, value in given.items() if value}}
