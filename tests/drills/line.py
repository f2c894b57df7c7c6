"""A browser's line to the server: one connection that stays open, and cookies."""

import http.client
import json
import time
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    kind: str
    headers: dict[str, str]
    body: bytes
    seconds: float

    def json(self) -> Json:
        """Empty where it is no JSON object."""
        try:
            found = json.loads(self.body) if "json" in self.kind else None
        except ValueError:
            found = None
        return found if isinstance(found, dict) else {}


class Line:
    """`key` is the session's, None for a guest."""

    def __init__(self, port: int, key: str | None = None, *, timeout: float = 20) -> None:
        self.cookies = {"session": key} if key else {}
        self._line = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)

    def ask(self, method: str, path: str, body: bytes | None = None, token: str = "") -> Answer | None:
        """None where nothing whole came back: refused, reset, cut off, too late."""
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        headers = {"Host": f"localhost:{self._line.port}", "Cookie": cookies, "X-CSRFToken": token}
        if body is not None:
            headers["Content-Type"] = "application/json"
        began = time.monotonic()
        try:
            self._line.request(method, path, body, headers)
            answer = self._line.getresponse()
            content = answer.read()
        except (OSError, http.client.HTTPException):
            self.close()
            return None
        for each in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = each.split(";", 1)[0].partition("=")
            self.cookies[name] = value
        found = {name.lower(): value for name, value in answer.getheaders()}
        return Answer(answer.status, found.get("content-type", ""), found, content, time.monotonic() - began)

    def close(self) -> None:
        self._line.close()
