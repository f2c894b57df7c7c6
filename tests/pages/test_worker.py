"""The service worker's view and what it names: shells, files, icons."""

import json
import re
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from tests import factories
from workouts.accounts.models import User
from workouts.pages.queries import worker

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("content")]


def told(client: Client) -> dict[str, Any]:
    """What stands in the first line of the worker."""
    first, _, _rest = client.get("/sw.js").text.partition("\n")
    told: dict[str, Any] = json.loads(first.removeprefix("self.legday=").removesuffix(";"))
    return told


def test_every_address_it_keeps_is_there_and_public(client: Client) -> None:
    """A worker whose list names one thing that is missing is never installed, and nothing opens in the cellar."""
    kept = told(client)
    for path in [each["url"] for each in kept["precache"] if not each["url"].startswith("/static/")]:
        response = client.get(path)
        assert response.status_code == 200, path
    for path in [*kept["pages"]["en"], *kept["pages"]["de"], *kept["kit"].values()]:
        response = client.get(path)
        assert response.status_code == 200, path
        assert "public" in response["Cache-Control"], path
    for each in kept["precache"]:
        if each["url"].startswith("/static/build/"):
            assert (settings.BASE / each["url"].lstrip("/")).is_file(), each
            assert each["revision"] is None


def test_keeps_the_gym_screen_with_all_that_it_loads(client: Client) -> None:
    urls = {each["url"] for each in told(client)["precache"]}
    assert reverse("training:shell") in urls
    page = client.get(reverse("training:shell")).text
    manifest = json.loads((worker.BUILD / "manifest.json").read_text())
    for name in (chunk["file"] for chunk in manifest.values()):
        if f"/static/build/{name}" in page:
            assert f"/static/build/{name}" in urls


def test_keeps_the_sheets_and_scripts_that_kept_pages_name(client: Client) -> None:
    """A page that opens in the cellar without its own sheet is a page without its figures' places."""
    kept = told(client)
    urls = {each["url"] for each in kept["precache"]}
    named = {name for path in kept["pages"]["en"] for name in _files(client.get(path).text)}
    assert any(name.startswith("/static/build/assets/catalogue-") for name in named)
    assert named - urls == set()


def _files(page: str) -> set[str]:
    return set(re.findall(r'"(/static/build/assets/[^"]+[.](?:css|js))"', page))


def test_a_shell_is_fetched_anew_when_it_changes(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {each["url"]: each["revision"] for each in told(client)["precache"]}
    monkeypatch.setitem(worker.SHELLS, "pages:offline", "403.html")
    revisions = {each["url"]: each["revision"] for each in worker._precache()}
    changed = {url for url, revision in revisions.items() if before[url] != revision}
    assert changed == {"/offline/", "/de/offline/"}


def test_shells_hold_nothing_of_the_lifter_who_asks(as_owner: Client, client: Client, owner: User) -> None:
    begun = factories.workout(by=owner, title="Mine alone")
    for path in ("/offline/", "/offline/today/", "/offline/train/", f"/train/{begun.uid}/"):
        assert as_owner.get(path).content == client.get(path).content


def test_the_gym_screen_opens_for_any_id_without_asking_the_log(client: Client, django_assert_num_queries: Any) -> None:
    known = client.get("/train/0199a0b0-0000-7000-8000-000000000001/")
    other = client.get("/train/0199a0b0-0000-7000-8000-000000000002/")
    assert known.status_code == other.status_code == 200
    assert known.content == other.content


def test_the_manifest_names_icons_that_are_there(client: Client) -> None:
    response = client.get("/manifest.webmanifest")
    assert response["Content-Type"] == "application/manifest+json"
    manifest = response.json()
    assert manifest["start_url"] == "/today/"
    assert {icon.get("purpose", "any") for icon in manifest["icons"]} == {"any", "maskable"}
    for icon in manifest["icons"]:
        name = icon["src"].rsplit("/", 1)[1]
        stem, end = name.split(".")[0], name.rsplit(".", 1)[1]  # a hash may stand between them
        assert (settings.BASE / "static" / "icons" / f"{stem}.{end}").is_file()
