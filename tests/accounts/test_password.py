"""A forgotten password, a changed one, and what dies with the old (T37)."""

import re

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.urls import reverse

from tests import cast
from tests.accounts.mailbox import newest_link, path_of
from tests.cast import PASSWORD
from workouts.accounts.models import User

pytestmark = pytest.mark.django_db
NEW = "slow-river-lamp-9"
RESET = "account_reset_password"


def ask(client: Client, email: str) -> None:
    assert client.post(reverse(RESET), {"email": email}).headers["Location"] == reverse(f"{RESET}_done")


def choose(client: Client, link: str, password: str = NEW) -> int:
    """Follow the link of the mail and choose a password; returns the last status."""
    form = client.get(path_of(link))
    if form.status_code != 302:
        return form.status_code
    return client.post(form.headers["Location"], {"password1": password}).status_code


def test_a_new_password_by_mail(client: Client, owner: User) -> None:
    ask(client, owner.email.upper())
    assert choose(client, newest_link("/reset/key/")) == 302
    owner.refresh_from_db()
    assert owner.check_password(NEW)
    assert "new" in mail.outbox[-1].subject  # she is told


def test_the_link_works_once(client: Client, owner: User) -> None:
    ask(client, owner.email)
    link = newest_link("/reset/key/")
    choose(client, link)
    again = Client()
    page = again.get(path_of(link)).content.decode()
    assert "This link is used up" in page
    assert choose(again, link, "another-lamp-of-it-8") == 200
    owner.refresh_from_db()
    assert owner.check_password(NEW)


def test_the_link_works_for_an_hour(client: Client, owner: User) -> None:
    with time_machine.travel(1_800_000_000, tick=False) as clock:
        ask(client, owner.email)
        link = newest_link("/reset/key/")
        clock.shift(3_600)
        assert client.get(path_of(link)).status_code == 302
        clock.shift(1)
        assert client.get(path_of(link)).status_code == 200


@pytest.mark.parametrize("host", ["localhost:6666", "127.0.0.1", "[::1]:8000"])
def test_links_lead_to_the_one_origin_whatever_the_host_says(client: Client, owner: User, host: str) -> None:
    headers = {"Host": host, "X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https"}
    for email in (owner.email, "nobody@legday.example"):
        client.post(reverse(RESET), {"email": email}, headers=headers)
    client.post(reverse("account_signup"), {"email": "new@legday.example", "password1": NEW}, headers=headers)
    assert len(mail.outbox) == 3
    for message in mail.outbox:
        links = re.findall(r"https?://\S+", str(message.body))
        assert links
        assert all(link.startswith("http://localhost:8000/") for link in links)
        assert host not in message.subject


def test_a_foreign_host_gets_no_mail_sent(client: Client, owner: User) -> None:
    answer = client.post(reverse(RESET), {"email": owner.email}, headers={"Host": "localhost:x@evil.example"})
    assert (answer.status_code, len(mail.outbox)) == (400, 0)


def test_the_link_dies_with_the_address(client: Client, owner: User) -> None:
    ask(client, owner.email)
    link = newest_link("/reset/key/")
    User.objects.update(email="moved@legday.example")
    assert choose(client, link) == 200


def test_the_token_leaves_the_address_bar(client: Client, owner: User) -> None:
    ask(client, owner.email)
    answer = client.get(path_of(newest_link("/reset/key/")))
    assert answer.headers["Location"].endswith("-set-password/")


def test_every_session_dies_with_a_reset(client: Client, owner: User, as_owner: Client) -> None:
    assert as_owner.get(reverse("accounts:settings")).status_code == 200
    ask(client, owner.email)
    choose(client, newest_link("/reset/key/"))
    assert as_owner.get(reverse("accounts:settings")).status_code == 302


def test_an_unknown_address_gets_the_same_answer_and_a_mail(client: Client, owner: User) -> None:
    ask(client, "nobody@legday.example")
    assert mail.outbox[-1].to == ["nobody@legday.example"]
    assert "/reset/key/" not in mail.outbox[-1].body


@pytest.mark.parametrize("password", ["", "short", "x" * 129, "nul\x00nul-nul"])
def test_a_reset_refuses_what_signing_up_refuses(client: Client, owner: User, password: str) -> None:
    ask(client, owner.email)
    assert choose(client, newest_link("/reset/key/"), password) == 422
    owner.refresh_from_db()
    assert owner.check_password(PASSWORD)


@pytest.mark.parametrize(
    "key", ["1-x", "zzzzzzzzzzzzzz-x-y", "zzzzzzzzzzzzz-x-y", "0-" + "k" * 4_000, "1-🏋️", "1-set-password"]
)
def test_a_made_up_link_is_refused(client: Client, owner: User, key: str) -> None:
    answer = client.get(f"/accounts/password/reset/key/{key}/")
    assert answer.status_code == 200
    assert "used up" in answer.content.decode()


def test_changing_the_password_keeps_this_device_and_no_other(owner: User, as_owner: Client) -> None:
    elsewhere = cast.signed_in(owner)
    answer = as_owner.post(reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": NEW})
    assert answer.status_code == 302
    assert as_owner.get(reverse("accounts:settings")).status_code == 200
    assert elsewhere.get(reverse("accounts:settings")).status_code == 302
    owner.refresh_from_db()
    assert owner.check_password(NEW)
    assert mail.outbox[-1].to == [owner.email]


@pytest.mark.parametrize(
    ("old", "new", "field"), [("wrong", NEW, "oldpassword"), (PASSWORD, "short", "password1"), ("", "", "oldpassword")]
)
def test_a_change_that_is_refused_changes_nothing(
    owner: User, as_owner: Client, old: str, new: str, field: str
) -> None:
    answer = as_owner.post(reverse("account_change_password"), {"oldpassword": old, "password1": new})
    assert answer.status_code == 422
    assert f'id="id_{field}_error"' in answer.content.decode()
    owner.refresh_from_db()
    assert owner.check_password(PASSWORD)


def test_an_account_without_a_password_chooses_one(owner: User) -> None:
    owner.set_unusable_password()
    owner.save()
    browser = cast.signed_in(owner)
    assert browser.get(reverse("account_change_password")).headers["Location"] == reverse("account_set_password")
    assert browser.get(reverse("account_set_password")).status_code == 200
    assert browser.post(reverse("account_set_password"), {"password1": NEW}).status_code == 302
    owner.refresh_from_db()
    assert owner.check_password(NEW)
