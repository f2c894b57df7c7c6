"""The import of a synthetic Strong file of 50,000 rows: time, memory, and how long the write lock is held."""

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.browsing import Request
from bench.clock import Clock
from tests.training.helpers import fields
from tests.transfer.strong_files import long_file

ROWS = 50_000
PAGE = "/settings/data/import/"
BOUNDARY = "legday-bench-7f3a"


@dataclass(frozen=True, slots=True)
class Imported:
    """Seconds to the preview and to the end, MB that a worker took on top, seconds that another writer had to wait.
    Sent as the page does it without script: the answers, and "Go on" until it is done."""

    rows: int
    preview: float
    done: float
    cpu: float
    memory: float
    lock: float


def bring_in(clock: Clock, database: Path) -> Imported:
    token = fields(clock.open(PAGE))["csrfmiddlewaretoken"]
    resting = clock.server.memory("VmRSS")
    clock.server.forget_peaks()
    used = clock.server.cpu()
    with watching(database) as waits:
        began = time.perf_counter()
        sent = clock.ask(Request(PAGE), body=_multipart(token), kind=f"multipart/form-data; boundary={BOUNDARY}")
        preview = clock.open(sent.headers["location"])
        half = time.perf_counter()
        where = clock.send(sent.headers["location"], fields(preview))
        while "?go" in where:
            where = clock.send(f"{sent.headers['location']}go-on/", {"csrfmiddlewaretoken": token})
        end = time.perf_counter()
    peaks = clock.server.memory("VmHWM")
    return Imported(
        rows=ROWS,
        preview=half - began,
        done=end - half,
        cpu=clock.server.cpu() - used,
        memory=max(peak - resting[pid] for pid, peak in peaks.items()),
        lock=max(waits, default=0.0),
    )


def _multipart(token: str) -> bytes:
    field = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n{token}\r\n'
    head = (
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="strong.csv"\r\n'
        "Content-Type: text/csv\r\n\r\n"
    )
    return (field + head).encode() + long_file(rows=ROWS) + f"\r\n--{BOUNDARY}--\r\n".encode()


@contextmanager
def watching(database: Path) -> Iterator[list[float]]:
    """Another writer at the same SQLite file, who asks for the lock every few milliseconds and notes how long, in
    seconds, it was refused each time."""
    waits: list[float] = []
    ended = threading.Event()
    thread = threading.Thread(target=_watch, args=(database, waits, ended))
    thread.start()
    try:
        yield waits
    finally:
        ended.set()
        thread.join()


def _watch(database: Path, waits: list[float], ended: threading.Event) -> None:
    line = sqlite3.connect(database, isolation_level=None, timeout=0)
    refused: float | None = None
    while not ended.wait(0.004):
        try:
            line.execute("BEGIN IMMEDIATE")
            line.execute("ROLLBACK")
        except sqlite3.OperationalError:
            refused = refused or time.perf_counter()
        else:
            if refused:
                waits.append(time.perf_counter() - refused)
            refused = None
    line.close()
