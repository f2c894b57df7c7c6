"""A line between phone and server that can go wrong in every way a gym's can: a proxy on the loopback.

Requests are whole when they are passed on; what is done to them stands in `Weather`. The line counts what it sees, so
that a test can say how many requests were under way at once.
"""

import random
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPResponse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PORTAL = b"<!doctype html><title>Welcome to GymNet</title><p>Please accept our terms."
HOP = {"connection", "transfer-encoding", "keep-alive", "content-length"}


@dataclass
class Weather:
    """How the line is. Seconds, bytes a second, shares from 0 to 1; `answers` names what stands in for the server;
    while it is `deaf`, pages come and nothing of the log is taken."""

    down: bool = False
    delay: float = 0.0
    speed: float = 0.0
    loss: float = 0.0
    flaps: float = 0.0
    answers: str = ""
    deaf: bool = False
    # Added to the service worker's script: to the browser, another version of the site.
    version: str = ""

    def is_down(self) -> bool:
        return self.down or (self.flaps > 0 and time.monotonic() % (2 * self.flaps) >= self.flaps)


@dataclass
class Line:
    """`seen` holds method, path and status (0: none) of each request; `most` the largest number of syncs at a time."""

    upstream: int
    port: int = 0
    weather: Weather = field(default_factory=Weather)
    seen: list[tuple[str, str, int]] = field(default_factory=list)
    under_way: int = 0
    most: int = 0
    dice: random.Random = field(default_factory=lambda: random.Random(11))
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    def pushes(self) -> int:
        """How often a push was answered by the server."""
        return sum(1 for method, path, status in self.seen if (method, path, status) == ("POST", "/api/v1/sync", 200))

    def count(self, by: int) -> None:
        with self.lock:
            self.under_way += by
            self.most = max(self.most, self.under_way)


class Quiet(ThreadingHTTPServer):
    """A browser that was killed leaves connections behind; nobody needs to read of it."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        pass


@contextmanager
def line(upstream: int) -> Iterator[Line]:
    """A line to the server on port `upstream`, until the block ends."""
    made = Line(upstream)
    server = Quiet(("127.0.0.1", 0), type("Handler", (Passing,), {"line": made}))
    made.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield made
    finally:
        server.shutdown()
        server.server_close()


class Passing(BaseHTTPRequestHandler):
    line: Line
    is_under_way = False
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self._pass()

    def do_POST(self) -> None:
        self._pass()

    def do_HEAD(self) -> None:
        self._pass()

    def log_message(self, format: str, *args: object) -> None:
        pass

    def _pass(self) -> None:
        status = 0
        self.is_under_way = self.path.startswith("/api/v1/sync")
        self.line.count(self.is_under_way)
        with suppress(OSError):
            status = self._answer()
        self._over()
        self.line.seen.append((self.command, self.path.partition("?")[0], status))

    def _over(self) -> None:
        """Said before the last byte leaves: the phone may ask again before this thread has its turn."""
        self.line.count(-self.is_under_way)
        self.is_under_way = False

    def _answer(self) -> int:
        weather, dice = self.line.weather, self.line.dice
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        time.sleep(weather.delay / 2 + (len(body) / weather.speed if weather.speed else 0))
        if weather.is_down() or dice.random() < weather.loss / 2 or (weather.deaf and self.is_under_way):
            return self._hang_up()
        if weather.answers in {"portal", "login"}:
            return self._instead(weather.answers)
        response, content = self._fetch(body)
        time.sleep(weather.delay / 2)
        # The line may have gone, or lost the answer, after the server has done its work.
        if weather.is_down() or dice.random() < weather.loss / 2:
            return self._hang_up()
        return self._give(response, content)

    def _fetch(self, body: bytes) -> tuple[HTTPResponse, bytes]:
        server = HTTPConnection("127.0.0.1", self.line.upstream, timeout=30)
        # What is added to the worker's script must not come after the end of a packed one, or to "not modified".
        dropped = HOP | {"accept-encoding", "if-none-match", "if-modified-since"} if self.path == "/sw.js" else HOP
        headers = {name: value for name, value in self.headers.items() if name.lower() not in dropped}
        server.request(self.command, self.path, body or None, headers)
        response = server.getresponse()
        content = response.read()
        server.close()
        return response, content

    def _give(self, response: HTTPResponse, content: bytes) -> int:
        answers, is_sync = self.line.weather.answers, self.path.startswith("/api/")
        if answers == "garbage" and is_sync:
            content = bytes(self.line.dice.randrange(256) for _ in range(200))
        if self.path == "/sw.js":
            content += self.line.weather.version.encode()
        length = len(content)
        if answers == "truncated" and is_sync:
            content = content[: length // 2]
        self.send_response(response.status)
        for name, value in response.getheaders():
            if name.lower() not in HOP:
                self.send_header(name, value)
        if answers == "garbage" and is_sync and not response.getheader("Content-Encoding"):
            self.send_header("Content-Encoding", "gzip")
        # Half of what was promised, or half and no promise: both are cut-off bodies.
        self.send_header("Content-Length", str(length if self.line.dice.random() < 0.5 else len(content)))
        self.end_headers()
        self._send(content)
        if len(content) < length:
            self.close_connection = True
            return 0
        return 0 if answers == "garbage" and is_sync else response.status

    def _send(self, content: bytes) -> None:
        speed = self.line.weather.speed
        for at in range(0, len(content), 1024):
            if at + 1024 >= len(content):
                self._over()
            self.wfile.write(content[at : at + 1024])
            if speed:
                time.sleep(min(1024, len(content) - at) / speed)

    def _hang_up(self) -> int:
        self.close_connection = True
        return 0

    def _instead(self, answers: str) -> int:
        self.send_response(200 if answers == "portal" else 302)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        if answers == "login":
            self.send_header("Location", "/accounts/login/")
        self.send_header("Content-Length", str(len(PORTAL)))
        self.end_headers()
        self.wfile.write(PORTAL)
        return 0
