"""Row T11: a line that goes wrong in every way: ticks stay quick, nothing is taken as sent that was not, and all of it
arrives, once, when the weather is fair."""

import time

import pytest
from playwright.sync_api import Page

from tests.browser.gym.conftest import Phone
from tests.browser.gym.figures import FULL, TICKS, Figures, p95, ticks
from tests.browser.gym.line import Line, Weather
from tests.browser.gym.people import Person
from tests.browser.gym.phones import Complaints, kept_rows, settled
from tests.browser.gym.screen import Screen
from tests.browser.gym.serving import Served

pytestmark = pytest.mark.long
SETS = 17 if FULL else 5
MANY = 60 if FULL else 20
SLOW = Weather(delay=2.0, speed=50_000 / 8)
WEATHERS = {
    "offline": Weather(down=True),
    "flapping, 1 s on and 1 s off": Weather(flaps=1),
    "slow 2G": SLOW,
    "60 % loss": Weather(loss=0.6),
    "captive portal": Weather(answers="portal"),
    "redirected to a login": Weather(answers="login"),
    "truncated JSON": Weather(answers="truncated"),
    "gzip garbage": Weather(answers="garbage"),
}


Opened = tuple[Screen, Line]


@pytest.fixture
def opened(phone: Phone, person: Person, wire: Line, complaints: Complaints) -> Opened:
    """A workout begun in fair weather, on a page that times its ticks."""
    complaints.line_is_cut = True
    context = phone(person, url=wire.url)
    context.add_init_script(TICKS)
    screen = Screen(context.new_page(), wire.url).start()
    settled(screen.page)
    screen.wait_until_saved()
    wire.most = 0
    return screen, wire


def unsent(page: Page, person: Person) -> int:
    """Sets without the server's word, by what the device itself keeps."""
    entries = kept_rows(page, f"legday-{person.uid}")["outbox"]
    return sum(each["mutation"]["kind"] == "set" and each.get("acked") is None for each in entries)


@pytest.mark.parametrize("weather", list(WEATHERS))
def test_a_bad_line(opened: Opened, served: Served, person: Person, figures: Figures, weather: str) -> None:
    screen, wire = opened
    wire.weather = WEATHERS[weather]
    screen.log(SETS)
    time.sleep(2)
    waiting, there = unsent(screen.page, person), served.sets(person, screen.workout)
    assert SETS - waiting <= there, "taken as sent, and not on the server"
    if wire.weather.down or wire.weather.answers:
        assert waiting == SETS, "taken as sent from a non-answer"
    took = p95(ticks(screen.page))
    wire.weather = Weather()
    screen.page.evaluate("dispatchEvent(new Event('online'))")
    began = time.monotonic()
    screen.wait_until_saved(60)
    figures.say(
        f"T11, {weather}: {SETS} sets, tick after {took:.0f} ms (p95), {waiting} unsent of which the server had "
        f"{there - (SETS - waiting)}, all of them {time.monotonic() - began:.1f} s after the weather cleared; "
        f"at most {wire.most} under way"
    )
    assert served.sets(person, screen.workout) == SETS
    assert wire.most <= 1
    assert took <= 100


def test_many_sets_on_a_slow_line(opened: Opened, served: Served, person: Person, figures: Figures) -> None:
    screen, wire = opened
    wire.weather = Weather(down=True)
    screen.log(MANY)
    wire.weather = SLOW
    screen.page.evaluate("dispatchEvent(new Event('online'))")
    began, before = time.monotonic(), len(wire.seen)
    screen.wait_until_saved(90)
    took = time.monotonic() - began
    requests = len(wire.seen) - before
    figures.say(f"T11: {MANY} sets on slow 2G (2 s, 50 kbit/s) in {took:.1f} s, {requests} requests")
    assert served.sets(person, screen.workout) == MANY
    assert wire.most <= 1
    assert took <= 60
