"""Who waits for SQLite's write lock, and who is told to come again."""

import threading
import time
from collections.abc import Callable

import pytest
from django.db import OperationalError

from legday.sqlite.gate import Gate

MOMENT = 0.05


class Crowd:
    """Threads that want the lock, which `opened` gives; `inside` counts who waits for it."""

    def __init__(self, gate: Gate) -> None:
        self.gate, self.opened = gate, threading.Event()
        self.got: list[bool] = []
        self.threads: list[threading.Thread] = []

    def join(self, count: int) -> None:
        for _ in range(count):
            thread = threading.Thread(target=self._want)
            self.threads.append(thread)
            thread.start()

    def _want(self) -> None:
        try:
            with self.gate.waiting():
                self.opened.wait(10)
            self.got.append(True)
        except OperationalError:
            self.got.append(False)

    def end(self) -> list[bool]:
        self.opened.set()
        for thread in self.threads:
            thread.join(10)
        return sorted(self.got)


def until(reached: Callable[[], bool]) -> None:
    end = time.monotonic() + 10
    while not reached():
        assert time.monotonic() < end
        time.sleep(0.001)


def test_who_finds_no_seat_is_sent_away_once_the_lock_stands_still() -> None:
    crowd = Crowd(Gate(3, moment=MOMENT))
    crowd.join(5)
    until(lambda: crowd.got == [False, False])
    assert crowd.end() == [False, False, True, True, True]


def test_while_the_lock_moves_everybody_gets_it() -> None:
    crowd = Crowd(Gate(2, moment=5))
    crowd.join(12)
    assert crowd.end() == [True] * 12


def test_after_somebody_waited_in_vain_nobody_waits_for_a_seat_until_the_lock_moves() -> None:
    gate = Gate(1, moment=5)
    with pytest.raises(OperationalError), gate.waiting():
        raise OperationalError("database is locked")
    crowd = Crowd(gate)
    crowd.join(2)
    until(lambda: crowd.got == [False])
    assert crowd.end() == [False, True]
    crowd.opened.clear()
    crowd.join(2)
    assert crowd.end() == [False, True, True, True]
