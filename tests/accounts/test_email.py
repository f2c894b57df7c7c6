"""The code that proves an address, and changing the address."""

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from tests import cast
from tests.accounts.mailbox import newest_code
from tests.cast import PASSWORD
from workouts.accounts.actions import EmailTaken, confirm_email
from workouts.accounts.models import User
from workouts.accounts.queries import unverified_email

pytestmark = pytest.mark.django_db
VERIFY, SEND = "accounts:verify", "accounts:send_code"
NEW = "newer@legday.example"


def prove(client: Client, code: str) -> int:
    return client.post(reverse(VERIFY), {"code": code}).status_code


def ask_for_code(client: Client) -> str:
    assert client.post(reverse(SEND)).status_code == 302
    return newest_code()


def ask_to_change(client: Client, email: str = NEW) -> str:
    """Change the address: the form, the password once more, and the mail. Returns the code."""
    asked = client.post(reverse("account_email"), {"email": email})
    assert asked.headers["Location"].startswith(reverse("account_reauthenticate"))
    answer = client.post(asked.headers["Location"], {"password": PASSWORD})
    assert answer.headers["Location"] == reverse(VERIFY)
    assert mail.outbox[-1].to == [email]
    return newest_code()


@pytest.mark.parametrize(
    "shape", ["{}", " {} ", "{0[0]}{0[1]}{0[2]} {0[3]}{0[4]}{0[5]}", "{0[0]}-{0[1]}{0[2]}{0[3]}{0[4]}{0[5]}"]
)
def test_the_code_of_the_mail_confirms_the_address(owner: User, as_owner: Client, shape: str) -> None:
    code = ask_for_code(as_owner)
    assert prove(as_owner, shape.format(code)) == 302
    assert unverified_email(owner) is None
    address = EmailAddress.objects.get()
    assert (address.email, address.verified, address.primary) == (owner.email, True, True)


def test_the_code_is_not_stored_as_it_is(as_owner: Client) -> None:
    code = ask_for_code(as_owner)
    assert code not in str(dict(as_owner.session))


def test_the_code_is_worth_nothing_in_another_session(owner: User, as_owner: Client) -> None:
    code = ask_for_code(as_owner)
    assert prove(cast.signed_in(owner), code) == 422
    assert unverified_email(owner)


def test_a_code_lives_for_a_day(owner: User, as_owner: Client) -> None:
    with time_machine.travel(1_800_000_000, tick=False) as clock:
        browser = cast.signed_in(owner)
        code = ask_for_code(browser)
        clock.shift(24 * 3600 + 1)
        assert prove(browser, code) == 422
    assert unverified_email(owner)


def test_a_code_is_tried_five_times(owner: User, as_owner: Client) -> None:
    code = ask_for_code(as_owner)
    wrong = f"{(int(code) + 1) % 10**6:06d}"
    assert [prove(as_owner, wrong) for _ in range(5)] == [422] * 5
    assert prove(as_owner, code) == 422
    assert unverified_email(owner)


def test_trying_is_limited_whatever_the_session_says(as_owner: Client) -> None:
    assert [prove(as_owner, "000000") for _ in range(11)][-2:] == [422, 429]


def test_a_new_code_voids_the_old(owner: User, as_owner: Client) -> None:
    old = ask_for_code(as_owner)
    cache.clear()
    new = ask_for_code(as_owner)
    if old != new:
        assert prove(as_owner, old) == 422
    assert prove(as_owner, new) == 302


def test_one_mail_in_three_minutes(as_owner: Client) -> None:
    ask_for_code(as_owner)
    answer = as_owner.post(reverse(SEND), follow=True)
    assert len(mail.outbox) == 1
    assert "Wait three minutes" in answer.content.decode()


@pytest.mark.parametrize("code", ["", "abcdef", "１２３４５６", "\x00", "9" * 5_000, "🏋️", "-- --"])
def test_a_broken_code_is_refused_by_its_field(as_owner: Client, code: str) -> None:
    ask_for_code(as_owner)
    answer = as_owner.post(reverse(VERIFY), {"code": code})
    assert answer.status_code == 422
    assert 'id="id_code_error"' in answer.content.decode()


