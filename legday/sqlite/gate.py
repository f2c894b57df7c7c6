"""Who may wait for SQLite's write lock.

A thread that waits serves nobody. Were the lock held elsewhere for half a minute, by a copy tool or a forgotten shell,
all threads would soon stand before it, and nobody could read a page. So some seats are for waiting, and once the lock
has not moved for a moment, whoever finds no seat is told at once to come again.
"""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import OperationalError

# How long the lock may pass a process by before it counts as held elsewhere, seconds: no write of our own takes as
# long, but a crowded machine lets the other process have it a few times in a row; and whoever holds it for three
# seconds makes a crowd wait, readers among it, but nobody is sent away.
MOMENT = 4.0


class Gate:
    """Of one process. `seats` threads may wait for the lock, the others for a seat while the lock moves."""

    def __init__(self, seats: int, *, moment: float = MOMENT) -> None:
        self.seats, self.moment = seats, moment
        self._changed = threading.Condition()
        self._taken = 0
        # When the lock was last got, or began to be waited for; and whether somebody has waited in vain since.
        self._moved = 0.0
        self._stuck = False

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """The block waits for the lock. Raises OperationalError, as SQLite does, where there is no seat."""
        self._sit()
        got = False
        try:
            yield
            got = True
        finally:
            self._stand(got=got)

    def _sit(self) -> None:
        with self._changed:
            if not self._taken and not self._stuck:
                self._moved = time.monotonic()
            while self._taken >= self.seats:
                left = self._moved + self.moment - time.monotonic()
                if self._stuck or left <= 0:
                    raise OperationalError("database is locked, and others wait for it")
                self._changed.wait(left)
            self._taken += 1

    def _stand(self, *, got: bool) -> None:
        with self._changed:
            self._taken -= 1
            self._stuck = not got
            if got:
                self._moved = time.monotonic()
            self._changed.notify()
