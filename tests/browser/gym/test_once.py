"""Row T23: double taps, ten taps a second, two tabs, back and forward: one set an intention, one pusher."""

import time

from playwright.sync_api import Page

from tests.browser.gym import phones
from tests.browser.gym.conftest import OwnPhone, Phone
from tests.browser.gym.line import Line
from tests.browser.gym.people import Person
from tests.browser.gym.phones import Complaints
from tests.browser.gym.screen import APART, Screen
from tests.browser.gym.serving import Served


def hammer(page: Page, taps: int, apart: float) -> None:
    """A finger at the place of the big button, whatever stands there by then."""
    box = page.locator(".btn.go").bounding_box()
    assert box
    for _ in range(taps):
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        time.sleep(apart)


def test_ten_taps_a_second_are_one_set(screen: Screen, served: Served, person: Person) -> None:
    screen.start()
    screen.go.dblclick()
    screen.wait_for(1)
    time.sleep(APART)
    hammer(screen.page, 10, 0.1)
    screen.wait_for(2)
    time.sleep(APART)
    screen.page.keyboard.press("Tab")
    screen.go.focus()
    for _ in range(5):
        screen.page.keyboard.press("Enter")
    screen.wait_for(3)
    screen.wait_until_saved()
    assert served.sets(person, screen.workout) == 3


def test_two_tabs_at_the_same_set(
    phone: Phone, person: Person, served: Served, wire: Line, complaints: Complaints
) -> None:
    wire.weather.delay = 0.2
    context = phone(person, url=wire.url)
    first = Screen(context.new_page(), wire.url).start()
    second = Screen(context.new_page(), wire.url).open(first.workout)
    second.wait_until_saved()
    # The page of the start has said a last word as it went, without waiting for anybody; from here on nobody goes.
    wire.most = 0
    for sets in (1, 2, 3):
        # Both show the same set; neither waits for the other.
        for tab in (first, second):
            tab.page.evaluate("setTimeout(() => document.querySelector('.btn.go').click(), 50)")
        for tab in (first, second):
            tab.wait_for(sets)
        time.sleep(APART)
    first.wait_until_saved()
    second.wait_until_saved()
    assert served.sets(person, first.workout) == 3
    assert wire.most == 1, "two tabs have sent at the same time"
    assert len(second.names()) == 3


def test_back_and_forward(own_phone: OwnPhone, served: Served, person: Person) -> None:
    """A page from the back/forward cache logs what comes next, once; and it shows what another tab has done meanwhile
    (a browser may throw it out of its cache for that)."""
    with own_phone(more={"ignore_default_args": ["--disable-back-forward-cache"]}) as context:
        phones.sign_in(context, served.url, person)
        context.add_init_script("addEventListener('pageshow', (event) => { window.fromCache = event.persisted; });")
        screen = Screen(context.new_page(), served.url).start()
        screen.log()
        # No browser keeps a page while a push holds the lock of the tabs, or when a worker takes over meanwhile.
        phones.settled(screen.page)
        screen.wait_until_saved()
        screen.page.goto(f"{served.url}/faq/")
        wander(screen.page, "back", "/train/")
        assert screen.page.evaluate("window.fromCache"), "the browser did not keep the page: nothing was tested"
        screen.log()
        wander(screen.page, "forward", "/faq/")
        other = Screen(context.new_page(), served.url).open(screen.workout)
        # Taps in two tabs that come as quickly as that are one, and a page from the phone itself opens quickly.
        time.sleep(APART)
        other.log()
        wander(screen.page, "back", "/train/")
        screen.wait_for(3)
        time.sleep(APART)
        screen.log()
        screen.wait_until_saved()
        assert served.sets(person, screen.workout) == 4


def wander(page: Page, way: str, path: str) -> None:
    """By the page's own history: a page that was kept never loads, which is what the tool's own way waits for."""
    page.evaluate(f"setTimeout(() => history.{way}())")
    page.wait_for_function("path => location.pathname.startsWith(path) && document.readyState === 'complete'", arg=path)
