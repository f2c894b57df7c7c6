"""Row T16: a new version of the site comes in the middle of a workout."""

import random
import time
from pathlib import Path
from typing import Any

import pytest

from tests.browser.gym import phones
from tests.browser.gym.conftest import OwnPhone, Phone
from tests.browser.gym.figures import FULL, Figures
from tests.browser.gym.line import Line
from tests.browser.gym.people import Person
from tests.browser.gym.phones import settled
from tests.browser.gym.screen import ALL_SENT, APART, Screen
from tests.browser.gym.serving import Served
from tests.browser.gym.unwatched import unwatched

pytestmark = pytest.mark.long
UPDATE = "navigator.serviceWorker.getRegistration().then((all) => all.update()).then(() => undefined)"
SETS = "document.querySelectorAll('.strip i.done').length"
ALL_SENT_NOW = f"({ALL_SENT})()"
WAITING = "navigator.serviceWorker.getRegistration().then((one) => one.waiting !== null)"
# What the next version's page does to the database: more of it, nothing less.
UPGRADE = """(account) => new Promise((done, fail) => {
  const opening = indexedDB.open(`legday-${account}`, 2);
  opening.onupgradeneeded = () => opening.result.createObjectStore("later");
  opening.onerror = () => fail(opening.error);
  opening.onsuccess = () => { opening.result.close(); done(); };
})"""

# The same, and the browser dies before it is through: rows are rewritten over and over, so there is always a middle.
UPGRADE_FOR_EVER = """(account) => {
  const opening = indexedDB.open(`legday-${account}`, 2);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore("later");
    const rows = opening.transaction.objectStore("rows");
    const again = () => {
      document.documentElement.dataset.upgrading = "";
      rows.openCursor().onsuccess = (event) => {
        const at = event.target.result;
        if (!at) return again();
        at.update({ ...at.value, widened: true });
        at.continue();
      };
    };
    again();
  };
}"""
CRASHES = 20 if FULL else 3


def test_the_new_worker_waits_until_the_workout_is_over(
    own_program: dict[str, Any], tmp_path: Path, served: Served, person: Person, wire: Line
) -> None:
    with unwatched(str(own_program["executable_path"]), tmp_path / "profile", wire.url, person.session) as browser:
        tab = browser.tab(f"{wire.url}/train/new/")
        tab.click("Start")
        tab.until("document.querySelector('.btn.go') && /^.train.[0-9a-f-]{36}.$/.test(location.pathname)")
        tab.until("navigator.serviceWorker.controller?.state === 'activated'", 45)
        workout = tab.ask("location.pathname").split("/")[2]
        tab.ask("document.querySelector('.btn.go').click()")
        tab.until(f"{SETS} === 1")
        other = browser.tab(f"{wire.url}/train/{workout}/")
        for each in (tab, other):
            each.ask("window.sameVisit = true")
        wire.weather.version = "\n// the next version"
        tab.ask(UPDATE)
        tab.until(WAITING)
        time.sleep(APART)
        tab.ask("document.querySelector('.btn.go').click()")
        other.until(f"{SETS} === 2")
        other.go(f"{wire.url}/faq/")
        time.sleep(2)
        assert tab.ask(WAITING), "the new version came in although a workout is open"
        assert tab.ask("window.sameVisit"), "the page was loaded anew"
        # The workout is over: the next page lets it in, while the others stay as they are.
        tab.click("Exercise and workout: menu")
        tab.click("Finish workout")
        tab.until("document.body.innerText.includes('Done for today')")
        tab.until(ALL_SENT_NOW)
        assert served.sets(person, workout) == 2
        other.ask("window.sameVisit = true")
        tab.go(f"{wire.url}/today/")
        tab.until(f"{WAITING}.then((waits) => !waits)", 45)
        assert other.ask("window.sameVisit"), "the page was loaded anew"


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


def test_killed_in_the_middle_of_widening(
    own_phone: OwnPhone, tmp_path: Path, served: Served, person: Person, figures: Figures
) -> None:
    """What the upgrade had begun is gone as a whole, and the version before goes on with every row."""
    dice = random.Random(16)
    with own_phone() as context:
        phones.sign_in(context, served.url, person)
        screen = Screen(context.new_page(), served.url)
        screen.page.goto(f"{served.url}/today/")
        settled(screen.page)
        workout = screen.start().workout
        screen.log()
        screen.wait_until_saved()
        time.sleep(6)  # as in T10
    for crash in range(CRASHES):
        with own_phone(offline=True) as context:
            page = context.new_page()
            page.goto(f"{served.url}/faq/")
            page.evaluate(UPGRADE_FOR_EVER, person.uid)
            page.locator("html[data-upgrading]").wait_for(state="attached")
            time.sleep(dice.uniform(0, 0.3))
            phones.kill(tmp_path / "profile")
        with own_phone(offline=True) as context:
            screen = Screen(context.new_page(), served.url).open(workout)
            screen.wait_for(crash + 1)
            screen.log()
    with own_phone() as context:
        phones.sign_in(context, served.url, person)
        screen = Screen(context.new_page(), served.url).open(workout)
        screen.wait_until_saved(30)
        assert served.sets(person, workout) == CRASHES + 1
        rows = phones.kept_rows(screen.page, f"legday-{person.uid}")["rows"]
        assert not [each for each in rows if "widened" in each]
    figures.say(f"T16: {CRASHES} crashes in an upgrade, 0 sets lost")
