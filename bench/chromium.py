"""The machine's own Chromium: where it is, and how it is started for tests, pictures and measurements."""

import os
import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome")


def program() -> str | None:
    """Its path: what CHROMIUM names, or the first that is installed; None where there is none."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


def arguments() -> list[str]:
    """As root it has no sandbox to give; nothing but our own pages is opened."""
    quiet = ["--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update"]
    return [*quiet, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
