"""A workout on the gym screen, state by state, and then without a line: the pictures that album.GYM names."""

import datetime
from collections.abc import Iterator

from playwright.sync_api import BrowserContext, Page

from bench.screenshots.camera import Camera
from bench.screenshots.server import MOMENT
from tests.browser.gym.phones import settled
from tests.browser.gym.screen import Screen

INTO_THE_REST = datetime.timedelta(seconds=47)


def picture(camera: Camera, context: BrowserContext, url: str, wanted: set[str]) -> None:
    """Goes through all states, and takes those that are wanted."""
    for name, page in _states(context, url):
        if name in wanted:
            camera.screen(page, name)


def _states(context: BrowserContext, url: str) -> Iterator[tuple[str, Page]]:
    page = context.new_page()
    screen = Screen(page, url)
    page.goto(f"{url}/train/new/")
    page.get_by_role("button", name="Start", exact=True).wait_for()
    yield "gym-start", page
    screen.start()
    screen.wait_until_saved()
    yield "gym", page
    screen.log()
    screen.wait_until_saved()
    context.clock.set_fixed_time(MOMENT + INTO_THE_REST)
    yield "gym-resting", page
    page.get_by_role("button", name="Exercise and workout: menu").click()
    page.get_by_role("dialog").wait_for()
    yield "gym-menu", page
    page.keyboard.press("Escape")
    screen.menu("Big type")
    yield "gym-big", page
    page.get_by_role("button", name="Normal type").click()
    screen.menu("Finish workout")
    page.get_by_role("heading", name="Done for today").wait_for()
    screen.wait_until_saved()
    yield "gym-finished", page
    page.goto(f"{url}/today/")
    settled(page)
    context.set_offline(True)
    for name, path in (("offline-today", "/today/"), ("offline", "/settings/")):
        page.goto(f"{url}{path}")
        yield name, page
