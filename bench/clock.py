"""A browser that takes the time: one connection kept open, compressed answers, CPU of the workers by request."""

import http.client
import statistics
import sys
import time
import urllib.parse
import zlib
from collections.abc import Callable
from dataclasses import dataclass

from bench.browsing import Request
from bench.site import Server

# Of either worker, a few.
WARM_UP = 8
SECONDS = 1.5
# At most so many that no worker comes near its `max_requests` before all is measured: a new one has used no CPU.
LEAST, MOST = 30, 1000
# With work before each request, which takes its time too.
FRESH = 30
# What a worker does once the answer is out belongs to the request.
TAIL = 0.003


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes
    seconds: float

    def text(self) -> str:
        packed = self.headers.get("content-encoding") == "gzip"
        return (zlib.decompress(self.body, zlib.MAX_WBITS | 16) if packed else self.body).decode()


@dataclass(frozen=True, slots=True)
class Figure:
    """Milliseconds, and the bytes of the answer's body as sent."""

    cpu: float
    p50: float
    p95: float
    body: bytes
    times: int


class Clock:
    """A browser (see `bench.browsing.Browser`) that measures. Of what is taken more than once the quietest counts."""

    def __init__(self, server: Server, key: str | None = None) -> None:
        self.server = server
        self.cookies = {"session": key} if key else {}
        self.figures: dict[str, Figure] = {}
        self._line = http.client.HTTPConnection("127.0.0.1", server.port, timeout=120)

    def ask(self, request: Request, *, body: bytes | None = None, kind: str = "") -> Answer:
        headers = {"Host": f"localhost:{self.server.port}", "Accept-Encoding": "gzip", **request.headers}
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if request.data is not None:
            body, kind = urllib.parse.urlencode(request.data).encode(), "application/x-www-form-urlencoded"
        elif request.json is not None:
            body, kind = request.json.encode(), "application/json"
        if body is not None:
            headers["Content-Type"] = kind
        began = time.perf_counter()
        answer = self._exchange("GET" if body is None else "POST", request.path, body, headers)
        content = answer.read()
        seconds = time.perf_counter() - began
        self._keep(answer.headers.get_all("Set-Cookie") or [])
        return Answer(answer.status, {k.lower(): v for k, v in answer.getheaders()}, content, seconds)

    def _exchange(
        self, method: str, path: str, body: bytes | None, headers: dict[str, str]
    ) -> http.client.HTTPResponse:
        try:
            self._line.request(method, path, body, headers)
            return self._line.getresponse()
        except (http.client.RemoteDisconnected, ConnectionError):
            # The server closes a line that was silent for five seconds.
            self._line.close()
            self._line.request(method, path, body, headers)
            return self._line.getresponse()

    def _keep(self, lines: list[str]) -> None:
        for line in lines:
            name, _, value = line.split(";", 1)[0].partition("=")
            self.cookies[name] = value

    def open(self, path: str) -> str:
        return _good(path, self.ask(Request(path)), 200).text()

    def send(self, path: str, data: dict[str, str]) -> str:
        return _good(path, self.ask(Request(path, data)), 302).headers["location"]

    def tell(self, request: Request) -> None:
        _good(request.path, self.ask(request), 200)

    def take(self, name: str, prepare: Callable[[], Request], *, fresh: bool = False) -> None:
        taken = self._one_by_one(prepare) if fresh else self._in_a_row(prepare())
        before = self.figures.get(name)
        self.figures[name] = min(taken, before, key=lambda one: one.cpu) if before else taken
        print(f"  {name:<34} {taken.cpu:8.2f} ms CPU {taken.p50:8.1f} ms p50 {len(taken.body):>8,} B", flush=True)

    def _in_a_row(self, request: Request) -> Figure:
        expected = 304 if "If-None-Match" in request.headers else 200
        for _ in range(WARM_UP):
            answer = _good(request.path, self.ask(request), expected)
        seconds: list[float] = []
        before = self.server.cpu()
        while len(seconds) < LEAST or (sum(seconds) < SECONDS and len(seconds) < MOST):
            seconds.append(self.ask(request).seconds)
        time.sleep(TAIL)
        return _figure(seconds, self.server.cpu() - before, answer)

    def _one_by_one(self, prepare: Callable[[], Request]) -> Figure:
        seconds: list[float] = []
        cpu = 0.0
        for turn in range(-WARM_UP, FRESH):
            request = prepare()
            time.sleep(TAIL)
            before = self.server.cpu()
            answer = _good(request.path, self.ask(request), request.expected)
            time.sleep(TAIL)
            if turn >= 0:
                cpu += self.server.cpu() - before
                seconds.append(answer.seconds)
        return _figure(seconds, cpu, answer)


def _good(path: str, answer: Answer, status: int) -> Answer:
    if answer.status != status:
        sys.exit(f"{path} answered {answer.status} and not {status}")
    return answer


def _figure(seconds: list[float], cpu: float, answer: Answer) -> Figure:
    """The body is one answer's, so that its bytes can be sent again by the bare function."""
    ranked = statistics.quantiles(seconds, n=20, method="inclusive")
    return Figure(1000 * cpu / len(seconds), 1000 * ranked[9], 1000 * ranked[18], answer.body, len(seconds))
