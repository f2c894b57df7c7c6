"""`python -m bench.statements`: the same pages and forms, counting SQL statements with Django's own test client.

In a process of its own and not in the server, so that nothing that counts is ever part of the product. Reads session
keys as JSON, prints {who: {what: [cold, warm]}}; cold is with an empty cache and no page kept.
"""

import json
import os
import sys
from collections.abc import Callable
from typing import Any

import django

from bench.browsing import MEMBER, PUBLIC, Request, read_pages, train
from bench.lifters import IMPORTER
from bench.syncing import sync

NOT_COUNTED = {"BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE"}


class Counter:
    """A browser (see `bench.browsing.Browser`) that counts."""

    def __init__(self, key: str | None) -> None:
        from django.conf import settings
        from django.test import Client

        self.client = Client()
        self.counts: dict[str, list[int]] = {}
        if key:
            self.client.cookies[settings.SESSION_COOKIE_NAME] = key

    def open(self, path: str) -> str:
        return str(self.client.get(path).content.decode())

    def send(self, path: str, data: dict[str, str]) -> str:
        return str(self.client.post(path, data).headers["Location"])

    def tell(self, request: Request) -> None:
        self._answer(request)

    def _answer(self, request: Request) -> Any:
        if request.json is not None:
            return self.client.post(request.path, request.json, content_type="application/json")
        return self.client.get(request.path) if request.data is None else self.client.post(request.path, request.data)

    def take(self, name: str, prepare: Callable[[], Request], *, fresh: bool = False) -> None:
        from django.core.cache import cache

        from workouts.shared.caching import forget

        self._count(prepare())
        wanted = prepare()
        cache.clear()
        forget()
        cold = self._count(wanted)
        self.counts[name] = [cold, self._count(prepare())]

    def _count(self, request: Request) -> int:
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        with CaptureQueriesContext(connection) as seen:
            answer = self._answer(request)
        if answer.status_code != request.expected:
            sys.exit(f"{request.path} answered {answer.status_code}")
        return counted([query["sql"] for query in seen.captured_queries])


def counted(statements: list[str]) -> int:
    """How many of these there are, without those that open and close transactions."""
    return sum(one.split(maxsplit=1)[0].upper() not in NOT_COUNTED for one in statements)


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "legday.settings")
    django.setup()
    from django.conf import settings

    settings.ALLOWED_HOSTS.append("testserver")
    keys: dict[str, str] = json.load(sys.stdin)
    anybody = Counter(None)
    read_pages(anybody, PUBLIC)
    found = {"public": anybody.counts}
    for name, key in keys.items():
        if name != IMPORTER:
            lifter = Counter(key)
            read_pages(lifter, MEMBER)
            train(lifter)
            sync(lifter)
            found[name] = lifter.counts
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
