"""A whole workout without a signal, the browser killed in the middle; then the server, and a second device."""

import re
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.gym import phones
from tests.browser.gym.conftest import OwnPhone, Phone
from tests.browser.gym.line import Line
from tests.browser.gym.people import Person
from tests.browser.gym.phones import Complaints
from tests.browser.gym.screen import SETS, Screen
from tests.browser.gym.serving import Served

BEFORE = 8
# Everybody of these tests has one imported leg day.
HISTORY = 17


@dataclass
class Cellar:
    """A phone of hers, and the line that is to be cut."""

    opened: OwnPhone
    profile: Path
    person: Person
    wire: Line


@pytest.fixture
def cellar(own_phone: OwnPhone, tmp_path: Path, person: Person, wire: Line, complaints: Complaints) -> Cellar:
    complaints.line_is_cut = True
    return Cellar(own_phone, tmp_path / "profile", person, wire)


def test_seventeen_sets_in_the_cellar(cellar: Cellar, served: Served, phone: Phone, complaints: Complaints) -> None:
    person, wire = cellar.person, cellar.wire
    workout, ends, label = begin(cellar)
    assert served.sets(person, workout) == 0
    with cellar.opened(offline=True) as context:
        complaints.listen(context)
        # A kill loses cookies younger than half a minute, and this one is.
        phones.sign_in(context, wire.url, person)
        screen = Screen(context.new_page(), wire.url)
        began = time.monotonic()
        screen.open(workout)
        assert time.monotonic() - began < 2
        assert screen.done == BEFORE
        assert screen.go.inner_text() == label
        assert screen.rest_ends == ends > time.time() * 1000
        expect(screen.page.locator(".tmr [role=timer]")).to_have_text(remaining(ends))
        screen.log(SETS - BEFORE)
        screen.finish()
        assert served.sets(person, workout) == 0
        wire.weather.down = False
        context.set_offline(False)
        expect(screen.page.locator("button.sync")).to_have_text("saved", timeout=20_000)
        assert served.sets(person, workout) == SETS
        assert served.all_sets(person) == HISTORY + SETS
        positions = [(slug, at) for slug, at, _, _ in served.logged(person, workout)]
        assert len(set(positions)) == SETS
        assert wire.most == 1
    go_on_elsewhere(phone, served, person, workout)


def begin(cellar: Cellar) -> tuple[str, float, str]:
    """Opened once, then the line is cut: started and logged half-way, and killed."""
    wire = cellar.wire
    with cellar.opened() as context:
        phones.sign_in(context, wire.url, cellar.person)
        page = context.new_page()
        page.goto(f"{wire.url}/today/")
        phones.settled(page)
        # Opened once: what it shows from now on is kept.
        page.goto(f"{wire.url}/train/new/")
        page.get_by_role("button", name="Start", exact=True).wait_for()
        wire.weather.down = True
        context.set_offline(True)
        screen = Screen(page, wire.url).start()
        screen.log(BEFORE)
        ends, label = screen.rest_ends, screen.go.inner_text()
        # A browser killed within 200 ms may lose what it has just written.
        time.sleep(1)
        phones.kill(cellar.profile)
        return screen.workout, ends, label


def remaining(ends: float) -> re.Pattern[str]:
    """What the timer may show within a second or two from now."""
    left = int(ends / 1000 - time.time())
    return re.compile("|".join(f"{at // 60}:{at % 60:02}" for at in range(left - 2, left + 3)))


def go_on_elsewhere(phone: Phone, served: Served, person: Person, workout: str) -> None:
    page = phone(person, viewport={"width": 1024, "height": 768}).new_page()
    page.goto(f"{served.url}/today/")
    tablet = Screen(page, served.url).open(workout)
    expect(tablet.page.get_by_role("heading", name="Done for today")).to_be_visible()
    tablet.tap(tablet.page.get_by_role("button", name="Undo finish"))
    tablet.wait_for(SETS)
    tablet.log()
    tablet.wait_until_saved()
    assert served.sets(person, workout) == SETS + 1


def test_a_page_that_the_worker_has_missed_asks_for_it(screen: Screen) -> None:
    """A worker takes the pages it sees when it comes in: one that is just then on its way is none of them. Nor is one
    that was loaded past the worker, which can be brought about at will."""
    page = screen.start().page
    phones.settled(page)
    browser = page.context.new_cdp_session(page)
    with page.expect_navigation():
        browser.send("Page.reload", {"ignoreCache": True})
    screen.go.wait_for()
    phones.settled(page)
