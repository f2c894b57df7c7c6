"""Every page against axe's rules: WCAG 2.2 AA and best practice, on a phone and on a desk, in both themes."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests import cast
from tests.browser import pages
from tests.sources import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
EVERYTHING = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
# A theme changes nothing but colours.
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
WIDTHS = (360, 1280)
# The page's height once it has not changed for a moment: some lines come from what the browser keeps.
GROWN = """async () => {
  let before = -1, now = document.documentElement.scrollHeight;
  while (now !== before) {
    before = now;
    await new Promise((done) => setTimeout(done, 120));
    now = document.documentElement.scrollHeight;
  }
  return now;
}"""


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """As a reader's, but with axe in it: put in from outside, past the security policy."""
    made = browser.new_context(reduced_motion="reduce")
    made.add_init_script(path=AXE)
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def complaints_of_axe(page: Page, rules: dict[str, Any]) -> list[str]:
    """Each violation with the place it is at."""
    found: dict[str, Any] = page.evaluate("rules => axe.run(document, rules)", rules)
    assert found["passes"], "axe has looked at nothing"
    return [
        f"{each['id']} at {node['target']}: {' '.join(node['failureSummary'].split())}"
        for each in found["violations"]
        for node in each["nodes"]
    ]


def look(page: Page, url: str) -> list[str]:
    """What is wrong at `url`, at both widths and in both themes."""
    response = page.goto(url)
    assert response is not None
    assert response.ok, url
    found: list[str] = []
    for width in WIDTHS:
        unroll(page, width)
        page.emulate_media(color_scheme="light")
        found += [f"{url} {width} px: {said}" for said in complaints_of_axe(page, EVERYTHING)]
        page.emulate_media(color_scheme="dark")
        found += [f"{url} {width} px, dark: {said}" for said in complaints_of_axe(page, COLOURS)]
    return found


def unroll(page: Page, width: int) -> None:
    """As tall as the page, so that the bars that stick to the bottom of a phone cover nothing axe looks at."""
    page.set_viewport_size({"width": width, "height": 800})
    height = page.evaluate(GROWN)
    page.set_viewport_size({"width": width, "height": height + 200})


def look_at(page: Page, site: str, paths: list[str]) -> str:
    return "\n".join(said for path in paths for said in look(page, f"{site}{path}"))


def test_public_pages_have_no_barrier(page: Page, site: str) -> None:
    assert look_at(page, site, pages.PUBLIC) == ""


def test_member_pages_have_no_barrier(page: Page, context: BrowserContext, site: str) -> None:
    user = pages.lifter()
    pages.sign_in(context, site, user)
    assert look_at(page, site, [*pages.MEMBER, *pages.of(user)]) == ""


def test_pages_of_a_new_member_have_no_barrier(page: Page, context: BrowserContext, site: str) -> None:
    pages.sign_in(context, site, cast.owner())
    assert look_at(page, site, pages.EMPTY) == ""


def test_it_bites(page: Page, site: str) -> None:
    page.goto(f"{site}/faq/")
    page.evaluate("document.querySelector('main').append(document.createElement('button'))")
    page.evaluate("document.querySelector('main p').setAttribute('role', 'poem')")
    said = " ".join(complaints_of_axe(page, EVERYTHING))
    assert "button-name at" in said
    assert "aria-roles at" in said
