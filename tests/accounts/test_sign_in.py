"""Signing in and out."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import PASSWORD
from workouts.accounts.models import Preferences, User

pytestmark = pytest.mark.django_db


def sign_in(client: Client, login: str, password: str = PASSWORD, **data: str) -> Any:
    return client.post(reverse("account_login"), {"login": login, "password": password, **data})


@pytest.mark.parametrize("typed", ["owner@legday.example", "OWNER@LegDay.example", "  owner@legday.example "])
def test_the_case_of_the_address_does_not_matter(client: Client, owner: User, typed: str) -> None:
    answer = sign_in(client, typed)
    assert (answer.status_code, answer.headers["Location"]) == (302, reverse("training:today"))
    assert client.session["_auth_user_id"] == str(owner.pk)


def test_a_wrong_password_says_so_and_keeps_the_address(client: Client, owner: User) -> None:
    answer = sign_in(client, owner.email, "not-her-password")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "do not belong together" in page
    assert f'value="{owner.email}"' in page
    assert "not-her-password" not in page


def test_an_unknown_address_gets_the_same_answer(client: Client, owner: User) -> None:
    known = sign_in(client, owner.email, "not-her-password").content.decode()
    unknown = sign_in(client, "nobody@legday.example", "not-her-password").content.decode()
    assert _comparable(known, owner.email) == _comparable(unknown, "nobody@legday.example")


def _comparable(page: str, email: str) -> list[str]:
    return [line for line in page.replace(email, "").splitlines() if "csrfmiddlewaretoken" not in line]


def test_a_switched_off_account_is_told_so(client: Client, owner: User) -> None:
    owner.is_active = False
    owner.save()
    answer = client.post(reverse("account_login"), {"login": owner.email, "password": PASSWORD}, follow=True)
    assert answer.redirect_chain == [(reverse("account_inactive"), 302)]
    assert "switched off" in answer.content.decode()
    assert "_auth_user_id" not in client.session


def test_the_session_gets_a_new_id(client: Client, owner: User) -> None:
    session = client.session
    session["planted"] = "1"
    session.save()
    before = client.cookies["session"].value if "session" in client.cookies else session.session_key
    sign_in(client, owner.email)
    assert client.cookies["session"].value != before


def test_the_zone_follows_the_browser_until_one_is_chosen(client: Client, owner: User) -> None:
    sign_in(client, owner.email, zone="Asia/Tokyo")
    assert Preferences.objects.get(user=owner).zone == "Asia/Tokyo"
    Preferences.objects.update(zone="Europe/Lisbon", zone_chosen=True)
    client.logout()
    sign_in(client, owner.email, zone="America/Lima")
    assert Preferences.objects.get(user=owner).zone == "Europe/Lisbon"


def test_signing_out_leads_to_a_page_that_tells_the_browser(as_owner: Client) -> None:
    asked = as_owner.get(reverse("account_logout"))
    assert asked.status_code == 200
    assert "_auth_user_id" in as_owner.session
    answer = as_owner.post(reverse("account_logout"), follow=True)
    page = answer.content.decode()
    assert answer.redirect_chain == [(reverse("account_login"), 302)]
    assert "data-signed-out" in page
    assert "You are signed out." in page
    assert "_auth_user_id" not in as_owner.session


def test_the_old_cookie_is_dead_after_signing_out(as_owner: Client) -> None:
    cookie = as_owner.cookies["session"].value
    as_owner.post(reverse("account_logout"))
    thief = Client()
    thief.cookies["session"] = cookie
    assert thief.get(reverse("accounts:settings")).status_code == 302


def test_the_bare_address_leads_on(client: Client, as_owner: Client) -> None:
    assert client.get("/accounts/").headers["Location"] == reverse("account_login")
    assert as_owner.get("/accounts/").headers["Location"] == reverse("account_email")
