"""The cast of the histories: two lifters, signed in once a test, because a sign-in costs more than twenty pushes."""

import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings as conf

from tests import cast, factories
from tests.sync.machine.history import Cast
from tests.sync.machine.wire import Server


@pytest.fixture
def histories(db: None, settings: Any) -> Iterator[Cast]:
    """Sessions live in memory: the database is rolled back after every history."""
    settings.SESSION_ENGINE = "django.contrib.sessions.backends.cache"
    users = [cast.owner(), cast.other()]
    sessions = {}
    for user in users:
        key = cast.signed_in(user).cookies[conf.SESSION_COOKIE_NAME].value
        sessions[str(user.uid)] = {conf.SESSION_COOKIE_NAME: key}
    slugs = tuple(factories.exercise(slug=f"lift-{n}", name=f"Lift {n}").slug for n in range(3))
    first, second = map(str, (user.uid for user in users))
    # Every refusal is logged, and most of what is sent here is refused.
    logging.disable(logging.CRITICAL)
    yield Cast((first, second), sessions, slugs, Server())
    logging.disable(logging.NOTSET)
