"""Tokens: shown once, kept as a hash, limited in what they open and for how long (T31, T32, T35, T40, T66)."""

import datetime
import json
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from tests import cast, factories
from workouts.accounts import limits, tokens
from workouts.accounts.models import ApiCalls, ApiToken, User
from workouts.log.models import Workout

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2026, 11, 23, 12, 0, tzinfo=datetime.UTC)
SYNC = "/api/v1/sync"


def made(user: User, *, name: str = "program", scope: str = "read", days: int | None = None) -> str:
    return tokens.make(by=user, name=name, scope=scope, days=days)[1]


def program(token: str) -> Client:
    """Without cookies, and as strict about CSRF as the site is."""
    return Client(enforce_csrf_checks=True, headers={"authorization": f"Bearer {token}"})


def problem(response: Any, status: int, code: str) -> dict[str, Any]:
    assert response.status_code == status, response.content
    assert response.headers["Content-Type"] == "application/problem+json"
    told: dict[str, Any] = response.json()
    assert (told["code"], told["status"]) == (code, status)
    assert (status == 401) == ("WWW-Authenticate" in response.headers)
    return told


def push(client: Client, user: User, **extra: Any) -> Any:
    row = {"op": "put", "kind": "workout", "fields": {"day": "2026-11-17", "zone": "UTC"}}
    uid = "01981f2e-7a10-7c3d-9b4e-000000000001"
    epoch = Client().get("/api/v1/session").json()["epoch"]
    body = {"account": str(user.uid), "client": uid, "epoch": epoch, "mutations": [{"id": uid, "row": uid, **row}]}
    return client.post(SYNC, json.dumps(body), content_type="application/json", **extra)


def test_it_opens_its_owner_s_log_and_no_other(owner: User, other: User) -> None:
    hers = factories.workout(by=owner)
    assert program(made(owner)).get(f"/api/v1/workouts/{hers.uid}").json()["id"] == str(hers.uid)
    theirs = program(made(other))
    problem(theirs.get(f"/api/v1/workouts/{hers.uid}"), 404, "not-found")
    assert theirs.get("/api/v1/workouts").json()["items"] == []


def test_with_a_token_cookies_are_not_looked_at(owner: User, other: User) -> None:
    both = cast.signed_in(owner)
    theirs = {"authorization": f"Bearer {made(other)}"}
    assert both.get("/api/v1/account", headers=theirs).json()["id"] == str(other.uid)
    problem(both.get("/api/v1/account", headers={"authorization": "Bearer legday_no"}), 401, "bad-token")
    # For a proxy before us, and none of our business.
    assert both.get("/api/v1/account", headers={"authorization": "Basic eA=="}).json()["id"] == str(owner.uid)


def test_a_wrong_token_is_an_error_on_public_routes_too(client: Client) -> None:
    problem(client.get("/api/v1/exercises", headers={"authorization": "Bearer legday_no"}), 401, "bad-token")


def test_only_one_that_may_write_writes(owner: User) -> None:
    problem(push(program(made(owner)), owner), 403, "read-only-token")
    assert not Workout.objects.exists()
    answer = push(program(made(owner, name="phone", scope="write")), owner)
    assert [each["status"] for each in answer.json()["results"]] == ["applied"]


def test_with_the_cookie_a_write_needs_the_csrf_token(owner: User) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(owner, backend="allauth.account.auth_backends.AuthenticationBackend")
    problem(push(browser, owner), 403, "csrf")
    csrf = browser.get("/api/v1/session").json()["csrf"]
    assert push(browser, owner, headers={"x-csrftoken": csrf}).status_code == 200


def test_it_pushes_for_its_owner_alone(owner: User, other: User) -> None:
    problem(push(program(made(other, scope="write")), owner), 409, "account-mismatch")
    assert not Workout.objects.exists()


