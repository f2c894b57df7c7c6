"""gunicorn as `make run` and the container start it; every knob from the environment or .env."""

import ctypes
import signal
import sys
from typing import Any

from legday.env import read_environment

_env = read_environment()

bind = f"{_env.str('HOST', '127.0.0.1')}:{_env.int('PORT', 8000)}"
workers = _env.int("WEB_WORKERS", 2)
threads = _env.int("WEB_THREADS", 4)
worker_class = "gthread"
# No control socket: nothing here needs to be steered from another process.
control_socket_disable = True
preload_app = False
timeout = 60
graceful_timeout = 20
keepalive = 5
max_requests = 20_000
max_requests_jitter = 2_000
accesslog = _env.str("ACCESS_LOG", "") or None

_PR_SET_PDEATHSIG = 1  # prctl(2)
_M_ARENA_MAX = -8  # mallopt(3)
_TRIM_EVERY = 100
_libc = ctypes.CDLL(None)


def post_fork(server: Any, worker: Any) -> None:
    """Workers die with a master that was killed. Left alone they would finish with the lines that are open, for up to
    `graceful_timeout`, and hold the port meanwhile without taking new ones: no new master could begin.

    Their threads share one heap: with one each, what a large page took would stay with every thread that ever made one.
    """
    if sys.platform == "linux":
        _libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if hasattr(_libc, "mallopt"):  # musl has neither arenas nor this
            _libc.mallopt(_M_ARENA_MAX, 1)


def post_request(worker: Any, req: Any, environ: Any, resp: Any) -> None:
    """Now and then, after an answer was sent, what large answers left free goes back to the system: some 7 MB of a
    worker, in half a millisecond."""
    if worker.nr % _TRIM_EVERY == 0 and hasattr(_libc, "malloc_trim"):
        _libc.malloc_trim(0)
