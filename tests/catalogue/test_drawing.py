"""The drawing of the leg: every muscle is a region with a name, what it does, and a link; states reach it."""

import re
import tomllib

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.utils import translation

from tests.pages.reading import Page
from tests.sources import ROOT

MUSCLES = tomllib.loads((ROOT / "content/muscles.toml").read_text())["muscle"]
GERMAN = {each["slug"]: each for each in tomllib.loads((ROOT / "content/de/muscles.toml").read_text())["muscle"]}
DEEP = {muscle["slug"] for muscle in MUSCLES if muscle["deep"]}


class Drawn:
    """The drawing alone, as a page would hold it."""

    def __init__(self, language: str = "en", **context: object) -> None:
        with translation.override(language):
            self.content = render_to_string("components/legs.html", context).encode()


def test_the_twelve_are_named_described_and_lead_to_their_text(client: Client, content: None) -> None:
    page = Page(Drawn())
    links = {link["aria-label"]: link["href"] for link in page.all("a") if "aria-label" in link}
    assert links == {muscle["name"]: f"/anatomy/{muscle['group']}/#{muscle['slug']}" for muscle in MUSCLES}
    for muscle in MUSCLES:
        assert muscle["actions"] in page.text
        group, _, anchor = links[muscle["name"]].partition("#")
        assert len(Page(client.get(group)).all("div", id=anchor)) == 1


@pytest.mark.parametrize("language", ["en", "de"])
def test_it_speaks_the_language_of_the_page_as_content_does(language: str) -> None:
    text = Drawn(language).content.decode()
    said = dict(zip(re.findall(r'#([\w-]+)" aria-label', text), re.findall("<desc>(.*?)</desc>", text), strict=True))
    assert said == {each["slug"]: (GERMAN[each["slug"]] if language == "de" else each)["actions"] for each in MUSCLES}
    # Each muscle once in each view that shows it, and the two parts of the core.
    titles = re.findall("<title>(.*?)</title>", text)
    assert set(titles) >= {(GERMAN[each["slug"]] if language == "de" else each)["name"] for each in MUSCLES}
    assert len(titles) == 17


def test_a_deep_muscle_is_dashed_and_its_label_is_no_second_stop_for_the_keyboard() -> None:
    page = Page(Drawn())
    assert sum("deep" in group.get("class", "").split() for group in page.all("g")) == len(DEEP - {"soleus"})
    labels = [link for link in page.all("a") if "tabindex" in link]
    assert {link["href"].partition("#")[2] for link in labels} == DEEP
    assert {(link["tabindex"], link["aria-hidden"]) for link in labels} == {("-1", "true")}


def test_a_picture_has_no_links_and_says_what_it_is_told() -> None:
    page = Page(Drawn(legs_plain=True, legs_label="Six sets"))
    assert page.all("a") == []
    assert page.all("svg", role="img", aria_label="Six sets")


@pytest.mark.parametrize("state", ["is-lead", "is-dim", "heat-0", "heat-4"])
def test_a_state_of_a_group_or_a_muscle_stands_on_its_regions(state: str) -> None:
    page = Page(Drawn(legs={"hamstrings": state, "soleus": state}))
    marked = [group["class"].split()[1] for group in page.all("g") if state in group.get("class", "").split()]
    assert marked == ["calves", "hamstrings", "hamstrings", "hamstrings", "calves"]  # the soleus is in both views
