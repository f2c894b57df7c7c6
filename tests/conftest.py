"""What every test may ask for. The people are in cast.py, the rows in factories.py."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models import Model
from django.test import Client

from legday.languages import codes
from legday.words.catalogue import compile_, is_stale
from tests import cast, profiles
from workouts.accounts.models import User
from workouts.routines.models import Routine
from workouts.shared.caching import forget


@pytest.fixture(scope="session", autouse=True)
def catalogues() -> None:
    """What the site reads of the catalogues, as `make build` leaves it: it is made, not kept."""
    for code in codes()[1:]:
        if is_stale(code):
            compile_(code)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    django_db_modify_db_settings_parallel_suffix: None,
) -> None:
    """A browser's tests on SQLite have a file, as the product has.

    Their server reads in threads of its own, and SQLite in memory refuses readers while a test writes.
    """
    mine = connection.settings_dict
    if "sqlite" in mine["ENGINE"] and any(item.get_closest_marker("browser") for item in request.session.items):
        mine["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "browser.sqlite3")


@pytest.fixture(autouse=True)
def quick_and_plain(settings: Any) -> None:
    """A cheap password hasher, a cache in memory, static files without collecting them."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}


@pytest.fixture(autouse=True)
def fresh_limits(quick_and_plain: None) -> Iterator[None]:
    """Rate limits are counted in the cache: each test begins at nought. So do the public pages that are kept."""
    yield
    cache.clear()
    forget()


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


@pytest.fixture(scope="session")
def content_rows(django_db_setup: None, django_db_blocker: Any) -> list[Model]:
    """What the loader writes, read once a run: putting the rows back is ten times as fast as loading the files."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_content", quiet=True)
        rows = [row for model in content_models() for row in model._base_manager.all()]
        transaction.set_rollback(True)
    return rows


def content_models() -> list[type[Model]]:
    """Every model whose rows the loader writes, what is referred to before what refers to it."""
    features = ("shared", "catalogue", "faq", "routines")
    app = apps.get_app_config("workouts").get_models(include_auto_created=True)
    mine: list[Any] = [model for model in app if model.__module__.split(".")[1] in features]
    through = [model for model in mine if model._meta.auto_created]
    return [Group, *[model for model in mine if model not in through], *through, Group.permissions.through]


@pytest.fixture
def content(db: None, content_rows: list[Model]) -> None:
    """All that is under content/: muscles, exercises, the routine, the questions; and the group Editors."""
    by_model = {type(row): [each for each in content_rows if type(each) is type(row)] for row in content_rows}
    for model, rows in by_model.items():
        model._base_manager.bulk_create(rows)
    # PostgreSQL's sequences do not notice keys that were given.
    for statement in connection.ops.sequence_reset_sql(no_style(), list(by_model)):
        with connection.cursor() as cursor:
            cursor.execute(statement)


@pytest.fixture
def leg_day(content: None) -> Routine:
    """The guide's routine."""
    return Routine.objects.get(slug="leg-day")


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """What the state machine of sync counted (rules, histories, what the bites found); from every worker."""
    counted: Counter[str] = Counter()
    passed = terminalreporter.getreports("passed") + terminalreporter.getreports("failed")
    for name, value in (each for report in passed if report.when == "call" for each in report.user_properties):
        if isinstance(value, int):
            counted[name] += value
        elif profiles.LONG:
            terminalreporter.write_line(f"{name}: {value}")
    for name, count in sorted(counted.items()) if profiles.LONG else ():
        terminalreporter.write_line(f"{count:>8} {name}")
