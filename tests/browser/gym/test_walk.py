"""The walk of a new lifter with script: home, routine, a workout at once, then an account, history, progress."""

import re

from playwright.sync_api import expect

from tests.browser.gym.conftest import Phone
from tests.browser.gym.screen import SETS, Screen
from tests.browser.gym.serving import Served
from tests.cast import PASSWORD


def test_from_the_first_page_to_the_first_chart(phone: Phone, served: Served) -> None:
    page = phone(viewport={"width": 360, "height": 740}).new_page()
    page.goto(served.url)
    page.get_by_role("link", name="Read it first").click()
    page.get_by_role("link", name=re.compile("start this workout", re.I)).first.click()
    page.get_by_role("button", name="Start", exact=True).click()
    screen = Screen(page, served.url)
    screen.go.wait_for()
    # The first time nobody knows her weights.
    while page.locator(".btn.finish").count() == 0:
        if page.locator("input#pick-weight").count() and not page.locator("#pick-weight").input_value():
            page.locator("#pick-weight").fill("60")
        screen.log()
    assert screen.done == SETS
    screen.finish()
    page.get_by_role("link", name="Sign up and keep it for good").click()
    page.get_by_label("E-mail address").fill("newcomer@legday.example")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Make the account").click()
    expect(page.locator("body")).to_contain_text("1 workout from this phone is in your account now.")
    page.goto(f"{served.url}/workouts/")
    expect(page.locator("main")).to_contain_text(str(SETS))
    page.goto(f"{served.url}/progress/barbell-squat/")
    expect(page.locator("main table").first).to_be_visible()
