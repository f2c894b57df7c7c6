"""Between a device and the real server: requests as a browser sends them, with its cookies, and what comes back."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.test import Client

from tests.sync.machine.stores import Json

SYNC, SESSION = "/api/v1/sync", "/api/v1/session"


@dataclass(frozen=True, slots=True)
class Request:
    """One request, with the cookies that the browser had when it was sent."""

    method: str
    path: str
    cookies: dict[str, str]
    body: bytes = b""
    csrf: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, from the server or from who stands between."""

    status: int
    kind: str
    body: bytes

    def json(self) -> Json | None:
        """The object that it holds, if it says that it is JSON, and is."""
        if "json" not in self.kind:
            return None
        try:
            found = json.loads(self.body)
        except ValueError:
            return None
        return found if isinstance(found, dict) else None


# Carries a request; None where nothing came back.
Carrier = Callable[[Request], Answer | None]


class Server:
    """The real one, through all of its middleware."""

    def __init__(self) -> None:
        self.client = Client(enforce_csrf_checks=True)

    def answer(self, request: Request) -> Answer:
        self.client.cookies.clear()
        self.client.cookies.load(request.cookies)
        more: dict[str, Any] = {"headers": {"X-CSRFToken": request.csrf}} if request.csrf else {}
        response = self.client.generic(
            request.method, request.path, request.body, content_type="application/json", **more
        )
        return Answer(response.status_code, response.headers.get("Content-Type", ""), response.content)

    def cookies(self) -> dict[str, str]:
        """The browser's cookies after the last answer."""
        return {name: morsel.value for name, morsel in self.client.cookies.items() if morsel.value}


@dataclass(slots=True)
class Browser:
    """Cookies, shared by all tabs: whoever signed in last is signed in everywhere."""

    name: str
    cookies: dict[str, str] = field(default_factory=dict)
    account: str | None = None

    def sign_in(self, account: str, session: dict[str, str]) -> None:
        """A sign-in gives a new session, and the CSRF cookie of before is worth nothing."""
        self.cookies, self.account = dict(session), account

    def sign_out(self) -> None:
        self.cookies, self.account = {}, None
