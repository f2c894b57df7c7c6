"""Row T16: a new version of the site comes in the middle of a workout."""

import pytest

from tests.browser.gym.conftest import Phone
from tests.browser.gym.line import Line
from tests.browser.gym.people import Person
from tests.browser.gym.phones import settled, until
from tests.browser.gym.screen import Screen
from tests.browser.gym.serving import Served

pytestmark = pytest.mark.long
UPDATE = "navigator.serviceWorker.getRegistration().then((all) => all.update()).then(() => undefined)"
WAITING = "navigator.serviceWorker.getRegistration().then((one) => one.waiting !== null)"
# What the next version's page does to the database: more of it, nothing less.
UPGRADE = """(account) => new Promise((done, fail) => {
  const opening = indexedDB.open(`legday-${account}`, 2);
  opening.onupgradeneeded = () => opening.result.createObjectStore("later");
  opening.onerror = () => fail(opening.error);
  opening.onsuccess = () => { opening.result.close(); done(); };
})"""


def test_the_new_worker_waits(phone: Phone, served: Served, person: Person, wire: Line) -> None:
    context = phone(person, url=wire.url)
    screen = Screen(context.new_page(), wire.url).start()
    settled(screen.page)
    screen.log()
    other = Screen(context.new_page(), wire.url).open(screen.workout)
    for tab in (screen, other):
        tab.page.evaluate("window.sameVisit = true")
    wire.weather.version = "\n// the next version"
    screen.page.evaluate(UPDATE)
    until(screen.page, WAITING)
    screen.log()
    other.wait_for(2)
    other.page.goto(f"{wire.url}/faq/")
    other.page.wait_for_timeout(500)
    assert screen.page.evaluate(WAITING), "the new version came in although a workout is open"
    assert screen.page.evaluate("window.sameVisit"), "the page was loaded anew"
    screen.wait_until_saved()
    assert served.sets(person, screen.workout) == 2
    # The workout is over: the next page lets it in.
    screen.menu("Finish workout")
    screen.page.get_by_role("heading", name="Done for today").wait_for()
    screen.wait_until_saved()
    other.page.close()
    screen.page.goto(f"{wire.url}/today/")
    # The old one may still be fetching what it keeps, and is let finish that.
    until(screen.page, f"{WAITING}.then((waits) => !waits)", 90)


def test_a_newer_page_has_widened_the_database(phone: Phone, served: Served, person: Person) -> None:
    """And was rolled back: the screen that was open logs on, so does the one that is opened again."""
    context = phone(person)
    screen = Screen(context.new_page(), served.url).start()
    screen.log()
    screen.page.evaluate("window.sameVisit = true")
    context.new_page().goto(f"{served.url}/faq/")
    context.pages[-1].evaluate(UPGRADE, person.uid)
    screen.log()
    assert screen.page.evaluate("window.sameVisit"), "the page was loaded anew"
    screen.open(screen.workout).wait_for(2)
    screen.log()
    screen.wait_until_saved()
    assert served.sets(person, screen.workout) == 3
