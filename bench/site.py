"""The product as it is served, in a throw-away folder: gunicorn under its own configuration, SQLite, plain http."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.machine import ROOT

# Which CPU clock of a process is meant: see clock_getcpuclockid(3). Its resolution is a nanosecond, that of
# /proc/<pid>/stat a hundredth of a second.
_CPUCLOCK_SCHED = 2


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def environment(folder: Path, port: int) -> dict[str, str]:
    """A fresh install in `folder`; named in full, so that neither the shell nor a .env changes what is measured."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return {
        **kept,
        "LOCAL": "1",
        "DEBUG": "0",
        "HOST": "127.0.0.1",
        "PORT": str(port),
        "ORIGIN": f"http://localhost:{port}",
        "VAR_DIR": str(folder),
        "STATIC_ROOT": str(folder / "static"),
        "DATABASE_URL": f"sqlite:///{folder / 'legday.sqlite3'}",
        "CACHE_URL": "",
        "WEB_WORKERS": "2",
        "WEB_THREADS": "4",
        "LOG_LEVEL": "WARNING",
        "ACCESS_LOG": "",
        "EMAIL_URL": "memory:",
    }


def run(knobs: dict[str, str], *words: str, given: str | None = None) -> str:
    """What `python <words>` prints."""
    command = [sys.executable, *words]
    done = subprocess.run(command, cwd=ROOT, env=knobs, input=given, stdout=subprocess.PIPE, text=True, check=True)
    return done.stdout


@dataclass
class Server:
    """A running gunicorn. `started` is how long it took from the command to the first answer, in seconds."""

    process: "subprocess.Popen[bytes]"
    port: int
    started: float

    def workers(self) -> list[int]:
        pid = self.process.pid
        return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]

    def cpu(self) -> float:
        """Seconds of CPU that the workers have used so far, all threads."""
        return sum(time.clock_gettime((~pid << 3) | _CPUCLOCK_SCHED) for pid in self.workers())

    def memory(self, field: str) -> dict[int, float]:
        """`VmRSS` (now) or `VmHWM` (peak) of each worker, in MB."""
        return {pid: _status(pid, field) / 1024 for pid in self.workers()}

    def forget_peaks(self) -> None:
        for pid in self.workers():
            Path(f"/proc/{pid}/clear_refs").write_text("5")


def _status(pid: int, field: str) -> int:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{field}:"))


@contextmanager
def serving(application: str, knobs: dict[str, str]) -> Iterator[Server]:
    """gunicorn with `application`, until the block ends."""
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        "--config",
        "deploy/gunicorn.conf.py",
        # A worker that is replaced in the middle takes its clock and its memory with it.
        "--max-requests",
        "0",
        "--log-level",
        "error",
        application,
    ]
    began = time.monotonic()
    process = subprocess.Popen(command, cwd=ROOT, env=knobs)
    try:
        port = int(knobs["PORT"])
        _wait(process, port)
        yield Server(process, port, time.monotonic() - began)
    finally:
        process.terminate()
        process.wait(30)


def _wait(process: "subprocess.Popen[bytes]", port: int) -> None:
    """Until something is answered: the socket listens before a worker has loaded the application."""
    for _ in range(3000):
        if process.poll() is not None:
            sys.exit("gunicorn ended at once")
        with socket.socket() as probe:
            probe.settimeout(30)
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                probe.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                if probe.recv(12).endswith(b"200"):
                    return
        time.sleep(0.01)
    sys.exit("gunicorn does not answer")
