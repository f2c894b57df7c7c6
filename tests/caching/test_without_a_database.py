"""Row T55: the database does not answer. Pages that a worker has made before are sent; the rest is a 503, soon."""

import json
import os
import subprocess
import sys
from typing import Any

import pytest
from django.db import InterfaceError, OperationalError
from django.test import Client

from legday import errors
from tests.sources import ROOT
from workouts.shared.caching import edition, middleware

CURSOR = "workouts.shared.caching.edition.connection.cursor"
LONG_AGO = 0.001


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a process of its own answers before, while and after its database is out of reach."""
    folder = tmp_path_factory.mktemp("broken")
    knobs = {"VAR_DIR": str(folder), "DATABASE_URL": f"sqlite:///{folder / 'site.sqlite3'}"}
    command = [sys.executable, "-m", "tests.caching.broken_site"]
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, **knobs}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_an_edit_in_another_process_shows_at_the_next_request(told: dict[str, Any]) -> None:
    first, following = told["edited"]["first"], told["edited"]["next"]
    assert (first["status"], following["status"]) == (200, 200)
    assert "Canary of the other process." not in first["body"]
    assert "Canary of the other process." in following["body"]


def test_what_was_made_before_is_sent(told: dict[str, Any]) -> None:
    assert [told["before"][name]["status"] for name in ("kept", "kept, unchanged", "kept, head")] == [200, 304, 200]
    for name in ("kept", "kept, unchanged", "kept, head"):
        assert told["broken"][name]["status"] == told["before"][name]["status"], name
        assert told["broken"][name]["body"] == told["before"][name]["body"], name


@pytest.mark.parametrize("name", ["new", "signed in", "form", "sent"])
def test_the_rest_is_a_page_that_says_so(told: dict[str, Any], name: str) -> None:
    answer = told["broken"][name]
    assert answer["status"] == 503
    assert answer["seconds"] < 6
    assert "cannot reach its data" in answer["body"]
    assert answer["headers"]["Retry-After"] == "10"
    assert answer["headers"]["Cache-Control"] == "no-store, private"
    assert "Traceback" not in answer["body"]
    assert "sqlite" not in answer["body"].lower()


def test_a_program_is_told_as_a_problem(told: dict[str, Any]) -> None:
    answer = told["broken"]["program"]
    assert (answer["status"], answer["headers"]["Content-Type"]) == (503, "application/problem+json")
    problem = json.loads(answer["body"])
    assert (problem["status"], problem["code"], problem["type"]) == (503, "unavailable", "/problems/unavailable")


def test_all_is_well_when_it_is_back(told: dict[str, Any]) -> None:
    assert {name: answer["status"] for name, answer in told["after"].items()} == {
        name: answer["status"] for name, answer in told["before"].items()
    }


@pytest.mark.django_db
def test_a_database_that_was_silent_is_left_alone_for_a_while(
    client: Client, content: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each attempt may last as long as the pool waits: one thread asks again, the others send what they have."""
    page = client.get("/faq/")
    asked = []

    def silent() -> Any:
        asked.append(1)
        raise OperationalError

    monkeypatch.setattr(CURSOR, silent)
    for _ in range(5):
        assert client.get("/faq/").content == page.content
    assert len(asked) == 1
    middleware.SIGHT._asked_again_at = LONG_AGO
    for _ in range(5):
        assert client.get("/faq/").content == page.content
    assert len(asked) == 2
    monkeypatch.undo()
    middleware.SIGHT._asked_again_at = LONG_AGO
    assert client.get("/faq/").content == page.content
    assert middleware.SIGHT._asked_again_at == 0


def test_one_thread_finds_out_whether_it_is_back(monkeypatch: pytest.MonkeyPatch) -> None:
    sight = edition.Sight()
    seen: list[int | None] = []

    def slow() -> Any:
        seen.append(sight.number())  # another thread, meanwhile
        raise InterfaceError

    sight._asked_again_at = LONG_AGO
    monkeypatch.setattr(CURSOR, slow)
    assert sight.number() is None
    assert seen == [None]


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (OperationalError("canary"), 503), (ConnectionRefusedError("canary"), 503), (TimeoutError("canary"), 503),
        (ValueError("canary"), 500), (OSError("canary"), 500),
    ],
)  # fmt: skip
def test_only_what_cannot_be_reached_is_a_503(rf: Any, error: Exception, status: int) -> None:
    try:
        raise error
    except Exception:
        answer = errors.server_error(rf.get("/x/", headers={"Accept": "*/*"}))
    assert answer.status_code == status
    assert "canary" not in answer.content.decode()