def test_revoked_expired_and_switched_off_are_refused_at_once(owner: User) -> None:
    with time_machine.travel(NOW, tick=False) as clock:
        token = made(owner, days=30)
        client = program(token)
        assert client.get("/api/v1/account").status_code == 200
        clock.shift(datetime.timedelta(days=30))
        problem(client.get("/api/v1/account"), 401, "bad-token")
    lasting = program(made(owner, name="lasting"))
    User.objects.update(is_active=False)
    problem(lasting.get("/api/v1/account"), 401, "bad-token")
    User.objects.update(is_active=True)
    assert lasting.get("/api/v1/account").status_code == 200
    tokens.revoke(by=owner, token=ApiToken.objects.get(name="lasting"))
    problem(lasting.get("/api/v1/account"), 401, "bad-token")


def test_in_an_address_it_opens_nothing(owner: User) -> None:
    token = made(owner)
    for path in ("account", "exercises", "session", "sync"):
        problem(Client().get(f"/api/v1/{path}?access_token={token}"), 400, "token-in-address")


def test_the_database_holds_no_token(owner: User) -> None:
    token = made(owner)
    row = ApiToken.objects.get()
    secret = token.removeprefix(tokens.PREFIX)
    assert len(secret) == 43  # 256 bits
    assert not any(secret in str(value) for value in vars(row).values())
    assert token.startswith(row.shown)
    assert len(row.shown) == 13


def test_its_last_use_is_written_once_an_hour(owner: User) -> None:
    client = program(made(owner))
    with time_machine.travel(NOW, tick=False) as clock:
        for minutes, noted in ((0, NOW), (59, NOW), (2, NOW + datetime.timedelta(minutes=61))):
            clock.shift(datetime.timedelta(minutes=minutes))
            client.get("/api/v1/account")
            assert ApiToken.objects.get().last_used_at == noted


def test_there_are_at_most_twenty(owner: User, other: User) -> None:
    for n in range(tokens.MOST):
        made(owner, name=f"n{n}")
    with pytest.raises(tokens.TooMany):
        made(owner, name="one more")
    made(other)
    tokens.revoke(by=owner, token=ApiToken.objects.of(owner)[0])
    made(owner, name="one more")


def test_another_s_is_not_revoked(owner: User, other: User) -> None:
    made(owner)
    tokens.revoke(by=other, token=ApiToken.objects.get())
    assert ApiToken.objects.exists()


def test_they_go_with_the_account(owner: User) -> None:
    token = made(owner)
    owner.delete()
    assert not ApiToken.objects.exists()
    problem(program(token).get("/api/v1/account"), 401, "bad-token")


def test_a_new_password_revokes_none(owner: User) -> None:
    client = program(made(owner))
    owner.set_password("another-three-plates")
    owner.save()
    assert client.get("/api/v1/account").status_code == 200


def test_wrong_tokens_are_limited_by_address(owner: User) -> None:
    right = program(made(owner))
    found = [program(f"legday_{n}").get("/api/v1/account").status_code for n in range(12)]
    assert found == [401] * 10 + [429] * 2
    told = program("legday_x").get("/api/v1/account")
    problem(told, 429, "too-many-requests")
    assert told.headers["Retry-After"] == "60"
    # A neighbour's mistakes lock nobody out.
    assert right.get("/api/v1/account").status_code == 200
    assert program("legday_x").get("/api/v1/account", REMOTE_ADDR="203.0.113.9").status_code == 401


def test_the_121st_request_of_a_minute_waits(owner: User, other: User) -> None:
    client, browser = program(made(owner)), cast.signed_in(owner)
    with time_machine.travel(NOW + datetime.timedelta(seconds=20), tick=False) as clock:
        assert {client.get("/api/v1/account").status_code for _ in range(60)} == {200}
        assert {browser.get("/api/v1/account").status_code for _ in range(60)} == {200}
        refused = client.get("/api/v1/account")
        problem(refused, 429, "too-many-requests")
        assert refused.headers["Retry-After"] == "40"
        assert browser.get("/api/v1/account").status_code == 429
        # Each account has its own; so has the address of those without one.
        assert cast.signed_in(other).get("/api/v1/account").status_code == 200
        assert Client().get("/api/v1/exercises").status_code == 200
        # What a phone sends is counted by the quotas of the log.
        assert push(browser, owner).status_code == 200
        clock.shift(datetime.timedelta(seconds=40))
        assert client.get("/api/v1/account").status_code == 200


