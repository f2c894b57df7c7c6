"""`?next=` never leads off the site (T38)."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import PASSWORD
from workouts.accounts.adapter import AccountAdapter
from workouts.accounts.models import User

PAYLOADS = [
    "//evil.example", "///evil.example", "////evil.example", "https://evil.example", "http://evil.example/today/",
    "HTTPS://evil.example",
    "https:evil.example", "https:/evil.example", "https:///evil.example", "http:\\\\evil.example",
    "/\\evil.example", "\\/evil.example", "\\\\evil.example", "/\\/evil.example", "\\evil.example", "/\t/evil.example",
    "\t//evil.example", " //evil.example", "/ /evil.example", "/\n/evil.example", "/\r/evil.example",
    "\x00//evil.example", "/\x00/evil.example", "\x0b//evil.example", "\u2028//evil.example",
    "javascript:alert(1)", "JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)", "data:text/html,x", "vbscript:x", "ftp://evil.example", "//user@evil.example",
    "https://localhost:8000@evil.example", "https://evil.example#localhost:8000", "//evil.example/%2f..",
    "https://localhost.evil.example", "http://[::1]@evil.example", "//evil%E3%80%82example", "．．//evil.example", "//",
    "http://localhost:8000.evil.example/", "evil.example", "../../evil.example", "?next=//evil.example", "x" * 5_000,
]  # fmt: skip
ENCODED = [
    "/%2f%2fevil.example",
    "/%5cevil.example",
    "/%09/evil.example",
    "/today/?next=//evil.example",
    "/@evil.example",
]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_it_is_not_taken_for_a_path(payload: str) -> None:
    assert not AccountAdapter().is_safe_url(payload)


@pytest.mark.parametrize("path", ["/", "/today/", "/workouts/?page=2", "/routines/leg-day/#table", *ENCODED])
def test_a_path_of_the_site_is_taken(path: str) -> None:
    assert AccountAdapter().is_safe_url(path)


def _stays(location: str) -> bool:
    return location.startswith("/") and not location.startswith(("//", "/\\", "/\t"))


@pytest.mark.django_db
@pytest.mark.parametrize("payload", [*PAYLOADS, *ENCODED])
@pytest.mark.parametrize("by", ["query", "body"])
def test_signing_in_and_out_stays_here(client: Client, owner: User, payload: str, by: str) -> None:
    def url(name: str) -> str:
        return reverse(name, query={"next": payload}) if by == "query" else reverse(name)

    body = {"next": payload} if by == "body" else {}
    answer = client.post(url("account_login"), {"login": owner.email, "password": PASSWORD, **body})
    assert (answer.status_code, _stays(answer.headers["Location"])) == (302, True)
    again = client.get(url("account_login"))
    assert (again.status_code, _stays(again.headers["Location"])) == (302, True)
    out = client.post(url("account_logout"), body)
    assert (out.status_code, _stays(out.headers["Location"])) == (302, True)


@pytest.mark.django_db
@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_page_that_shows_it_is_not_broken_by_it(client: Client, payload: str) -> None:
    for name in ("account_login", "account_signup", "account_reset_password"):
        answer = client.get(reverse(name, query={"next": payload}))
        assert answer.status_code == 200
        assert 'href="//evil' not in answer.content.decode()
