"""The style guide in a browser: no barrier, nothing sideways, states that only a pointer shows, the gym's parts."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests import cast
from tests.browser import pages
from tests.browser.test_axe import AXE, look

PATH = "/styleguide/"
LINE = "each => getComputedStyle(each).textDecorationLine"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(reduced_motion="reduce")
    made.add_init_script(path=AXE)
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture
def guide(page: Page, context: BrowserContext, site: str) -> str:
    """Its address, for somebody of the staff."""
    pages.sign_in(context, site, cast.idle_staff())
    return f"{site}{PATH}"


def test_it_has_no_barrier(page: Page, guide: str) -> None:
    assert "\n".join(look(page, guide)) == ""


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_nothing_scrolls_sideways(page: Page, guide: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(guide)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("scrollY") == 0


def test_states_are_those_of_the_styles(page: Page, guide: str) -> None:
    page.goto(guide)
    button = page.locator(".sg-states .btn:not(.line, .small)")
    assert button.nth(0).evaluate(LINE) == "none"
    assert button.nth(1).evaluate(LINE) == "underline"
    assert button.nth(2).evaluate("each => getComputedStyle(each).outlineWidth") == "3px"
    assert button.nth(3).evaluate("each => getComputedStyle(each).transform") == "matrix(1, 0, 0, 1, 0, 1)"
    button.nth(0).hover()
    assert button.nth(0).evaluate(LINE) == "underline"


def test_sizes_are_those_of_the_tokens(page: Page, guide: str) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(guide)
    size = page.locator("[data-size='--t-h1']")
    assert size.evaluate("each => getComputedStyle(each).fontSize") == "52px"
    page.set_viewport_size({"width": 1280, "height": 800})
    assert size.evaluate("each => getComputedStyle(each).fontSize") == "96px"
    assert page.locator("[data-space='--s-4']").evaluate("each => each.offsetWidth") == 24


def test_the_gym_screen_s_parts_show_themselves_and_do_nothing(page: Page, guide: str) -> None:
    page.goto(guide)
    rows = page.locator("[data-part=rows] .srow")
    expect(rows).to_have_count(4)
    assert "82.5×10" in rows.nth(0).inner_text().replace("\n", "")
    expect(page.locator("[data-part=trouble]").get_by_role("button", name="NOT SAVED")).to_have_count(1)
    page.locator("[data-part=trouble]").get_by_role("button", name="NOT SAVED").click()
    weight = page.locator("#pick-weight")
    assert weight.input_value() == "80"
    page.get_by_role("button", name="2.5 kg more").click()
    assert weight.input_value() == "80"
    expect(page.get_by_text("Whole reps, such as 8.")).to_be_visible()
