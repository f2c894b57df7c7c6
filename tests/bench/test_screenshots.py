"""`make screenshots`: no page is left out, and what is kept in the repository is small and shown somewhere."""

import random
from pathlib import Path

import pytest
from django.test import Client
from django.urls import resolve
from PIL import Image

from bench.screenshots import album, keeping, pages
from tests import cast, isolation, sources
from tests.sources import ROOT
from workouts.accounts.models import User

# Answers with a page, each for a reason without pictures.
NOT_PICTURED = {
    "train/<uuid:uid>/": "the gym screen: bench.screenshots.gym",
    "offline/": "what is shown without a line: bench.screenshots.gym",
    "offline/today/": "the same",
    "offline/train/": "the gym screen's shell",
    "accounts/reauthenticate/": "the password again, as on every form that asks for it",
    "accounts/arrived/": "leads on at once",
    "settings/email/code/": "only while an address waits for its code",
    "settings/equipment/<uuid:uid>/": "the form of a new one, filled in",
    "settings/body-weight/<uuid:uid>/": "the form of the list, filled in",
}


def test_every_page_is_pictured(owner: User, content: None) -> None:
    her, anybody = cast.signed_in(owner), Client()
    the = isolation.world(owner, her)
    taken = [*pages.PUBLIC_PAGES, *pages.MEMBER_PAGES]
    taken += [f"/workouts/{the.workout.uid}/", f"/train/{the.workout.uid}/form/"]
    taken += [f"/settings/data/import/{the.batch.uid}/{more}" for more in ("", "columns/")]
    pictured = {route_of(path) for path in taken}
    tried = [*isolation.PLAIN, *isolation.SHARED.values(), *isolation.owned(the).values()]
    shown = {route_of(f"/{path}") for path in tried if is_page(her, path) or is_page(anybody, path)}
    left_out = shown - pictured
    assert left_out - set(NOT_PICTURED) == set(), "a new page needs a line in tests/browser/pages.py"
    assert set(NOT_PICTURED) - left_out - {"train/<uuid:uid>/"} == set(), "these are pictured, or gone"


def route_of(path: str) -> str:
    return resolve(path.partition("?")[0]).route


def is_page(browser: Client, path: str) -> bool:
    answer = browser.get(f"/{path}")
    return answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html")


def test_each_page_has_a_name_of_its_own() -> None:
    paths = [*pages.PUBLIC_PAGES, *pages.MEMBER_PAGES]
    assert len({pages.name_of(path) for path in paths}) == len(set(paths))
    assert pages.name_of("/") == "home"
    assert pages.name_of("/progress/barbell-squat/?range=all") == "progress-barbell-squat-range-all"


def test_what_is_kept_is_what_is_chosen_and_small_and_shown() -> None:
    kept = {path.name: path for path in sources.files("docs/img/*")}
    assert set(kept) == {each.file for each in album.CHOSEN}
    assert {name: path.stat().st_size for name, path in kept.items() if path.stat().st_size > album.MOST} == {}
    shown = "".join(path.read_text() for path in sources.files("*.md", "docs/*.md"))
    assert [each.file for each in album.CHOSEN if f"docs/img/{each.file}" not in shown or each.alt not in shown] == []


def test_nothing_else_of_the_pictures_is_committed() -> None:
    assert "docs/img/all/" in (ROOT / ".gitignore").read_text().splitlines()


def test_a_picture_that_does_not_get_small_is_an_error(tmp_path: Path) -> None:
    dice = random.Random(17)
    flat, noise = tmp_path / "flat.png", tmp_path / "noise.png"
    Image.new("RGB", (360, 740), "#f2f0ea").save(flat)
    Image.frombytes("RGB", (700, 700), dice.randbytes(3 * 700 * 700)).save(noise)
    assert 0 < len(keeping.small(flat)) < 2_000
    with pytest.raises(ValueError, match=r"noise\.png does not get under 60,000 bytes"):
        keeping.small(noise)
