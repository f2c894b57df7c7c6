"""What a figure hangs on: date, commit, machine, and how much of it others used meanwhile."""

import datetime
import os
import platform
import subprocess
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TICKS = os.sysconf("SC_CLK_TCK")


def commit() -> str:
    """The short hash, and whether sources have changed since (what the programs write themselves does not count)."""
    changed = _git("status", "--porcelain", "--", ".", ":!docs/performance.md")
    return _git("rev-parse", "--short", "HEAD") + (" and changes that are not committed" if changed else "")


def _git(*words: str) -> str:
    done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def today() -> str:
    return datetime.datetime.now(datetime.UTC).date().isoformat()


def processor() -> str:
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    name = next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.machine())
    return f"{os.cpu_count()} cores, {name}, Python {platform.python_version()}"


def load() -> str:
    return " ".join(f"{one:.2f}" for one in os.getloadavg())


class Foreign:
    """How many cores other processes kept busy, from here to `cores()`; our own children must have ended by then."""

    def __init__(self) -> None:
        self._since, self._busy, self._own = time.monotonic(), _busy(), _own()

    def cores(self) -> float:
        used = (_busy() - self._busy) - (_own() - self._own)
        return max(used / (time.monotonic() - self._since), 0.0)


def _busy() -> float:
    """Seconds of all cores that were not idle or waiting for a disk."""
    fields = [int(one) for one in Path("/proc/stat").read_text().splitlines()[0].split()[1:9]]
    return (sum(fields) - fields[3] - fields[4]) / TICKS


def _own() -> float:
    return sum(os.times()[:4])
