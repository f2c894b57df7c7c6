"""Every page at the smallest width and on a desk, in both themes: nothing sideways, nothing refused, nothing too small
for a thumb; and a form that was refused leads to what has to change."""

from contextlib import suppress

import pytest
from playwright.sync_api import BrowserContext, Page
from playwright.sync_api import TimeoutError as NotInTime

from tests import cast
from tests.browser import pages

PAGES = [
    "/", "/anatomy/", "/anatomy/glutes/", "/exercises/", "/exercises/walking-lunge/", "/routines/",
    "/routines/leg-day/", "/faq/", "/method/", "/privacy/", "/search/?q=squat", "/accounts/login/", "/accounts/signup/",
    "/accounts/password/reset/", "/exercises/leg-extension/", "/exercises/?q=nothing+of+the+kind", "/offline/",
    "/de/routines/leg-day/", "/de/exercises/walking-lunge/",
]  # fmt: skip
MOST_REQUESTS = 8
# Links in running text are as high as the text; everything else that takes a tap has room for one.
TOO_SMALL = """() => [...document.querySelectorAll("main :is(a, button, input, select, textarea, summary)")]
  .filter(each => each.checkVisibility() && !each.closest(".sr, svg") && getComputedStyle(each).display !== "inline")
  .filter(each => Math.max(...[each, each.closest("label")].map(one => one ? one.offsetHeight : 0)) < 43)
  .filter(each => each.offsetHeight > 1)
  .map(each => `${each.offsetHeight} px: ${each.outerHTML.slice(0, 90)}`)"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 360, 900, 1280])
def test_nothing_scrolls_sideways(page: Page, site: str, width: int, scheme: str) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # one of playwright's literals
    for path in PAGES:
        response = page.goto(f"{site}{path}")
        assert response is not None
        assert response.ok, path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{path} at {width}"
        assert page.locator("h1").count() == 1, path


def test_a_first_visit_makes_few_requests(page: Page, site: str) -> None:
    """The icon is one; a picture in the style sheet is none, and the worker's file comes when all is there."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in PAGES:
        page.goto("about:blank")
        asked.clear()
        page.goto(f"{site}{path}", wait_until="networkidle")
        names = {url for url in asked if not url.startswith("data:") and not url.endswith("/sw.js")}
        assert len(names) <= MOST_REQUESTS, f"{path}: {sorted(names)}"
        assert any(name.endswith(".css") for name in names)


def test_pages_of_a_member_fit_and_have_room_for_a_thumb(page: Page, context: BrowserContext, site: str) -> None:
    user = pages.lifter()
    pages.sign_in(context, site, user)
    assert "\n".join(misfits(page, site, [*pages.MEMBER, *pages.of(user)])) == ""


def test_pages_of_a_new_member_fit_and_lead_on(page: Page, context: BrowserContext, site: str) -> None:
    """Nothing is logged: the figures stay, and each page says in words or by a button what comes next."""
    pages.sign_in(context, site, cast.owner())
    assert "\n".join(misfits(page, site, pages.EMPTY)) == ""
    for path in ["/workouts/", "/progress/", "/progress/compare/", "/progress/barbell-squat/"]:
        page.goto(f"{site}{path}")
        assert page.locator(".empty svg").is_visible(), path
        assert page.locator(".empty .btn").get_attribute("href") == "/train/new/", path


def misfits(page: Page, site: str, paths: list[str]) -> list[str]:
    """What scrolls sideways at either end of the widths, and what is too small for a thumb."""
    wrong = []
    for path in paths:
        page.goto(f"{site}{path}")
        for width in (1280, 320):
            page.set_viewport_size({"width": width, "height": 800})
            if not fits(page, width):
                wrong.append(f"{path} at {width} scrolls sideways")
        assert page.locator("h1").count() == 1, path
        wrong += [f"{path}: {said}" for said in page.evaluate(TOO_SMALL)]
    return wrong


def fits(page: Page, width: int) -> bool:
    """Whether nothing scrolls sideways, as soon as charts have followed."""
    with suppress(NotInTime):
        page.wait_for_function("wide => document.documentElement.scrollWidth <= wide", arg=width, timeout=3_000)
        return True
    return False


def test_what_is_refused_takes_the_focus_and_leads_to_the_field(
    page: Page, context: BrowserContext, site: str, complaints: list[str]
) -> None:
    pages.sign_in(context, site, pages.lifter())
    page.goto(f"{site}/settings/equipment/stack/")
    page.get_by_label("Heaviest").fill("heavy")
    page.get_by_role("button", name="Save").click()
    summary = page.get_by_role("alert")
    assert "Nothing was saved yet" in summary.inner_text()
    assert summary.evaluate("each => each === document.activeElement")
    summary.get_by_role("link", name="Heaviest").click()
    field = page.get_by_label("Heaviest")
    assert field.evaluate("each => each === document.activeElement")
    assert field.input_value() == "heavy"
    assert all("422" in said for said in complaints), complaints
    complaints.clear()
