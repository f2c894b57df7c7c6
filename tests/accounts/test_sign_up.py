"""Signing up holds nobody up: an address and one password, and she is in."""

from smtplib import SMTPServerDisconnected
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse

from workouts.accounts.models import Preferences, User
from workouts.accounts.queries import unverified_email

pytestmark = pytest.mark.django_db
PASSWORD = "slow-river-lamp-9"


def sign_up(client: Client, **data: str) -> Any:
    return client.post(reverse("account_signup"), {"email": "new@legday.example", "password1": PASSWORD, **data})


def test_she_is_signed_in_at_once(client: Client) -> None:
    answer = sign_up(client)
    assert answer.status_code == 302
    assert answer.headers["Location"] == reverse("training:today")
    user = User.objects.get()
    assert client.session["_auth_user_id"] == str(user.pk)
    assert unverified_email(user) == "new@legday.example"
    assert [message.to for message in mail.outbox] == [["new@legday.example"]]


def test_the_page_says_what_the_account_adds(client: Client) -> None:
    page = client.get(reverse("account_signup")).content.decode()
    for words in ("What the account adds", "with or without a signal", "as a guest comes along", "CSV or JSON"):
        assert words in page


def test_who_came_to_sign_in_can_train_without_an_account(client: Client) -> None:
    page = client.get(f"{reverse('account_login')}?next=/progress/").content.decode()
    assert f'href="{reverse("account_signup")}?next=%2Fprogress%2F"' in page
    assert "Train without one" in page


def test_she_goes_where_she_was_going(client: Client) -> None:
    assert sign_up(client, next="/workouts/").headers["Location"] == "/workouts/"


def test_the_address_is_kept_in_lower_case(client: Client) -> None:
    sign_up(client, email="New.Lifter@LegDay.Example")
    assert User.objects.get().email == "new.lifter@legday.example"
    assert EmailAddress.objects.get().email == "new.lifter@legday.example"


def test_the_zone_comes_from_the_browser(client: Client) -> None:
    sign_up(client, zone="Pacific/Auckland")
    assert Preferences.objects.get().zone == "Pacific/Auckland"


@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "../../etc/passwd", "\x00", "x" * 5_000, "posix", "Europe/"])
def test_a_zone_that_is_none_is_dropped(client: Client, zone: str) -> None:
    assert sign_up(client, zone=zone).status_code == 302
    assert Preferences.objects.get().zone == "UTC"


def test_a_taken_address_is_said(client: Client, owner: User) -> None:
    answer = sign_up(client, email=owner.email.upper())
    assert answer.status_code == 422
    assert "There is an account with this address" in answer.content.decode()
    assert owner.email.upper() in answer.content.decode()
    assert User.objects.count() == 1


def test_a_second_tap_does_not_break(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two requests have both found the address free; the database lets one of them through."""

    def taken(*_args: Any, **_kwargs: Any) -> None:
        raise IntegrityError

    monkeypatch.setattr(User, "save", taken)
    answer = sign_up(client)
    assert (answer.status_code, answer.headers["Location"]) == (302, reverse("account_login"))
    assert User.objects.count() == EmailAddress.objects.count() == 0


def test_a_mail_server_that_is_down_does_not_keep_her_out(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def down(*_args: Any, **_kwargs: Any) -> None:
        raise SMTPServerDisconnected

    monkeypatch.setattr("django.core.mail.EmailMessage.send", down)
    assert sign_up(client).status_code == 302
    assert "_auth_user_id" in client.session


@pytest.mark.parametrize(
    ("password", "words"),
    [
        ("", "required"),
        ("seven-7", "at least 8 characters"),
        ("password1", "too common"),
        ("LegDay2026", "own words"),
        ("squats!!", "own words"),
        ("new@legday.example", "too similar"),
        ("x" * 129, "at most 128"),
        ("y" * 5_000, "at most 128"),
        ("river\x00river", "Null characters"),
    ],
)
def test_a_weak_password_is_refused_by_its_field(client: Client, password: str, words: str) -> None:
    answer = sign_up(client, password1=password)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert 'value="new@legday.example"' in answer.content.decode()
    assert not User.objects.exists()


@pytest.mark.parametrize(
    "password", ["  spaces before and after  ", "Größe-🏋️-deep", "a" * 31 + "Z" * 97, "quote'\"<b>&amp;x"]
)
def test_an_odd_password_is_kept_exactly(client: Client, password: str) -> None:
    assert sign_up(client, password1=password).status_code == 302
    user = User.objects.get()
    assert user.check_password(password)
    assert not user.check_password(password.strip() + "x")
    assert password == password.strip() or not user.check_password(password.strip())


@pytest.mark.parametrize(
    "email",
    [
        "", " ", "nobody", "a@b", "@legday.example", "two@@legday.example", "a b@legday.example", "x" * 5_000,
        "x" * 240 + "@legday.example", "nul\x00@legday.example", "🏋️@legday.example",
        "new@legday.example\r\nBcc: x@y.example",
        "<script>@legday.example", "new@legday.example,other@legday.example", "new@[127.0.0.1", "ｎｅｗ@legday.example",
    ],
)  # fmt: skip
def test_a_broken_address_is_refused_by_its_field(client: Client, email: str) -> None:
    answer = sign_up(client, email=email)
    assert answer.status_code == 422
    assert 'id="id_email_error"' in answer.content.decode()
    assert (User.objects.count(), len(mail.outbox)) == (0, 0)


def test_who_is_signed_in_is_not_asked_again(as_owner: Client) -> None:
    assert as_owner.get(reverse("account_signup")).headers["Location"] == reverse("training:today")
