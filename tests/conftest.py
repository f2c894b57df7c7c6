"""What every test may ask for. The people are in cast.py, the rows in factories.py."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client

from tests import cast
from workouts.accounts.models import User
from workouts.routines.models import Routine


@pytest.fixture(autouse=True)
def quick_and_plain(settings: Any) -> None:
    """A cheap password hasher, a cache in memory, static files without collecting them."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}


@pytest.fixture(autouse=True)
def fresh_limits(quick_and_plain: None) -> Iterator[None]:
    """Rate limits are counted in the cache: each test begins at nought."""
    yield
    cache.clear()


@pytest.fixture
def owner(db: None) -> User:
    """The lifter whose rows are looked at."""
    return cast.owner()


@pytest.fixture
def other(db: None) -> User:
    """Another lifter, who must see nothing of it."""
    return cast.other()


@pytest.fixture
def editor(content: None) -> User:
    """Staff of the group Editors."""
    return cast.editor()


@pytest.fixture
def idle_staff(db: None) -> User:
    """Staff without any right."""
    return cast.idle_staff()


@pytest.fixture
def as_owner(owner: User) -> Client:
    return cast.signed_in(owner)


@pytest.fixture
def as_other(other: User) -> Client:
    return cast.signed_in(other)


@pytest.fixture
def content(db: None) -> None:
    """All that is under content/: muscles, exercises, the routine, the questions."""
    call_command("load_content", quiet=True)


@pytest.fixture
def leg_day(content: None) -> Routine:
    """The guide's routine."""
    return Routine.objects.get(slug="leg-day")
