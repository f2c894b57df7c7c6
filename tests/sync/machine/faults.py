"""What goes wrong between a device and the rows."""

from collections.abc import Callable
from typing import Any

from django.db import OperationalError

from tests.sync.machine.wire import Answer, Carrier, Request


def captive_portal(request: Request) -> Answer:
    """The hotel's page, for every address."""
    return Answer(200, "text/html; charset=utf-8", b"<!doctype html><title>Welcome to our network</title>")


def cut_off(carry: Carrier, n: int) -> Carrier:
    """The connection ends within the answer; what came says 200 and JSON."""

    def cut(request: Request) -> Answer | None:
        answer = carry(request)
        if answer is None or request.method != "POST" or answer.status != 200:
            return answer
        return Answer(answer.status, answer.kind, answer.body[: n % len(answer.body)])

    return cut


def stale_token() -> str:
    return "a" * 64


class Broken:
    """A database whose `n`th statement fails, once. Savepoints work: without them no test could go on."""

    def __init__(self, n: int) -> None:
        self.left, self.broke = n, False

    def __call__(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if "SAVEPOINT" not in sql and not self.broke:
            self.left -= 1
            if self.left == 0:
                self.broke = True
                raise OperationalError("disk I/O error")
        return execute(sql, params, many, context)
