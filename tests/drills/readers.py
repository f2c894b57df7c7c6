"""People who read pages, at a steady pace."""

import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from tests.drills.line import Line
from tests.drills.load import Tally

PAGES = ("/today/", "/workouts/", "/api/v1/sync?cursor=0&limit=20", "/routines/leg-day/")


class Readers:
    """Signed in, two threads, ten pages a second; a new connection for every page, so that each takes its chance of a
    worker."""

    def __init__(self, port: int, keys: Sequence[tuple[str, str]], *, pages: Sequence[str] = PAGES) -> None:
        self.port, self.keys, self.pages = port, keys, pages
        self.tally = Tally()
        self._ended = threading.Event()

    @contextmanager
    def running(self) -> Iterator["Readers"]:
        threads = [threading.Thread(target=self._read, args=(n,)) for n in range(2)]
        for thread in threads:
            thread.start()
        try:
            yield self
        finally:
            self._ended.set()
            for thread in threads:
                thread.join(60)

    def _read(self, n: int) -> None:
        due = time.monotonic()
        while not self._ended.wait(max(0.0, due - time.monotonic())):
            _account, key = self.keys[n % len(self.keys)]
            line = Line(self.port, key)
            page = self.pages[n % len(self.pages)]
            self.tally.take(lambda line=line, page=page: line.ask("GET", page))  # type: ignore[misc]  # bound at once
            line.close()
            n, due = n + 1, max(due + 0.2, time.monotonic() - 1)
