"""The policy and the other headers on every route (T44, T47); what production adds is in test_production.py."""

from typing import Any

import pytest
from django.test import Client

from tests import cast
from tests.safety import policy
from workouts.shared.audience import every_route

PLAIN = sorted({f"/{route.path}" for route in every_route() if not set("<(^") & set(route.path)})


@pytest.fixture
def quiet(client: Client) -> Client:
    """A browser that gets the error page where a view breaks."""
    client.raise_request_exception = False
    return client


def holds(answer: Any, path: str) -> None:
    assert policy.directives(answer.headers["Content-Security-Policy"]) == policy.of(path)
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in answer.headers["Permissions-Policy"]
    assert "Cache-Control" in answer.headers
    assert "Access-Control-Allow-Origin" not in answer.headers
    assert "Server" not in answer.headers


@pytest.mark.django_db
@pytest.mark.parametrize("path", PLAIN)
def test_every_route_says_all_of_it_to_a_guest(quiet: Client, content: None, path: str) -> None:
    answer = quiet.get(path, headers={"Origin": "https://evil.example"})
    assert answer.status_code in {200, 301, 302, 401, 404, 405}, answer.status_code
    holds(answer, path)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path", ["/admin/", "/admin/workouts/exercise/", "/admin/jsi18n/", "/admin/nothing/", "/settings/"]
)
def test_signed_in_pages_say_it_too(content: None, path: str) -> None:
    holds(cast.signed_in(cast.superuser()).get(path), path)


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "TRACE"])
@pytest.mark.parametrize("path", ["/accounts/login/", "/nothing/", "/settings/"])
def test_other_methods_say_it_too(quiet: Client, method: str, path: str) -> None:
    answer = quiet.generic(method, path)
    assert answer.status_code < 500
    holds(answer, path)


@pytest.mark.django_db
def test_errors_say_it_too(settings: Any, quiet: Client) -> None:
    settings.ROOT_URLCONF = "tests.safety.urls"
    strict = Client(enforce_csrf_checks=True)
    for answer, status in [
        (quiet.get("/nothing/"), 404),
        (quiet.get("/", headers={"Host": "evil.example"}), 400),
        (strict.post("/accounts/login/"), 403),
        (quiet.get("/broken/"), 500),
    ]:
        assert answer.status_code == status
        holds(answer, "/")


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost:8000@evil.example", "localhost,evil.example", "good:x@evil", ""]
)
def test_a_foreign_host_is_refused(quiet: Client, host: str) -> None:
    answer = quiet.get("/accounts/login/", headers={"Host": host, "X-Forwarded-Host": "localhost"})
    assert answer.status_code == 400
    assert "evil" not in answer.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("header", ["X-Forwarded-Host", "X-Forwarded-Server", "X-Original-URL", "X-Rewrite-URL"])
def test_other_words_for_the_host_are_not_believed(client: Client, header: str) -> None:
    answer = client.get("/accounts/login/", headers={header: "evil.example"})
    assert answer.status_code == 200
    assert "evil.example" not in answer.content.decode()