def test_the_new_address_counts_once_it_is_proved(owner: User, as_owner: Client) -> None:
    confirm_email(by=owner, email=owner.email)
    code = ask_to_change(as_owner)
    owner.refresh_from_db()
    assert owner.email == "owner@legday.example"
    assert [row.email for row in EmailAddress.objects.all()] == ["owner@legday.example"]
    assert prove(as_owner, code) == 302
    owner.refresh_from_db()
    assert owner.email == NEW
    assert [(row.email, row.verified, row.primary) for row in EmailAddress.objects.all()] == [(NEW, True, True)]
    notice = mail.outbox[-1]
    assert notice.to == ["owner@legday.example"]
    assert NEW not in notice.body


def test_a_mistyped_address_is_changed_before_it_was_ever_proved(client: Client) -> None:
    client.post(reverse("account_signup"), {"email": "typo@legday.example", "password1": PASSWORD})
    user = User.objects.get()
    cache.clear()
    code = ask_to_change(client)
    user.refresh_from_db()
    assert user.email == "typo@legday.example"
    assert prove(client, code) == 302
    user.refresh_from_db()
    assert (user.email, unverified_email(user)) == (NEW, None)


def test_the_password_is_asked_for_before_an_address_is_changed(as_owner: Client) -> None:
    asked = as_owner.post(reverse("account_email"), {"email": NEW})
    assert as_owner.get(asked.headers["Location"]).status_code == 200
    answer = as_owner.post(asked.headers["Location"], {"password": "wrong"})
    assert answer.status_code == 422
    assert mail.outbox == []


def test_another_account_s_address_is_not_told_but_not_given(owner: User, as_owner: Client, other: User) -> None:
    """She learns that it is taken only if she can read its mail."""
    code = ask_to_change(as_owner, other.email)
    answer = as_owner.post(reverse(VERIFY), {"code": code}, follow=True)
    assert "Another account has" in answer.content.decode()
    owner.refresh_from_db()
    assert owner.email == "owner@legday.example"


def test_a_race_for_an_address_is_lost_cleanly(owner: User, other: User, monkeypatch: pytest.MonkeyPatch) -> None:
    """Taken between the look and the write: the database says no, and nothing is half written."""
    nobody = User.objects.none()
    monkeypatch.setattr(User.objects, "filter", lambda **_: nobody)
    with pytest.raises(EmailTaken):
        confirm_email(by=owner, email=other.email)
    assert owner.email == "owner@legday.example"
    assert not EmailAddress.objects.filter(user=owner).exists()


def test_wanting_an_address_does_not_keep_its_owner_out(client: Client, as_owner: Client) -> None:
    ask_to_change(as_owner)
    cache.clear()
    assert client.post(reverse("account_signup"), {"email": NEW, "password1": PASSWORD}).status_code == 302


@pytest.mark.parametrize(
    "email", ["", "owner@legday.example", "OWNER@legday.example", "x" * 5_000, "a\r\nb@x.example", "\x00"]
)
def test_a_broken_new_address_is_refused_by_its_field(as_owner: Client, email: str) -> None:
    as_owner.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    answer = as_owner.post(reverse("account_email"), {"email": email})
    assert answer.status_code == 422
    assert 'id="id_email_error"' in answer.content.decode()
    assert mail.outbox == []


def test_nothing_to_confirm_leads_to_the_address(owner: User, as_owner: Client) -> None:
    confirm_email(by=owner, email=owner.email)
    assert as_owner.get(reverse(VERIFY)).headers["Location"] == reverse("account_email")
    assert as_owner.post(reverse(SEND)).headers["Location"] == reverse("account_email")
    assert mail.outbox == []


def test_the_reminder_costs_one_statement(owner: User, django_assert_num_queries: object) -> None:
    with django_assert_num_queries(1):  # type: ignore[operator]  # a fixture of pytest-django, a context manager
        assert unverified_email(owner) == owner.email
