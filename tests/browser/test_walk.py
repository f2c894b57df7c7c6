"""The walk of a new lifter: home, routine, sign up, log 17 sets, history, progress."""

import re

import pytest
from playwright.sync_api import Page, expect

from workouts.accounts.models import User
from workouts.log.models import LoggedSet

EMAIL, PASSWORD = "newcomer@legday.example", "three-plates-a-side"


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def walker(request: pytest.FixtureRequest, browser: object, complaints: list[str]) -> Page:
    context = browser.new_context(java_script_enabled=request.param, viewport={"width": 360, "height": 740})  # type: ignore[attr-defined]
    request.addfinalizer(context.close)
    page: Page = context.new_page()
    page.on("console", lambda m: complaints.append(f"{page.url}: {m.text}") if m.type == "error" else None)
    return page


def sign_up(page: Page) -> None:
    page.locator("a[href*='/accounts/signup/']").first.click()
    page.get_by_label(re.compile("e-?mail", re.I)).fill(EMAIL)
    page.get_by_label(re.compile("password", re.I)).first.fill(PASSWORD)
    page.get_by_role("button", name=re.compile("sign up|create", re.I)).click()


def test_from_the_first_page_to_the_first_chart(walker: Page, site: str) -> None:
    page = walker
    page.goto(site)
    page.get_by_role("link", name="Read it first").click()
    expect(page).to_have_url(re.compile("/routines/leg-day/"))
    page.get_by_role("link", name=re.compile("start this workout", re.I)).click()
    expect(page).to_have_url(re.compile("/accounts/login/"))
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
    """Weights and reps for the 17 prescribed sets, each ticked as done."""
    done = page.locator("input[type=checkbox][name$='-done']")
    spare = {name for name in page.locator("input[name$='-spare']").evaluate_all("all => all.map(e => e.name)")}
    ticked = 0
    for index in range(done.count()):
        box = done.nth(index)
        prefix = (box.get_attribute("name") or "").removesuffix("-done")
        if f"{prefix}-spare" in spare:
            continue
        for field, value in (("weight", "60"), ("reps", "10")):
            entry = page.locator(f"input[name='{prefix}-{field}']")
            if entry.count() and entry.is_visible():
                entry.fill(value)
        box.check(force=True)
        ticked += 1
    assert ticked == 17
