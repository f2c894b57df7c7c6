"""Rows T31: every route x nobody, another lifter, staff without the right x the owner's ids x every method."""

import re
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.http import HttpResponseBase
from django.test import Client

from tests import cast, factories, isolation
from tests.isolation import CANARY, World
from workouts.accounts.models import User
from workouts.shared.audience import every_route

pytestmark = pytest.mark.django_db

METHODS = ["get", "head", "post", "put", "patch", "delete"]
STRANGERS = ["nobody", "another lifter", "staff without the right"]


@pytest.fixture
def the(owner: User, content: None) -> World:
    return isolation.world(owner, cast.signed_in(owner))


@pytest.fixture(params=STRANGERS)
def stranger(request: pytest.FixtureRequest) -> tuple[str, Client]:
    if request.param == "nobody":
        return request.param, Client()
    user = cast.other() if request.param == "another lifter" else cast.idle_staff()
    return request.param, cast.signed_in(user)


def body(response: HttpResponseBase) -> str:
    content = b"".join(response)
    return content.decode(errors="replace") + str(response.headers)


def paths_of_admin(the: World) -> Iterator[str]:
    """Every route of the admin, with the owner's keys where it takes an object."""
    rows = {
        model._meta.model_name: model._default_manager.order_by("pk").values_list("pk", flat=True).first()
        for model in apps.get_app_config("workouts").get_models()
    }
    for route in every_route():
        if route.path.startswith("admin/") and "(?P" not in route.path:
            model = route.path.split("/")[2] if route.path.count("/") > 2 else ""
            yield re.sub(r"<[a-z]+:object_id>", str(rows.get(model) or 1), route.path).replace(
                "<path:content_type_id>", "1"
            )


def test_every_route_has_a_row(the: World) -> None:
    rows = isolation.PLAIN | set(isolation.SHARED) | set(isolation.owned(the)) | isolation.SHELLS
    routes = {route.path for route in every_route() if not route.path.startswith("admin/")}
    assert routes - rows == set(), "a new route needs a row in tests/isolation.py"
    assert rows - routes == set(), "a row names a route that is gone"


@pytest.mark.parametrize("method", METHODS)
def test_the_owner_s_rows_do_not_exist_for_others(the: World, stranger: tuple[str, Client], method: str) -> None:
    who, browser = stranger
    before = isolation.fingerprint()
    for path in [*isolation.owned(the).values(), *isolation.also_by_slug(the)]:
        response = getattr(browser, method)(f"/{path}", {"confirm": "1"} if method == "post" else {})
        expected = {302, 401, 404, 405} if who == "nobody" else {404, 405}
        assert response.status_code in expected, f"{who} {method} /{path}: {response.status_code}"
        assert CANARY not in body(response).replace(path, ""), f"{who} saw the canary at {method} /{path}"
    assert isolation.fingerprint() == before


def test_a_stranger_s_404_looks_like_an_unknown_id(the: World, as_other: Client) -> None:
    unknown = "0199aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee"
    for pattern, path in isolation.owned(the).items():
        if ":uid>" in pattern:
            foreign = as_other.get(f"/{path}")
            never = as_other.get("/" + re.sub("<uuid(?:str)?:[a-z]+>", unknown, pattern))
            assert (foreign.status_code, foreign.content) == (never.status_code, never.content), path


@pytest.mark.parametrize("method", METHODS)
def test_no_other_page_shows_the_owner_s_words(the: World, stranger: tuple[str, Client], method: str) -> None:
    who, browser = stranger
    before = isolation.fingerprint()["LoggedSet"]
    for path in [*isolation.PLAIN, *isolation.SHARED.values(), f"train/{the.workout.uid}/"]:
        if path == "accounts/logout/" and method == "post":
            continue
        response = getattr(browser, method)(f"/{path}")
        assert response.status_code < 500, f"{who} {method} /{path}"
        assert CANARY not in body(response), f"{who} saw the canary at {method} /{path}"
    assert isolation.fingerprint()["LoggedSet"] == before


@pytest.mark.parametrize("method", ["get", "post"])
def test_the_admin_is_closed_to_others(the: World, stranger: tuple[str, Client], method: str) -> None:
    who, browser = stranger
    before = isolation.fingerprint()
    for path in paths_of_admin(the):
        response = getattr(browser, method)(f"/{path}")
        assert CANARY not in body(response), f"{who} saw the canary at {method} /{path}"
        if who != "staff without the right":
            assert response.status_code in {302, 403, 404, 405}, f"{who} {method} /{path}: {response.status_code}"
    assert isolation.fingerprint() == before


def test_the_owner_sees_her_rows(the: World, as_owner: Client) -> None:
    """Else the matrix above would prove nothing."""
    for path in isolation.owned(the).values():
        response = as_owner.get(f"/{path}")
        assert response.status_code in {200, 302, 405}, f"/{path}: {response.status_code}"
        body(response)
    for path in (f"workouts/{the.workout.uid}/", f"progress/{the.exercise.slug}/", "settings/data/import/"):
        assert CANARY in as_owner.get(f"/{path}").content.decode(), path


def test_other_users_cannot_post_the_owner_s_ids_inside_their_own_forms(
    the: World, other: User, as_other: Client
) -> None:
    """A foreign id in the body: as_other's own form, the owner's rows."""

    mine = factories.workout(by=other)
    before = isolation.fingerprint()["LoggedSet"]
    page = as_other.get(f"/train/{mine.uid}/form/")
    fields = dict(re.findall(r'name="([^"]+)"[^>]*value="([^"]*)"', page.content.decode()))
    fields.update({"exercise": str(the.exercise.pk), "performed": str(the.performed.uid), "set": str(the.logged.uid)})
    response = as_other.post(f"/train/{mine.uid}/form/", fields)
    assert response.status_code < 500
    for action in ("remove", "up", "down"):
        assert as_other.post(f"/train/{mine.uid}/{the.performed.uid}/{action}/").status_code == 404
    assert isolation.fingerprint()["LoggedSet"] == before
