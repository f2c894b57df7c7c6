"""The walk of a new lifter without script: home, routine, sign up, 17 sets, history, progress. With script: gym/."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from workouts.accounts.models import User
from workouts.log.models import LoggedSet

EMAIL, PASSWORD = "newcomer@legday.example", "three-plates-a-side"


@pytest.fixture
def walker(browser: Browser, complaints: list[str]) -> Iterator[Page]:
    """A phone of 360 px."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.on("console", lambda said: complaints.append(f"{page.url}: {said.text}") if said.type == "error" else None)
    page.on("response", lambda got: complaints.append(f"{got.status} {got.url}") if got.status >= 400 else None)
    yield page
    context.close()


def sign_up(page: Page) -> None:
    page.get_by_label(re.compile("e-?mail", re.I)).fill(EMAIL)
    page.get_by_label(re.compile("password", re.I)).first.fill(PASSWORD)
    page.get_by_role("button", name=re.compile("make the account", re.I)).click()


def test_from_the_first_page_to_the_first_chart(walker: Page, site: str) -> None:
    page = walker
    page.goto(site)
    page.get_by_role("link", name="Read it first").click()
    expect(page).to_have_url(re.compile("/routines/leg-day/"))
    page.get_by_role("link", name=re.compile("start this workout", re.I)).click()
    # The screen of guests needs script, and says what to do without.
    page.get_by_role("link", name="Make an account").click()
    sign_up(page)
    expect(page).to_have_url(re.compile("/train/new/"))
    page.get_by_role("button", name=re.compile("start", re.I)).click()
    expect(page).to_have_url(re.compile("/train/.+/form/"))
    fill_in(page)
    page.get_by_role("button", name=re.compile("^save", re.I)).first.click()
    user = User.objects.get(email=EMAIL)
    assert LoggedSet.objects.of(user).live().count() == 17
    page.goto(f"{site}/workouts/")
    expect(page.locator("main")).to_contain_text("17")
    page.goto(f"{site}/progress/barbell-squat/")
    expect(page.locator("main")).to_contain_text("60")
    expect(page.locator("main table").first).to_be_visible()


def fill_in(page: Page) -> None:
    """Weights and reps for the 17 prescribed sets, each ticked as done; the spare row of each exercise stays."""
    boxes = page.locator("input[type=checkbox][name$='-done']").evaluate_all("all => all.map(box => box.name)")
    names = [name.removesuffix("-done") for name in boxes]
    spares = {name.split("-")[0]: name for name in names}.values()
    done = [name for name in names if name not in spares]
    assert len(done) == 17
    for name in done:
        page.locator(f"input[name='{name}-weight']").fill("60")
        page.locator(f"input[name='{name}-reps']").fill("10")
        page.locator(f"input[name='{name}-done']").check()
