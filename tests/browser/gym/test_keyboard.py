"""By keyboard alone: start, log, edit and finish, and from the front page to a first workout; every stop of the focus
shows itself."""

import time

import pytest
from playwright.sync_api import expect

from tests.browser.gym.conftest import Phone
from tests.browser.gym.people import Person
from tests.browser.gym.screen import APART, Screen
from tests.browser.gym.serving import Served
from tests.browser.test_keyboard import named, tab_to


@pytest.mark.parametrize("width", [360, 1280])
def test_a_workout_without_a_pointer(phone: Phone, served: Served, person: Person, width: int) -> None:
    page = phone(person, viewport={"width": width, "height": 800}).new_page()
    screen = Screen(page, served.url)
    page.goto(f"{served.url}/train/new/")
    tab_to(page, named("^Start$", "BUTTON"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/train/*-*/")
    screen.workout = page.url.removeprefix(f"{served.url}/train/").strip("/")
    screen.go.wait_for()
    tab_to(page, named("Set 1 done", "BUTTON"))
    page.keyboard.press("Enter")
    screen.wait_for(1)
    time.sleep(APART)
    # In a field, Enter is "done" as well.
    tab_to(page, named("^Weight", "INPUT"))
    page.keyboard.press("Control+A")
    page.keyboard.type("62,5")
    page.keyboard.press("Enter")
    screen.wait_for(2)
    tab_to(page, named("^Set 1, .*Edit", "BUTTON"))
    page.keyboard.press("Enter")
    tab_to(page, named("^Reps", "INPUT"))
    page.keyboard.press("Control+A")
    page.keyboard.type("5")
    time.sleep(APART)
    page.keyboard.press("Enter")
    page.get_by_role("region", name="Log this set").wait_for()
    tab_to(page, named("Exercise and workout: menu", "BUTTON"))
    page.keyboard.press("Enter")
    tab_to(page, named("^Finish workout", "BUTTON"))
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Done for today").wait_for()
    screen.wait_until_saved()
    first, second = served.logged(person, screen.workout)
    assert first[3] == 5
    assert second[2] == "62,5"


@pytest.mark.parametrize("width", [360, 1280])
def test_a_new_lifter_comes_to_her_first_workout(phone: Phone, served: Served, width: int) -> None:
    """Nobody yet, and no pointer: an account, the first page of hers, a set, and the end of the workout."""
    page = phone(viewport={"width": width, "height": 800}).new_page()
    screen = Screen(page, served.url)
    page.goto(served.url)
    tab_to(page, named("^Sign in$", "A"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/accounts/login/**")
    tab_to(page, named("Make an account|Sign up", "A"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/accounts/signup/**")
    tab_to(page, named("^E-mail", "INPUT"))
    page.keyboard.type(f"keys-{width}@legday.example")
    tab_to(page, named("^Password", "INPUT"))
    page.keyboard.type("three-plates-a-side")
    page.keyboard.press("Enter")
    page.wait_for_url("**/today/")
    page.get_by_role("heading", name="Your first leg day.").wait_for()
    tab_to(page, named("^Start leg day$", "A"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/train/new/**")
    tab_to(page, named("^Start$", "BUTTON"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/train/*-*/")
    screen.go.wait_for()
    tab_to(page, named("Set 1 done", "BUTTON"))
    page.keyboard.press("Enter")
    screen.wait_for(1)
    tab_to(page, named("Exercise and workout: menu", "BUTTON"))
    page.keyboard.press("Enter")
    tab_to(page, named("^Finish workout", "BUTTON"))
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Done for today").wait_for()
    screen.wait_until_saved()
    page.goto(f"{served.url}/workouts/")
    tab_to(page, named("Leg day", "A"))
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Leg day", exact=True).wait_for()
    expect(page.locator(".facts")).to_contain_text("1")
