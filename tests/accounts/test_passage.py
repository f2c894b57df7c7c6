"""Coming and going: what the first page after it tells the device, once."""

import pytest
from django.test import Client
from django.urls import reverse

from tests import cast
from tests.cast import PASSWORD
from workouts.accounts.models import User

pytestmark = pytest.mark.django_db
WORKOUT = "/train/0199aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee/"


def page(client: Client, path: str) -> str:
    return client.get(path).content.decode()


def sign_up(client: Client, **data: str) -> str:
    data = {"email": "new@legday.example", "password1": "slow-river-lamp-9", **data}
    return str(client.post(reverse("account_signup"), data).headers["Location"])


def sign_in(client: Client, user: User, **data: str) -> str:
    return str(
        client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD, **data}).headers["Location"]
    )


def test_the_first_page_after_signing_up_says_so_and_no_other(client: Client) -> None:
    sign_up(client)
    assert "data-joined" in page(client, "/settings/")
    assert "data-joined" not in page(client, "/settings/")


def test_signing_in_is_not_signing_up(client: Client, owner: User) -> None:
    sign_in(client, owner)
    assert "data-joined" not in page(client, "/settings/?joined=1&data-joined")


def test_public_pages_do_not_use_it_up(client: Client) -> None:
    sign_up(client, next="/privacy/")
    assert "data-joined" not in page(client, "/privacy/")
    assert "data-joined" in page(client, "/settings/")


@pytest.mark.parametrize("onward", [WORKOUT, "/train/new/?routine=leg-day", "/exercises/", "/"])
def test_a_page_that_knows_nobody_comes_after_one_that_does(client: Client, owner: User, onward: str) -> None:
    led = sign_in(client, owner, next=onward)
    assert led == reverse("accounts:arrived", query={"next": onward})
    between = page(client, led)
    assert f'data-account="{owner.uid}"' in between
    assert f'data-onward href="{onward}"' in between
    assert f'<noscript><meta http-equiv="refresh" content="0;url={onward}"></noscript>' in between


def test_so_it_is_after_signing_up(client: Client) -> None:
    assert "data-joined" in page(client, sign_up(client, next=WORKOUT))


@pytest.mark.parametrize(
    "onward", ["//evil.example", "https://evil.example", "javascript:alert(1)", "", "/\\evil.example"]
)
def test_it_leads_nowhere_else(as_owner: Client, onward: str) -> None:
    assert 'data-onward href="/today/"' in page(as_owner, reverse("accounts:arrived", query={"next": onward}))


def test_the_page_after_signing_out_names_the_account_once(as_owner: Client, owner: User) -> None:
    as_owner.post(reverse("account_logout"))
    assert f'data-signed-out data-left="{owner.uid}"' in page(as_owner, reverse("account_login"))
    assert "data-left" not in page(as_owner, reverse("account_login"))


def test_an_expired_session_is_not_a_sign_out(client: Client, owner: User) -> None:
    """The phone goes on logging, so it must not forget whose log it holds."""
    sign_in(client, owner)
    client.cookies["session"] = "expired"
    login = client.get("/settings/", follow=True).content.decode()
    assert "data-signed-out" in login
    assert "data-left" not in login


def test_signing_in_again_forgets_the_sign_out(as_owner: Client, owner: User) -> None:
    as_owner.post(reverse("account_logout"))
    sign_in(as_owner, owner)
    assert "left" not in as_owner.session


def test_the_admin_has_the_same_way_out(content: None) -> None:
    user = cast.superuser()
    browser = cast.signed_in(user)
    answer = browser.post(reverse("admin:logout"), follow=True)
    assert answer.redirect_chain[-1][0] == reverse("account_login")
    assert f'data-left="{user.uid}"' in answer.content.decode()
    assert "_auth_user_id" not in browser.session
