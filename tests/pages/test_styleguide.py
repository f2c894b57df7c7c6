"""The style guide: for staff alone, complete, and its tokens are those of the Sass."""

import re
from pathlib import Path

import pytest
from django.test import Client

from tests import cast
from tests.sources import ROOT, files
from workouts.accounts.models import User
from workouts.pages.queries import tokens
from workouts.pages.samples import STATES
from workouts.training.models import CalendarFeed

PATH = "/styleguide/"
COMPONENTS = ROOT / "templates/components"
# Each with its reason; the rest of the page's own frame is seen by the test, being rendered with the page.
NOT_SHOWN = {
    "brand.html": "the frame, which each worker renders once",
    "footer.html": "the same",
    "nav.html": "the same",
    "svg_defs.html": "the same; it is not seen",
    "install.html": "hidden until a browser offers it",
}


@pytest.fixture
def staff(idle_staff: User) -> Client:
    return cast.signed_in(idle_staff)


@pytest.fixture
def page(staff: Client) -> str:
    """As any staff sees it, without content."""
    response = staff.get(PATH)
    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "no-store, private"
    return response.content.decode()


def test_it_does_not_exist_for_others(as_owner: Client) -> None:
    for browser in (Client(), as_owner):
        for address in (PATH, f"/de{PATH}"):
            assert browser.get(address).status_code == 404
            assert browser.post(address).status_code == 404


def test_it_opens_in_every_language(staff: Client) -> None:
    assert staff.get(f"/de{PATH}").status_code == 200


def test_it_is_in_no_list_of_pages(client: Client, content: None) -> None:
    for address in ("/sitemap.xml", "/sw.js"):
        assert "styleguide" not in client.get(address).content.decode()


def test_every_component_is_shown(staff: Client) -> None:
    used = {str(template.name) for template in staff.get(PATH).templates}
    there = {path.name for path in files("templates/components/*.html")}
    missing = {name for name in there if f"components/{name}" not in used}
    assert missing - set(NOT_SHOWN) == set(), "a component without a sample"
    assert set(NOT_SHOWN) <= there


def test_every_sign_is_shown(page: str) -> None:
    paths = re.findall(r'name == "[a-z]+" %\}(<.*?)\{%', (COMPONENTS / "icon.html").read_text())
    assert len(paths) > 15
    assert [path for path in paths if path not in page] == []


@pytest.mark.parametrize("name", ["_tokens.scss", "_themes.scss"])
def test_every_token_is_shown(page: str, name: str) -> None:
    defined = set(re.findall(r"^\s*(--[\w-]+):", (ROOT / "frontend/styles" / name).read_text(), re.M))
    assert len(defined) > 20
    assert {each for each in defined if f"<code>{each}</code>" not in page} == set()


def test_tokens_are_read_where_they_are_defined(staff: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("_tokens.scss", "_themes.scss"):
        text = (tokens.STYLES / name).read_text()
        (tmp_path / name).write_text(text.replace("#f2f0ea", "#f2f0eb").replace("1.1875rem", "1.1876rem"))
    monkeypatch.setattr(tokens, "STYLES", tmp_path)
    page = staff.get(PATH).content.decode()
    assert "#f2f0eb" in page
    assert "#f2f0ea" not in page.split('id="colours"')[1]
    assert "1.1876rem · 1.3125rem" in page


def test_a_token_that_the_dark_theme_leaves_alone_is_the_light_one_s() -> None:
    by_name = {colour.name: colour for colour in tokens.colours()}
    assert by_name["--dock-ink"].light == by_name["--dock-ink"].dark
    assert by_name["--paper"].light != by_name["--paper"].dark
    # It is another token in the one theme, and a colour in the other.
    assert by_name["--glutes-low"].light == by_name["--sheet"].light
    assert by_name["--glutes-low"].dark == "#4d380c"


@pytest.mark.parametrize(
    ("front", "ground", "ratio"),
    [("#000", "#fff", 21.0), ("#fff", "#000000", 21.0), ("#777", "#fff", 4.48), ("#767676", "#fff", 4.54)],
)
def test_contrast_is_that_of_wcag(front: str, ground: str, ratio: float) -> None:
    assert round(tokens.contrast(front, ground), 2) == ratio


@pytest.mark.parametrize("pair", tokens.pairs(), ids=lambda pair: f"{pair.front.name} on {pair.ground.name}")
def test_every_pair_is_told_apart_in_both_themes(pair: tokens.Pair) -> None:
    assert pair.light >= pair.least
    assert pair.dark >= pair.least
    assert pair.met


def test_a_pair_that_is_too_low_is_told(staff: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "too low" not in staff.get(PATH).content.decode()
    monkeypatch.setattr(tokens, "TEXT", 20)
    assert "too low: 20.0" in staff.get(PATH).content.decode()


def test_states_and_samples(page: str) -> None:
    for state in STATES:
        assert page.count(f'class="btn {state}"') == 1
    assert page.count("disabled") >= 3
    assert page.count('aria-invalid="true"') >= 4
    assert 'value="heavy"' in page, "what was typed is kept"
    assert "autofocus" not in page, "the page begins at its beginning"
    assert page.count('class="empty"') == 2
    assert page.count("with the rear foot on the wall") >= 6


def test_what_is_sent_changes_nothing(staff: Client, content: None) -> None:
    before = (User.objects.count(), CalendarFeed.objects.count())
    answer = staff.post(PATH, {"right-name": "x", "right-weight": "20"})
    assert answer.status_code == 200
    assert answer.content.decode().count('value="heavy"') == 1
    assert (User.objects.count(), CalendarFeed.objects.count()) == before
