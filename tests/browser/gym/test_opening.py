"""What the gym screen says before its script runs: words for who waits for the network, and none that flicker."""

import re

from playwright.sync_api import Page, Route, expect

from tests.browser.gym.conftest import Phone
from tests.browser.gym.people import Person
from tests.browser.gym.screen import Screen
from tests.browser.gym.serving import Served

# What a first paint would show: before any script but the blocking one.
FIRST_PAINT = """() => document.addEventListener("DOMContentLoaded", () => {
  window.firstWords = getComputedStyle(document.querySelector(".opening")).visibility;
})"""
SCRIPT = re.compile(r"/assets/main-[\w-]+\.js$")


def test_words_while_the_script_is_on_its_way(phone: Phone, served: Served, person: Person) -> None:
    page, held = on_a_slow_line(phone, person)
    workout = "0199a0b0-0000-7000-8000-000000000001"
    page.goto(f"{served.url}/train/{workout}/", wait_until="commit")
    expect(page.get_by_role("heading", name="Opening the workout", level=1)).to_be_visible()
    page.goto(f"{served.url}/train/new/", wait_until="commit")
    expect(page.get_by_role("heading", name="Start a workout", level=1)).to_be_visible()
    for route in held:
        route.continue_()
    expect(page.get_by_role("button", name="Start", exact=True)).to_be_visible()
    expect(page.locator(".opening")).to_have_count(0)


def on_a_slow_line(phone: Phone, person: Person) -> tuple[Page, list[Route]]:
    """A page whose scripts wait until they are let go."""
    page = phone(person).new_page()
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(SCRIPT, hold)
    return page, held


def test_no_words_on_a_phone_that_has_it_all(screen: Screen) -> None:
    """Nor where less motion is wanted, as by all phones of these tests."""
    screen.start()
    screen.page.evaluate("navigator.serviceWorker.ready")
    screen.page.wait_for_function("navigator.serviceWorker.controller")
    screen.page.add_init_script(f"({FIRST_PAINT})()")
    screen.page.reload()
    screen.go.wait_for()
    assert screen.page.evaluate("window.firstWords") == "hidden"
    expect(screen.page.locator(".opening")).to_have_count(0)


def test_no_words_of_a_script_without_script(phone: Phone, served: Served, person: Person) -> None:
    page = phone(person, java_script_enabled=False).new_page()
    page.goto(f"{served.url}/train/0199a0b0-0000-7000-8000-000000000001/")
    expect(page.get_by_role("heading", name="This screen needs script")).to_be_visible()
    expect(page.get_by_role("heading", name="Opening the workout")).to_be_hidden()
