"""The gym screen in all its states against axe's rules, on a phone and on a desk, in both themes."""

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.gym import phones
from tests.browser.gym.conftest import Phone
from tests.browser.gym.people import Person
from tests.browser.gym.phones import Complaints
from tests.browser.gym.screen import Screen
from tests.browser.gym.serving import Served
from tests.browser.test_axe import AXE, COLOURS, EVERYTHING, WIDTHS, complaints_of_axe, unroll


@pytest.fixture
def context(phone: Phone, person: Person) -> BrowserContext:
    made = phone(person)
    made.add_init_script(path=AXE)
    return made


def look(page: Page, state: str) -> list[str]:
    found: list[str] = []
    for width in WIDTHS:
        unroll(page, width)
        page.emulate_media(color_scheme="light")
        found += [f"{state} {width} px: {said}" for said in complaints_of_axe(page, EVERYTHING)]
        page.emulate_media(color_scheme="dark")
        found += [f"{state} {width} px, dark: {said}" for said in complaints_of_axe(page, COLOURS)]
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 390, "height": 844})
    return found


def sheet(screen: Screen, button: str) -> list[str]:
    """What is wrong with the screen while one of its dialogs is open."""
    dialog = screen.page.get_by_role("dialog")
    screen.page.get_by_role("button", name=button).first.click()
    dialog.wait_for()
    found = look(screen.page, button)
    screen.page.keyboard.press("Escape")
    dialog.wait_for(state="hidden")
    return found


def wrong(screen: Screen) -> list[str]:
    """While a field says what is wrong with it."""
    weight = screen.page.locator("#pick-weight")
    before = weight.input_value()
    weight.fill("heavy")
    screen.go.click()
    screen.page.locator("[aria-invalid=true]").first.wait_for()
    found = look(screen.page, "wrong")
    weight.fill(before)
    return found


def test_no_state_has_a_barrier(context: BrowserContext, served: Served) -> None:
    screen = Screen(context.new_page(), served.url).start()
    page = screen.page
    found = look(page, "before") + wrong(screen)
    for button in ("Exercise and workout: menu", "Why, cues, last time", "Swap exercise", "What waits, and why"):
        found += sheet(screen, button)
    screen.log()
    found += look(page, "resting")
    screen.ticks.first.get_by_role("button").click()
    page.get_by_role("region", name="Change this set").wait_for()
    found += look(page, "editing")
    page.get_by_role("button", name="Cancel").click()
    screen.menu("Big type")
    found += look(page, "big type")
    page.get_by_role("button", name="Normal type").click()
    screen.menu("Finish workout")
    page.get_by_role("heading", name="Done for today").wait_for()
    assert "\n".join(found + look(page, "finished")) == ""


def test_nor_has_what_opens_without_a_network(context: BrowserContext, served: Served, complaints: Complaints) -> None:
    """The start, today, and the page that stands in for all others."""
    complaints.line_is_cut = True
    page = context.new_page()
    page.goto(f"{served.url}/today/")
    phones.settled(page)
    page.goto(f"{served.url}/train/new/")
    page.get_by_role("button", name="Start", exact=True).wait_for()
    found = look(page, "start")
    context.set_offline(True)
    for path in ("/today/", "/settings/"):
        page.goto(f"{served.url}{path}")
        found += look(page, f"{path} offline")
    assert "\n".join(found) == ""
