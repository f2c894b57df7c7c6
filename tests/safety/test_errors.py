"""The error pages: clear, without database or session, and nothing of the error in them."""

import re
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.template import engines
from django.test import Client, RequestFactory
from django.utils.translation import override

from legday import errors

CASES: list[tuple[Any, int, str]] = [
    (lambda r: errors.bad_request(r, ValueError("canary")), 400, "makes no sense"),
    (lambda r: errors.forbidden(r, PermissionDenied("canary")), 403, "not yours to open"),
    (lambda r: errors.csrf_failure(r, "canary"), 403, "too old"),
    (lambda r: errors.not_found(r, ValueError("canary")), 404, "nothing here"),
    (errors.no_length, 411, "makes no sense"),
    (errors.too_large, 413, "At most 5 MB"),
    (errors.too_many, 429, "too fast"),
    (errors.server_error, 500, "broke on our side"),
]


@pytest.mark.parametrize(("handler", "status", "words"), CASES, ids=[str(c[1]) + c[2][:3] for c in CASES])
def test_it_is_clear_and_needs_nothing(handler: Any, status: int, words: str) -> None:
    """No `db` fixture, so a statement would fail; a bare request, so there is no user, session or message store."""
    answer = handler(RequestFactory().get("/x/"))
    page = answer.content.decode()
    assert answer.status_code == status
    assert words in page
    assert "canary" not in page
    assert "main-" in page or "main.scss" in page  # our styles


@pytest.mark.parametrize(("handler", "status", "words"), CASES, ids=[str(c[1]) + c[2][:3] for c in CASES])
def test_none_is_a_dead_end(handler: Any, status: int, words: str) -> None:
    main = handler(RequestFactory().get("/x/")).content.decode().partition("<main")[2].partition("</main>")[0]
    assert re.search(r'<a [^>]*href="/', main)


@pytest.mark.parametrize(("handler", "status", "words"), CASES, ids=[str(c[1]) + c[2][:3] for c in CASES])
def test_it_is_in_one_language(handler: Any, status: int, words: str) -> None:
    with override("de"):
        page = handler(RequestFactory().get("/de/x/")).content.decode()
    assert '<html lang="de"' in page
    assert words not in page
    assert 'href="/de/' in page.partition("<main")[2].partition("</main>")[0]


FORM = "/settings/data/import/?from=strong"


@pytest.mark.parametrize(
    ("came_from", "back"),
    [
        (f"http://testserver{FORM}", FORM),
        ("", "/x/"),
        ("http://evil.example/settings/", "/x/"),
        ("http://testserver.evil.example/settings/", "/x/"),
        ("http://testserver//evil.example/", "/x/"),
        ("//testserver/settings/", "/x/"),
        ("javascript:alert(1)", "/x/"),
        ("http://[", "/x/"),
    ],
)
def test_a_refused_form_leads_back_to_its_page_and_to_no_other_site(came_from: str, back: str) -> None:
    sent = RequestFactory().post("/x/", headers={"Referer": came_from} if came_from else {})
    for handler in (errors.too_large, errors.too_many, errors.csrf_failure):
        assert f'<a class="btn" href="{back}">' in handler(sent).content.decode()
    page = errors.bad_request(sent, ValueError()).content.decode()
    assert f'<a class="btn" href="{back if back == FORM else "/"}">' in page


def test_a_path_that_looks_like_another_site_is_no_way_back() -> None:
    page = errors.too_many(RequestFactory().get("//evil.example/")).content.decode()
    assert 'href="//' not in page
    assert '<a class="btn" href="/">' in page


def test_it_links_to_the_ways_on() -> None:
    page = errors.not_found(RequestFactory().get("/x/"), ValueError()).content.decode()
    assert 'href="/routines/leg-day/"' in page


def test_500_survives_broken_context_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_request: HttpRequest) -> dict[str, Any]:
        raise RuntimeError

    monkeypatch.setattr("legday.context.site", broken)
    engines["django"].engine.__dict__.pop("template_context_processors", None)  # type: ignore[attr-defined]  # a cached property
    try:
        answer = errors.server_error(RequestFactory().get("/x/"))
    finally:
        engines["django"].engine.__dict__.pop("template_context_processors", None)  # type: ignore[attr-defined]
    assert "broke on our side" in answer.content.decode()


def test_500_survives_a_broken_template(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_name: str) -> None:
        raise OSError

    monkeypatch.setattr("django.template.loader.get_template", broken)
    answer = errors.server_error(RequestFactory().get("/x/"))
    assert answer.status_code == 500
    assert "Try again in a minute" in answer.content.decode()


def test_a_broken_view_shows_nothing_of_itself(settings: Any, client: Client) -> None:
    settings.ROOT_URLCONF = "tests.safety.urls"
    client.raise_request_exception = False
    answer = client.get("/broken/?canary-in-the-query")
    assert answer.status_code == 500
    assert "canary" not in answer.content.decode()
    assert "RuntimeError" not in answer.content.decode()


@pytest.mark.django_db
def test_a_stale_form_says_what_to_do() -> None:
    answer = Client(enforce_csrf_checks=True).post("/accounts/login/", {"login": "x"})
    assert answer.status_code == 403
    assert "load the page again" in answer.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://localhost.evil.example"])
def test_a_form_from_elsewhere_is_refused(client: Client, origin: str) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.get("/accounts/login/")
    token = strict.cookies["csrf"].value
    answer = strict.post("/accounts/login/", {"csrfmiddlewaretoken": token}, headers={"Origin": origin})
    assert answer.status_code == 403


@pytest.mark.parametrize(
    "path",
    ["/.git/config", "/.env", "/legday.sqlite3", "/var/secret_key", "/media/x", "/static/../settings.py", "/%00"],
)
@pytest.mark.django_db
def test_what_is_not_served_is_not_there(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404
