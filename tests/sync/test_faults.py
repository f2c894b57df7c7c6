"""Row T4: whatever breaks in the middle of a push, its rows, changes and verdicts stand together or not at all."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.conf import settings
from django.db import IntegrityError, OperationalError, connection

from tests import factories
from tests.sync import wire
from tests.sync.wire import Device, Json
from workouts.accounts.models import User
from workouts.catalogue.models import Exercise
from workouts.log.models import Change, Ledger, LoggedSet, Mutation, PerformedExercise, Workout

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def squat(db: None) -> Exercise:
    return factories.exercise(slug="barbell-squat")


class Breaker:
    """Raises at the statement number `at`, before it is run or after."""

    def __init__(self, at: int, when: str, fault: Exception) -> None:
        self.at, self.when, self.fault = at, when, fault
        self.seen, self.fired = 0, False

    def __call__(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        self.seen += 1
        # A BEGIN that was run has not failed: Django would not know of the transaction, and nobody would end it.
        begun = self.when == "after" and sql.startswith("BEGIN")
        if self.seen != self.at or begun:
            self.fired |= self.seen == self.at
            return execute(sql, params, many, context)
        self.fired = True
        if self.when == "after":
            execute(sql, params, many, context)
        raise self.fault


def standing(mutations: list[Json]) -> tuple[int, int, int]:
    """How many of the push's rows, changes and verdicts there are."""
    rows = [each["row"] for each in mutations]
    found = sum(model.objects.filter(uid__in=rows).count() for model in (Workout, PerformedExercise, LoggedSet))
    verdicts = Mutation.objects.filter(uid__in=[each["id"] for each in mutations])
    return found, Change.objects.filter(row__in=rows).count(), verdicts.count()


def whole_or_nothing(phone: Device, mutations: list[Json], status: int) -> None:
    """What stands after the fault, and after the push has come again."""
    before = standing(mutations)
    assert before in {(0, 0, 0), (5, 5, 5)}, before
    if status == 200:
        assert before == (5, 5, 5), "an answer of 200 is a promise"
    answer = phone.push(mutations)
    assert {each.get("was", each["status"]) for each in answer["results"]} == {"applied"}
    assert standing(mutations) == (5, 5, 5)
    assert Ledger.objects.get().rev == Change.objects.count()


FAULTS: dict[str, Callable[[], Exception]] = {
    "outage": lambda: OperationalError("disk I/O error"),
    "constraint": lambda: IntegrityError("injected"),
    "bug": lambda: RuntimeError("injected"),
}


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("when", ["before", "after"])
def test_a_fault_at_any_statement_leaves_all_or_nothing(owner: User, squat: Exercise, fault: str, when: str) -> None:
    phone = Device(owner)
    phone.browser.raise_request_exception = False
    points, fired = 0, True
    while fired:
        points += 1
        mutations = wire.begun(sets=3)
        breaker = Breaker(points, when, FAULTS[fault]())
        with connection.execute_wrapper(breaker):
            response = phone.send(mutations)
        fired = breaker.fired
        assert response.status_code in ({200, 503} if fault == "outage" else {200, 500, 503}), response.content
        whole_or_nothing(phone, mutations, response.status_code)
    assert points > 15, "a push is more than so many statements"


@contextmanager
def broken_commit(when: str) -> Iterator[None]:
    wrapper: Any = connection
    real, done = wrapper._commit, []

    def commit() -> None:
        if when == "after":
            real()
        done.append(when)
        raise OperationalError("the connection is lost")

    wrapper._commit = commit
    try:
        yield
    finally:
        wrapper._commit = real
    assert done == [when], "one push, one commit"


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_commit_that_fails_is_all_or_nothing(owner: User, squat: Exercise, when: str) -> None:
    phone, mutations = Device(owner), wire.begun(sets=3)
    phone.push([])
    with broken_commit(when):
        response = phone.send(mutations)
    assert response.status_code == 503
    assert int(response.headers["Retry-After"]) > 0
    assert json.loads(response.content)["code"] == "busy"
    assert standing(mutations) == ((0, 0, 0) if when == "before" else (5, 5, 5))
    whole_or_nothing(phone, mutations, 503)


def test_what_cannot_be_written_is_refused_alone(
    owner: User, squat: Exercise, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A rule that the database has and we forgot: it says no, and the others are kept."""
    monkeypatch.setattr("workouts.log.rules.MAX_REPS", 5000)
    phone, mutations = Device(owner), wire.begun(sets=3)
    mutations[3]["fields"]["reps"] = 1000
    answer = phone.push(mutations)
    assert [each["status"] for each in answer["results"]] == ["applied"] * 3 + ["rejected", "applied"]
    assert answer["results"][3]["problem"]["code"] == "refused"
    assert answer["results"][3]["problem"]["status"] == 422
    assert standing(mutations) == (4, 4, 5)
    assert phone.push(mutations)["results"][3]["was"] == "rejected"
    assert [change["rev"] for change in answer["changes"]] == [1, 2, 3, 4]


if "postgresql" in settings.DATABASES["default"]["ENGINE"]:

    @pytest.mark.parametrize("setting", ["fsync", "synchronous_commit", "full_page_writes"])
    def test_the_server_keeps_what_it_commits(setting: str) -> None:
        """Row T6: SQLite's settings are read off the running site in tests/test_start.py."""
        with connection.cursor() as cursor:
            cursor.execute(f"SHOW {setting}")
            assert cursor.fetchone() == ("on",)
