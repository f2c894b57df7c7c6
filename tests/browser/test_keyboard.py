"""By keyboard alone: past the header, to a set in the form, and saved; the focus is always to be seen. The gym
screen: gym/."""

import re
from collections.abc import Callable

import pytest
from django.utils import timezone
from playwright.sync_api import BrowserContext, Page, expect

from tests import cast, factories
from tests.browser import pages
from workouts.log.models import LoggedSet
from workouts.routines.models import Routine

# Far more stops than any page has: a trap would never end.
MOST = 300
# In a drawing the shape itself gets thick edges, and its name a line; a numeral of the gym screen has a line under it;
# inside a date, the browser marks its own parts.
FOCUS = """() => {
  const at = document.activeElement, style = getComputedStyle(at), box = at.getBoundingClientRect();
  const middle = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  const drawn = at.closest("svg") ? [...at.querySelectorAll(".muscle, text")].map(part => getComputedStyle(part)) : [];
  return {
    tag: at.tagName,
    said: (at.ariaLabel || at.labels?.[0]?.innerText || at.innerText || "").trim(),
    ring: (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || !at.matches(":focus")
      || (at.matches("input") && /inset$/.test(style.boxShadow))
      || drawn.some(part => parseFloat(part.strokeWidth) >= 7 || part.textDecorationLine === "underline"),
    covered: !drawn.length && !(middle && (at.contains(middle) || middle.contains(at))),
  };
}"""


def tab_to(page: Page, wanted: Callable[[dict[str, str]], bool]) -> int:
    """Presses Tab until the focus is where it is wanted; every stop on the way shows itself. Returns the presses."""
    for presses in range(1, MOST):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        assert stop["ring"], f"no ring on {stop}"
        assert not stop["covered"], f"something lies over {stop}"
        if wanted(stop):
            return presses
    raise AssertionError("not to be reached by Tab")


def named(words: str, tag: str = "") -> Callable[[dict[str, str]], bool]:
    return lambda stop: bool(re.search(words, stop["said"])) and tag in stop["tag"]


@pytest.mark.parametrize("width", [360, 1280])
def test_the_first_tab_skips_to_the_content(page: Page, site: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(f"{site}/exercises/")
    assert tab_to(page, named("Skip to the content")) == 1
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_every_stop_of_the_first_page_shows_itself(page: Page, site: str) -> None:
    page.goto(site)
    tab_to(page, lambda stop: stop["tag"] == "SELECT")  # the appearance, last of the foot


@pytest.mark.parametrize("width", [360, 1280])
def test_a_set_is_logged_in_the_form(page: Page, context: BrowserContext, site: str, width: int) -> None:
    user = cast.owner()
    pages.sign_in(context, site, user)
    page.set_viewport_size({"width": width, "height": 740})
    routine = Routine.objects.get(slug="leg-day")
    workout = factories.workout(by=user, routine=routine, started_at=timezone.now())
    page.goto(f"{site}/train/{workout.uid}/form/")
    tab_to(page, named("^Weight$", "INPUT"))
    page.keyboard.press("Control+A")
    page.keyboard.type("62,5")
    tab_to(page, named("Set 1 done|^Done$", "INPUT"))
    page.keyboard.press("Space")
    tab_to(page, named("^Save$", "BUTTON"))
    page.keyboard.press("Enter")
    expect(page.locator(".msgs")).to_contain_text("Saved.")
    assert LoggedSet.objects.of(user).get().weight_text == "62,5"


def test_a_chart_is_read_by_arrow_keys(page: Page, context: BrowserContext, site: str) -> None:
    pages.sign_in(context, site, pages.lifter())
    page.goto(f"{site}/progress/body-weight/?range=all")
    tab_to(page, named("Body weight over time"))
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".chart-read")).to_contain_text(": 82.0 kg")
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".chart-read")).to_contain_text("≈ 82.1 kg, from 181 lb")
