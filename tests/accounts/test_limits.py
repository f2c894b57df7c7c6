"""Guessing is limited, by account and by address, and no header dodges it (T35, T36)."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests import cast
from tests.cast import PASSWORD
from workouts.accounts.models import User

pytestmark = pytest.mark.django_db
WRONG = "wrong-guess"


def guess(client: Client, email: str, password: str = WRONG, **extra: Any) -> Any:
    return client.post(reverse("account_login"), {"login": email, "password": password}, **extra)


def statuses(client: Client, email: str, times: int, **extra: Any) -> list[int]:
    return [guess(client, email, **extra).status_code for _ in range(times)]


def test_the_sixth_wrong_password_is_refused(client: Client, owner: User) -> None:
    assert statuses(client, owner.email, 6) == [422] * 5 + [429]
    answer = guess(client, owner.email, PASSWORD)
    assert answer.status_code == 429  # the right one too, or guessing would go on
    assert answer.headers["Retry-After"] == "300"
    assert "Wait five minutes" in answer.content.decode()


def test_the_case_of_the_address_starts_no_new_count(client: Client, owner: User) -> None:
    assert statuses(client, owner.email, 5) == [422] * 5
    assert guess(client, owner.email.upper()).status_code == 429


def test_another_account_is_not_locked_with_it(client: Client, owner: User, other: User) -> None:
    statuses(client, owner.email, 5)
    assert guess(client, other.email, PASSWORD).status_code == 302


def test_an_account_is_limited_from_many_addresses(client: Client, owner: User) -> None:
    found = [guess(client, owner.email, REMOTE_ADDR=f"203.0.113.{n}").status_code for n in range(8)]
    assert found == [422] * 5 + [429] * 3


def test_many_accounts_are_limited_from_one_address(client: Client) -> None:
    found = [guess(client, f"nobody{n}@legday.example").status_code for n in range(12)]
    assert found == [422] * 10 + [429] * 2
    assert guess(client, "x@legday.example").headers["Retry-After"] == "60"


@pytest.mark.parametrize("header", ["HTTP_X_FORWARDED_FOR", "HTTP_X_REAL_IP", "HTTP_FORWARDED", "HTTP_CLIENT_IP"])
def test_a_header_dodges_nothing_without_a_proxy(client: Client, header: str) -> None:
    found = [guess(client, f"n{n}@legday.example", **{header: f"198.51.100.{n}"}).status_code for n in range(11)]
    assert found[-1] == 429


def test_a_host_with_a_port_dodges_nothing(client: Client, owner: User) -> None:
    found = [guess(client, owner.email, HTTP_HOST=f"localhost:{9000 + n}").status_code for n in range(6)]
    assert found[-1] == 429


@pytest.fixture
def one_proxy(settings: Any) -> None:
    settings.PROXY_COUNT = settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1


def test_behind_one_proxy_the_last_entry_counts(client: Client, one_proxy: None) -> None:
    """What the visitor wrote stands before what the proxy added."""
    found = [
        guess(client, f"n{n}@legday.example", HTTP_X_FORWARDED_FOR=f"198.51.100.{n}, 203.0.113.9").status_code
        for n in range(11)
    ]
    assert found[-1] == 429


def test_behind_one_proxy_visitors_are_told_apart(client: Client, owner: User, one_proxy: None) -> None:
    for n in range(11):
        guess(client, f"n{n}@legday.example", HTTP_X_FORWARDED_FOR="203.0.113.9")
    assert guess(client, owner.email, PASSWORD, HTTP_X_FORWARDED_FOR="203.0.113.10").status_code == 302


@pytest.mark.parametrize("listed", ["", "nonsense", ", ,", "1.2.3.4" * 500])
def test_a_broken_list_of_proxies_breaks_nothing(client: Client, settings: Any, listed: str) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 2
    assert guess(client, "n@legday.example", HTTP_X_FORWARDED_FOR=listed).status_code == 422
    assert guess(client, "n@legday.example", REMOTE_ADDR="").status_code == 422


def test_ipv6_is_counted_by_network(client: Client) -> None:
    found = [guess(client, f"n{n}@legday.example", REMOTE_ADDR=f"2001:db8::{n + 1:x}").status_code for n in range(11)]
    assert found[-1] == 429


def test_the_second_look_at_the_password_is_limited(as_owner: Client) -> None:
    url = reverse("account_reauthenticate")
    found = [as_owner.post(url, {"password": "wrong-guess"}).status_code for _ in range(6)]
    assert found == [422] * 5 + [429]


def test_changing_the_password_is_limited(as_owner: Client) -> None:
    url = reverse("account_change_password")
    data = {"oldpassword": "wrong-guess", "password1": "slow-river-lamp-9"}
    assert [as_owner.post(url, data).status_code for _ in range(6)] == [422] * 5 + [429]


def test_asking_for_mails_is_limited(client: Client, owner: User) -> None:
    url = reverse("account_reset_password")
    assert [client.post(url, {"email": owner.email}).status_code for _ in range(6)] == [302] * 5 + [429]


def test_signing_up_is_limited(client: Client) -> None:
    url = reverse("account_signup")
    assert [client.post(url, {"email": "taken"}).status_code for _ in range(21)][-2:] == [422, 429]


def test_the_page_says_what_to_do(client: Client) -> None:
    for n in range(11):
        answer = guess(client, f"n{n}@legday.example")
    assert "Wait a minute" in answer.content.decode()


def test_the_admin_has_no_door_of_its_own(client: Client, owner: User) -> None:
    answer = client.post("/admin/login/", {"username": "super@legday.example", "password": "x"})
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith(reverse("account_login"))
    assert client.get("/admin/").headers["Location"].startswith("/admin/login/")


def test_the_admin_s_sign_in_comes_back_to_it(client: Client) -> None:
    user = cast.superuser()
    asked = client.get("/admin/", follow=True)
    answer = guess(client, user.email, PASSWORD, QUERY_STRING=asked.redirect_chain[-1][0].partition("?")[2])
    assert answer.headers["Location"] == "/admin/"


def test_members_are_told_that_the_admin_is_not_theirs(as_owner: Client) -> None:
    answer = as_owner.get("/admin/", follow=True)
    assert answer.status_code == 403
    assert "not yours to open" in answer.content.decode()
