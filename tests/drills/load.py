"""Load: phones that push at a pace, each in a thread; and a note of every request."""

import random
import statistics
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise

from tests.drills.line import Answer
from tests.drills.phone import Phone

# How soon a phone tries again, seconds: the product's waits longer, which would spare the server.
AGAIN = (0.05, 0.5)
# After the load, for what is still in an outbox.
PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Note:
    """`status` is 0 where nothing came back."""

    began: float
    seconds: float
    status: int
    retry: str = ""
    kind: str = ""


@dataclass
class Tally:
    notes: list[Note] = field(default_factory=list)

    def take(self, ask: Callable[[], Answer | None]) -> Answer | None:
        began = time.monotonic()
        answer = ask()
        seconds = time.monotonic() - began
        if answer is None:
            self.notes.append(Note(began, seconds, 0))
        else:
            retry = answer.headers.get("retry-after", "")
            self.notes.append(Note(began, seconds, answer.status, retry, answer.kind))
        return answer

    def between(self, begin: float, end: float) -> "Tally":
        return Tally([note for note in self.notes if begin <= note.began < end])

    def statuses(self) -> dict[int, int]:
        return dict(sorted(Counter(note.status for note in self.notes).items()))

    def percentile(self, percent: int) -> float:
        """Seconds."""
        seconds = [note.seconds for note in self.notes]
        return statistics.quantiles(seconds, n=100, method="inclusive")[percent - 1] if len(seconds) > 1 else 0.0

    def rate(self) -> float:
        """A second."""
        begins = [note.began for note in self.notes]
        return len(begins) / (max(begins) - min(begins)) if len(begins) > 1 else 0.0

    def slowest(self) -> float:
        return max((note.seconds for note in self.notes), default=0.0)

    def gap(self) -> float:
        """The longest time without a push that succeeded, seconds."""
        ends = sorted(note.began + note.seconds for note in self.notes if note.status == 200)
        return max((after - before for before, after in pairwise(ends)), default=0.0)

    def __str__(self) -> str:
        times = ", ".join(f"p{p} {1000 * self.percentile(p):.0f} ms" for p in (50, 95, 99))
        return f"{len(self.notes)} {self.statuses()}, {times}, slowest {1000 * self.slowest():.0f} ms"


class Load:
    """`rate` pushes a second by all phones together (and as many pulls, if asked for) until the block ends; then every
    phone goes on until its outbox is empty."""

    def __init__(self, phones: Sequence[Phone], rate: float, chance: random.Random, *, pulls: bool = False) -> None:
        self.phones, self.pace, self.with_pulls = phones, len(phones) / rate, pulls
        self.pushes, self.pulls = Tally(), Tally()
        # From the tap to the second tick.
        self.waits: list[float] = []
        self.failures: list[BaseException] = []
        self._ended = threading.Event()
        self._seeds = [chance.random() for _ in phones]

    @contextmanager
    def running(self) -> Iterator["Load"]:
        threads = [
            threading.Thread(target=self._guard, args=each) for each in zip(self.phones, self._seeds, strict=True)
        ]
        for thread in threads:
            thread.start()
        try:
            yield self
        finally:
            self._ended.set()
            for thread in threads:
                thread.join(PATIENCE + 30)
            for phone in self.phones:
                phone.close()
        assert not self.failures, self.failures
        assert not any(thread.is_alive() for thread in threads)

    def _guard(self, phone: Phone, seed: float) -> None:
        try:
            self._train(phone, random.Random(seed))
        except BaseException as problem:  # a thread would die without a word
            self.failures.append(problem)

    def _train(self, phone: Phone, chance: random.Random) -> None:
        phone.begin()
        due, n = time.monotonic() + chance.random() * self.pace, 0
        while not self._ended.wait(max(0.0, due - time.monotonic())):
            phone.tap(n)
            self._send(phone, chance, until=None)
            if self.with_pulls:
                self.pulls.take(phone.pull)
            n += 1
            # What could not be sent in time is not made up for.
            due = max(due + self.pace, time.monotonic() - self.pace)
        self._send(phone, chance, until=time.monotonic() + PATIENCE)

    def _send(self, phone: Phone, chance: random.Random, *, until: float | None) -> None:
        """Until nothing waits; or, while the load runs, until it ends."""
        began = time.monotonic()
        while phone.outbox:
            answer = self.pushes.take(phone.push)
            if answer is not None and answer.status == 200:
                continue
            if (self._ended.is_set() and until is None) or (until and time.monotonic() > until):
                return
            wait = float(answer.headers.get("retry-after", 0)) if answer else 0.0
            time.sleep(wait + chance.uniform(*AGAIN))
        self.waits.append(time.monotonic() - began)