def test_nobody_s_requests_are_counted_by_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "CALLS_A_MINUTE", 3)
    with time_machine.travel(NOW, tick=False):
        assert [Client().get("/api/v1/exercises").status_code for _ in range(4)] == [200] * 3 + [429]
        assert Client().get("/api/v1/exercises", REMOTE_ADDR="203.0.113.9").status_code == 200
        assert Client().get("/api/v1/account").status_code == 429


def test_counts_are_not_kept(owner: User) -> None:
    with time_machine.travel(NOW, tick=False) as clock:
        Client().get("/api/v1/exercises", REMOTE_ADDR="203.0.113.9")
        clock.shift(datetime.timedelta(minutes=62))
        Client().get("/api/v1/exercises")
        rows = list(ApiCalls.objects.all())
    assert len(rows) == 1
    assert "203.0.113" not in rows[0].caller


# --- the page --------------------------------------------------------------------------------------------------

PAGE = "/settings/tokens/"


def test_the_page_makes_one_and_shows_it_once(as_owner: Client) -> None:
    answer = as_owner.post(PAGE, {"name": "sheet", "scope": "read", "lasts": "30"})
    row = ApiToken.objects.get()
    token = tokens.LIKE_ONE.search(answer.content.decode())
    assert token is not None
    assert answer.headers["Cache-Control"] == "no-store, private"
    assert (row.name, row.scope) == ("sheet", "read")
    assert row.expires_at == row.created_at + datetime.timedelta(days=30)
    again = as_owner.get(PAGE).content.decode()
    assert not tokens.LIKE_ONE.search(again)
    assert row.shown in again
    assert program(token[0]).get("/api/v1/account").status_code == 200


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"name": ""}, "Give it a name."),
        ({"name": "n" * 61}, "at most 60"),
        ({"name": "taken"}, "You have a token of this name."),
        ({"scope": "admin"}, "not one of the available choices"),
        ({"lasts": ""}, "required"),
        ({"lasts": "9999"}, "not one of the available choices"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field(
    as_owner: Client, owner: User, typed: dict[str, str], words: str
) -> None:
    made(owner, name="taken")
    answer = as_owner.post(PAGE, {"name": "sheet", "scope": "write", "lasts": "30", **typed})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert words in page
    assert "name" in typed or 'value="sheet"' in page
    assert ApiToken.objects.count() == 1


def test_the_page_says_when_there_are_twenty(as_owner: Client, owner: User, settings: Any) -> None:
    for n in range(tokens.MOST):
        made(owner, name=f"n{n}")
    assert "as many as there may be" in as_owner.get(PAGE).content.decode()
    answer = as_owner.post(PAGE, {"name": "sheet", "scope": "read", "lasts": "never"})
    assert answer.status_code == 422
    assert "Revoke one first" in answer.content.decode()


def test_the_page_revokes(as_owner: Client, as_other: Client, owner: User) -> None:
    token = made(owner)
    path = f"{PAGE}{ApiToken.objects.get().uid}/revoke/"
    assert as_other.post(path).status_code == 404
    assert as_owner.get(path).status_code == 405
    assert as_owner.post(path).status_code == 302
    problem(program(token).get("/api/v1/account"), 401, "bad-token")


def test_making_them_is_limited(as_owner: Client) -> None:
    found = [as_owner.post(PAGE, {"name": f"n{n}", "scope": "read", "lasts": "never"}).status_code for n in range(11)]
    assert found == [200] * 10 + [429]


def test_the_page_tells_expired_ones(as_owner: Client, owner: User) -> None:
    made(owner, days=30)
    ApiToken.objects.update(
        created_at=timezone.now() - datetime.timedelta(days=60), expires_at=timezone.now() - datetime.timedelta(days=30)
    )
    assert "expired on" in as_owner.get(PAGE).content.decode()
