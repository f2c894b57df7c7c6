"""Row T70 for devices: one that holds the log of a deleted account is told so, and nobody else is told anything."""

import json
import uuid
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.cast import PASSWORD
from tests.sync import wire
from tests.sync.wire import Device
from workouts.accounts.models import User

pytestmark = pytest.mark.django_db
SESSION = "/api/v1/session"


@pytest.fixture
def gone(owner: User, phone: Device, settings: Any, tmp_path: Path) -> Device:
    """A phone of hers, after she has deleted the account on another."""
    settings.VAR = tmp_path
    phone.push(wire.begun(sets=1))
    done = Device(owner).browser.post("/settings/delete/", {"sure": "on", "password": PASSWORD})
    assert done.status_code == 200
    return phone


def asks(browser: Client, account: object = None) -> Any:
    return browser.get(SESSION, {"account": str(account)} if account is not None else {})


def test_a_device_is_told_when_it_asks_after_its_account(gone: Device) -> None:
    answer = asks(gone.browser, gone.user.uid)
    assert (answer.status_code, answer.headers["Content-Type"]) == (410, "application/problem+json")
    problem = answer.json()
    assert (problem["code"], problem["type"], problem["status"]) == ("account-gone", "/problems/account-gone", 410)
    assert answer.headers["Cache-Control"] == "no-store"


def test_its_session_is_gone_so_a_push_is_not_signed_in(gone: Device) -> None:
    """401 leads it back to the question above, which needs no session."""
    assert gone.send(wire.begun()).status_code == 401
    assert gone.browser.get(wire.SYNC).status_code == 401
    assert asks(gone.browser).json()["account"] is None


def test_whoever_else_is_signed_in_there_the_deleted_one_is_gone(gone: Device, stranger: Device) -> None:
    assert asks(stranger.browser, gone.user.uid).status_code == 410
    refused = stranger.post(stranger.body([], account=str(gone.user.uid)))
    assert (refused.status_code, json.loads(refused.content)["code"]) == (410, "account-gone")
    assert stranger.statuses([wire.workout()]) == ["applied"]


def test_accounts_that_live_and_ids_that_never_were_look_alike(owner: User, other: User, gone: Device) -> None:
    """Nobody learns by it which accounts there are."""
    answers = [asks(Client(), each).json() for each in (other.uid, uuid.uuid4())]
    assert [each["account"] for each in answers] == [None, None]
    assert answers[0].keys() == answers[1].keys()


def test_who_is_signed_in_pays_nothing_for_it(phone: Device) -> None:
    with CaptureQueriesContext(connection) as plain:
        phone.browser.get(SESSION)
    with CaptureQueriesContext(connection) as asked:
        assert asks(phone.browser, phone.user.uid).json()["account"] == str(phone.user.uid)
    assert len(asked) == len(plain)


@pytest.mark.parametrize("account", ["", "x", "0199", "' OR 1=1"])
def test_what_is_no_id_is_refused(account: str, db: None) -> None:
    assert asks(Client(), account).status_code == 422
