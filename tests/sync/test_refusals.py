"""Pushes that are refused as a whole: the status, the code, and that nothing was written."""

import json
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from tests import cast
from tests.sync import wire
from tests.sync.wire import SYNC, Device
from workouts.accounts.models import User
from workouts.log.models import Change, Mutation

pytestmark = pytest.mark.django_db


def refused(response: Any, status: int, code: str) -> dict[str, Any]:
    assert response.status_code == status, response.content
    assert response.headers["Content-Type"] == "application/problem+json"
    assert "no-store" in response.headers["Cache-Control"]
    body: dict[str, Any] = json.loads(response.content)
    assert (body["code"], body["type"], body["status"]) == (code, f"/problems/{code}", status)
    assert body["title"]
    assert not Mutation.objects.exists()
    assert not Change.objects.exists()
    return body


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_nobody_gets_a_401_and_no_redirect(phone: Device, method: str) -> None:
    body = json.dumps(phone.body(wire.begun()))
    refused(Client().generic(method, SYNC, body, content_type="application/json"), 401, "not-signed-in")


def test_an_account_that_was_switched_off_is_nobody(owner: User, phone: Device) -> None:
    User.objects.filter(pk=owner.pk).update(is_active=False)
    refused(phone.send(wire.begun()), 401, "not-signed-in")


def test_a_stale_token_is_healed_by_one_more_request(owner: User, phone: Device) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.cookies.update(phone.browser.cookies)
    body = json.dumps(phone.body(wire.begun()))
    for token in ({}, {"X-CSRFToken": "x" * 64}):
        response = browser.post(SYNC, body, content_type="application/json", headers=token)
        refused(response, 403, "csrf")
    fresh = browser.get("/api/v1/session").json()
    assert fresh["account"] == str(owner.uid)
    response = browser.post(SYNC, body, content_type="application/json", headers={"X-CSRFToken": fresh["csrf"]})
    assert response.status_code == 200


def test_a_session_for_nobody() -> None:
    answer = Client().get("/api/v1/session")
    assert answer.json() | {"csrf": "", "epoch": ""} == {
        "account": None, "csrf": "", "epoch": "", "rev": 0, "floor": 0, "schema": 1,
    }  # fmt: skip
    assert answer.cookies["csrf"].value
    assert answer.headers["Cache-Control"] == "no-store"


def test_another_account_s_changes_are_not_taken(phone: Device, stranger: Device) -> None:
    refused(stranger.post(phone.body(wire.begun())), 409, "account-mismatch")


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ("", 422, "bad-shape"),
        ("{", 400, "bad-json"),
        ("nul", 400, "bad-json"),
        (b"\xff\xfe{}", 400, "bad-json"),
        ("[" * 100_000 + "]" * 100_000, 400, "bad-json"),
        ('{"a":' * 40_000 + "1" + "}" * 40_000, 400, "bad-json"),
        ("[]", 422, "bad-shape"),
        ("null", 422, "bad-shape"),
        ("{}", 422, "bad-shape"),
        ('{"account": "\\ud800", "client": 1, "mutations": {}}', 422, "bad-shape"),
    ],
    ids=lambda value: str(value)[:20] or "empty",
)
def test_what_is_no_push(phone: Device, body: str, status: int, code: str) -> None:
    refused(phone.post(body), status, code)


def test_members_that_nobody_asked_for_do_nothing(phone: Device) -> None:
    body = json.dumps(phone.body(wire.begun()))[:-1] + ', "__proto__": {"admin": true}, "cursor": 3, "cursor": 0}'
    assert phone.post(body).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"content_type": "text/plain"},
        {"content_type": "application/x-www-form-urlencoded"},
        {"content_type": "multipart/form-data; boundary=x"},
        {"content_type": "application/json", "headers": {"Content-Encoding": "gzip"}},
    ],
    ids=["text", "form", "multipart", "packed"],
)
def test_json_alone_is_read(phone: Device, headers: dict[str, Any]) -> None:
    response = phone.browser.post(SYNC, json.dumps(phone.body(wire.begun())), **headers)
    refused(response, 415, "not-json")


def test_too_many_and_too_large(phone: Device) -> None:
    many = [wire.workout() for _ in range(101)]
    assert refused(phone.send(many), 413, "too-many-mutations")["max"] == 100
    large = phone.send([wire.workout(note="n" * 263_000)])
    assert refused(large, 413, "too-large")["max_bytes"] == 262_144
    assert phone.statuses(many[:100]) == ["applied"] * 100


CURSORS = ["1", "1" + "0" * 17, str(2**63), "9" * 5000, "-1", "1.5", "1e400", "NaN", '"7"', "true", "[]", '"\\u0000"']


@pytest.mark.parametrize("cursor", CURSORS, ids=lambda text: text[:9])
def test_a_cursor_that_nobody_was_given(phone: Device, cursor: str) -> None:
    body = json.dumps(phone.body(wire.begun(), cursor="here")).replace('"here"', cursor)
    assert refused(phone.post(body), 400, "bad-cursor")["epoch"] == phone.epoch


def test_the_epoch_is_looked_at_before_the_cursor(phone: Device) -> None:
    answer = phone.send(wire.begun(), epoch=str(uuid4()), cursor=10**9).json()  # type: ignore[attr-defined]
    assert (answer["epoch_changed"], answer["epoch"], answer["results"], answer["changes"]) == (
        True, phone.epoch, [], [],
    )  # fmt: skip
    assert not Mutation.objects.exists()


def test_other_methods_say_what_there_is(phone: Device) -> None:
    for method in ("put", "patch", "delete"):
        response = getattr(phone.browser, method)(SYNC)
        refused(response, 405, "method-not-allowed")
        assert {"GET", "POST"} == set(response.headers["Allow"].split(", "))


def test_the_description_names_the_routes(content: None) -> None:
    described = Client().get("/api/v1/openapi.json").json()
    assert set(described["paths"]["/api/v1/sync"]) == {"get", "post"}
    assert "Problem" in described["components"]["schemas"]


def test_staff_push_their_own(content: None) -> None:
    assert Device(cast.idle_staff()).statuses(wire.begun()) == ["applied"] * 2
