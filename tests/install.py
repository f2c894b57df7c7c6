"""A fresh install in a folder of its own, served by gunicorn as an operator's would be."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.sources import ROOT


def knobs(folder: Path, port: int, **more: str) -> dict[str, str]:
    """The environment of a fresh install in `folder`; nothing of this test run's own."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return {**kept, "LOCAL": "1", "PORT": str(port), "VAR_DIR": str(folder), "STATIC_ROOT": str(folder), **more}


def manage(environment: dict[str, str], *arguments: str) -> str:
    """What a command of manage.py prints."""
    command = [sys.executable, "manage.py", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout


@contextmanager
def serving(folder: Path) -> Iterator[dict[str, str]]:
    """A server on a free port with all content; gives its environment."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    environment = knobs(folder, port)
    manage(environment, "prepare")
    manage(environment, "collectstatic", "--noinput", "-v0")
    command = [sys.executable, "-m", "gunicorn", "--config", "deploy/gunicorn.conf.py", "legday.wsgi"]
    server = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL)
    try:
        _wait_for(port, server)
        yield environment
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(30)


def _wait_for(port: int, server: "subprocess.Popen[bytes]") -> None:
    for _ in range(300):
        assert server.poll() is None, "gunicorn ended at once"
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("gunicorn does not answer")
