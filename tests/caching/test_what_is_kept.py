"""Which requests share a page, which have none, and that strangers can neither fill nor poison what is kept."""

import uuid
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.caching.helpers import a_page_of_each_view
from tests.safety.policy import of as policy_of
from workouts.shared.caching.middleware import SHELF
from workouts.shared.caching.shelf import Form, Page, Shelf

pytestmark = pytest.mark.django_db

LIST, SEARCH = "/exercises/", "/search/"


def test_a_page_that_is_kept_costs_one_statement(client: Client, content: None) -> None:
    for path in a_page_of_each_view():
        client.get(path)
        with CaptureQueriesContext(connection) as seen:
            client.get(path)
        assert len(seen) == 1, path
        assert "edition" in seen[0]["sql"]


@pytest.mark.parametrize(
    "query", ["x=canary", "utm_source=canary&fbclid=canary", "x=1&x=canary", "q=", "canary", "%ff=canary"]
)
def test_keys_that_the_view_does_not_read_neither_fill_nor_show(client: Client, content: None, query: str) -> None:
    for path in [page for page in a_page_of_each_view() if "?" not in page]:
        strange = client.get(f"{path}?{query}")  # the first to ask: what is kept is what it was sent
        kept = len(SHELF)
        assert "canary" not in strange.content.decode()
        assert client.get(path).content == strange.content, path
        assert len(SHELF) == kept, path


def test_a_thousand_of_them_are_one_page(client: Client, content: None) -> None:
    for number in range(1000):
        assert client.get(f"/faq/?x={number}").status_code == 200
    assert len(SHELF) == 1


def test_free_words_are_never_kept(client: Client, content: None) -> None:
    for path in (f"{SEARCH}?q=squat", f"{LIST}?q=press&muscle=glutes", f"{SEARCH}?q=squat&x=1"):
        assert client.get(path).status_code == 200
    assert len(SHELF) == 0


def test_choices_are_a_page_each_in_whatever_order(client: Client, content: None) -> None:
    first = client.get(f"{LIST}?muscle=glutes&pattern=hinge&x=1")
    assert client.get(f"{LIST}?pattern=hinge&muscle=glutes&q=").content == first.content
    assert len(SHELF) == 1
    assert client.get(f"{LIST}?muscle=glutes").content != first.content
    assert client.get(LIST).content != first.content
    assert len(SHELF) == 3


def test_a_choice_that_comes_twice_or_does_not_exist_is_not_kept(client: Client, content: None) -> None:
    client.get(f"{LIST}?muscle=glutes&muscle=soleus")
    client.get(f"{LIST}?muscle={'x' * 3000}")
    client.get(f"{LIST}?{'&'.join(f'k{n}=1' for n in range(30))}")
    assert len(SHELF) == 0


def test_a_search_is_answered_for_what_was_asked(client: Client, content: None) -> None:
    """The layer takes away what the view does not read, and nothing else."""
    assert "Leg press" in client.get(f"{SEARCH}?q=press&x=1").content.decode()
    assert client.get(f"{LIST}?muscle=soleus").context["form"].chosen()["muscle"] == "soleus"


def test_a_foreign_host_is_refused_though_the_page_is_kept(client: Client, content: None) -> None:
    client.get("/faq/")
    for host in ("evil.example", "localhost.evil.example", "localhost:80:80", "", "local host"):
        answer = client.get("/faq/", headers={"Host": host})
        assert answer.status_code == 400, host
        assert "evil" not in answer.content.decode()
    assert len(SHELF) == 1


def test_no_page_shows_the_host_it_was_asked_by(client: Client, settings: Any, content: None) -> None:
    """So it need not be part of the key."""
    settings.ALLOWED_HOSTS = ["localhost", "canary.example"]
    for path in a_page_of_each_view():
        strange = client.get(path, headers={"Host": "canary.example:81"})
        assert "canary" not in strange.content.decode() + str(strange.headers), path
        assert client.get(path, headers={"Host": "localhost"}).content == strange.content, path


def test_http_is_sent_on_to_https_though_the_page_is_kept(client: Client, settings: Any, content: None) -> None:
    settings.SECURE_SSL_REDIRECT, settings.SECURE_HSTS_SECONDS = True, 63_072_000
    safe = client.get("/faq/", secure=True)
    assert safe.headers["Strict-Transport-Security"].startswith("max-age=63072000")
    assert client.get("/faq/", secure=True).headers == safe.headers
    assert client.get("/faq/").status_code == 301
    assert len(SHELF) == 1


def test_nothing_of_a_member_or_a_guest_is_kept(as_owner: Client, client: Client, content: None) -> None:
    for path in ("/settings/", "/workouts/", "/progress/"):
        assert as_owner.get(path).status_code == 200
    for path in ("/accounts/login/", "/accounts/signup/", "/nothing/", "/faq"):
        client.get(path)
    assert len(SHELF) == 0


def test_the_policy_is_on_what_is_kept(client: Client, content: None) -> None:
    for path in a_page_of_each_view():
        client.get(path)
        assert set(client.get(path).headers["Content-Security-Policy"].split("; ")) == policy_of(path)


def page(size: int) -> Page:
    return Page(1, Form(b"x" * size, [], '"tag"'), "text/html", [], packable=False)


def test_the_shelf_is_bounded_in_bytes_and_drops_what_was_asked_for_longest_ago() -> None:
    shelf = Shelf(room=1000)
    for name in "abcd":
        shelf.put(name, page(100))
    assert shelf.get("a")
    for name in "ef":
        shelf.put(name, page(100))
    assert [name for name in "abcdef" if shelf.get(name)] == ["a", "c", "d", "e", "f"]
    assert shelf.taken == 1000
    shelf.put("a", page(50))
    assert shelf.taken == 900
    shelf.put("large", page(501))
    assert (len(shelf), shelf.taken) == (0, 0)


def test_a_flood_of_ids_stays_within_bounds(client: Client, content: None) -> None:
    for _ in range(20):
        client.get(f"/train/{uuid.uuid4()}/")
    assert len(SHELF) == 0, "an address that anybody can make up is not kept"
