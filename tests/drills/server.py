"""gunicorn under the configuration of `make run`: started, killed, stopped and started again."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.drills.install import Install
from tests.drills.line import Line
from tests.sources import ROOT

COMMAND = [sys.executable, "-m", "gunicorn", "--config", "deploy/gunicorn.conf.py", "--log-level", "info"]
PATIENCE = 30.0
# quality.md: from the start of the server to its first answer, seconds.
BOOT = 1.5


class Server:
    """Two workers of four threads, at the install's port. `booted` is how long the first start took, in seconds."""

    def __init__(self, install: Install, port: int | None = None) -> None:
        self.install, self.port = install, port or install.port
        self._process: subprocess.Popen[bytes] | None = None
        self.booted = 0.0

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    def start(self) -> None:
        """Does not wait until it answers."""
        knobs = self.install.knobs | {"PORT": str(self.port)}
        log = (self.install.folder / f"server-{self.port}.log").open("ab")
        with log:
            self._process = subprocess.Popen([*COMMAND, "legday.wsgi"], cwd=ROOT, env=knobs, stdout=log, stderr=log)

    def workers(self) -> list[int]:
        with suppress(FileNotFoundError):
            return [int(one) for one in Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()]
        return []

    def kill_worker(self, chance: random.Random) -> None:
        workers = self.workers()
        if workers:
            os.kill(chance.choice(workers), signal.SIGKILL)

    def kill_master(self) -> None:
        """Its workers have to find out by themselves."""
        os.kill(self.pid, signal.SIGKILL)
        self._wait()

    def stop(self) -> None:
        """As an operator does, with SIGTERM; returns when it has ended."""
        if self._process and self._process.poll() is None:
            self._process.terminate()
            self._wait()

    def _wait(self) -> None:
        assert self._process is not None
        self._process.wait(PATIENCE)

    def answers(self, since: float) -> float:
        """Waits for an answer from the database on a new connection. Seconds since the moment `since`."""
        while time.monotonic() < since + PATIENCE:
            line = Line(self.port, timeout=5)
            answer = line.ask("GET", "/api/v1/session")
            line.close()
            if answer and answer.status == 200:
                return time.monotonic() - since
            time.sleep(0.02)
        raise AssertionError(f"The server does not answer:\n{self.log()}")

    def slowness(self) -> float:
        """How much slower than it should be this machine is: others may crowd it."""
        return max(1.0, self.booted / BOOT, os.getloadavg()[0] / (os.cpu_count() or 1))

    def log(self) -> str:
        return (self.install.folder / f"server-{self.port}.log").read_text()[-3000:]


@contextmanager
def serving(install: Install, port: int | None = None) -> Iterator[Server]:
    server = Server(install, port)
    server.start()
    try:
        server.booted = server.answers(time.monotonic())
        yield server
    finally:
        server.stop()
