"""What settings.py reads from outside: the environment, `.env`, and the secret key made once.

Everything fails loudly: a knob that cannot be read stops the start with one line that names it.
"""

import os
import secrets
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from environs import Env, EnvError

BASE = Path(__file__).resolve().parent.parent


def read_environment() -> Env:
    """The process environment, with `.env` of the project's root beneath it (a variable that is set wins)."""
    env = Env()
    env.read_env(str(BASE / ".env"), recurse=False, override=False)
    return env


def secret_key(path: Path) -> str:
    """The key in `path`, made there on the first start: 384 random bits, mode 0600.

    Two workers may start at once: O_EXCL lets one of them write, and `link` makes the whole key appear in
    one step, so that the other never reads half of it.

    Raises ImproperlyConfigured if the file can be neither read nor written.
    """
    try:
        if not path.exists():
            _make_key(path)
        key = path.read_text().strip()
    except OSError as problem:
        raise ImproperlyConfigured(
            f"No SECRET_KEY is set and {path.name} cannot be kept in {path.parent.name}/ ({problem.strerror}). "
            "Set SECRET_KEY, or SECRET_KEY_FILE to a place that can be written."
        ) from problem
    if len(key) < 50:
        raise ImproperlyConfigured(f"{path.name} holds a key of under 50 characters: remove it and start again.")
    return key


def _make_key(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(secrets.token_urlsafe(64))
    try:
        os.link(draft, path)
    except FileExistsError:
        pass  # another worker was first: its key counts
    finally:
        draft.unlink()


def database(url: dict[str, Any], *, pool: bool) -> dict[str, Any]:
    """Django's DATABASES entry for what DATABASE_URL said, with what durability needs.

    SQLite: IMMEDIATE takes the write lock when a transaction begins, so that two writers queue instead of
    failing with "database is locked" (who may wait, and how long: `legday.sqlite`); FULL makes a commit survive a
    power cut (0.4 ms a write). `secure_delete` writes zeros over what is deleted: a deleted account, or a note that was
    taken back, is not in the file either.
    """
    options: dict[str, Any] = url.setdefault("OPTIONS", {})
    if "sqlite" in url["ENGINE"]:
        url["ENGINE"] = "legday.sqlite"
        options.update(
            transaction_mode="IMMEDIATE",
            timeout=5,
            init_command="PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; "
            "PRAGMA secure_delete=ON;",
        )
        # Each thread keeps its connection: to open one costs more than a public page that is ready.
        url["CONN_MAX_AGE"] = None
        # What tests use by themselves with a backend that has Django's own name.
        url["TEST"] = {"NAME": ":memory:"}
    elif "postgresql" in url["ENGINE"]:
        # As long as SQLite waits for its lock; by itself PostgreSQL would wait for ever, and the request with it.
        options.setdefault("options", "-c lock_timeout=5000")
        if pool:
            options["pool"] = {"min_size": 1, "max_size": 8, "timeout": 5}
    return url


__all__ = ["BASE", "EnvError", "database", "read_environment", "secret_key"]
