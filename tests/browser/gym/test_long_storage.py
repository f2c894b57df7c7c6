"""Row T15: a phone that keeps nothing (more): NOT SAVED at once, the value stays in the field, no false tick."""

import re
import time

import pytest
from playwright.sync_api import expect

from tests.browser.gym.conftest import Phone
from tests.browser.gym.figures import Figures
from tests.browser.gym.people import Person
from tests.browser.gym.screen import APART, Screen
from tests.browser.gym.serving import Served

pytestmark = pytest.mark.long

# While `window.failing` is set, what is written to the outbox is aborted by the browser.
ABORTING = """(() => {
  const real = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (stores, mode, ...given) {
    const tx = real.call(this, stores, mode, ...given);
    if (window.failing && mode === "readwrite" && [stores].flat().includes("outbox")) queueMicrotask(() => tx.abort());
    return tx;
  };
})()"""
# From the tap to the words, ms.
REFUSALS = """(() => {
  window.refusals = [];
  addEventListener("click", (event) => {
    if (!event.target.closest?.(".btn.go")) return;
    const watch = new MutationObserver(() => {
      if (!document.querySelector(".unsaved")) return;
      watch.disconnect();
      window.refusals.push(performance.now() - event.timeStamp);
    });
    watch.observe(document, { subtree: true, childList: true, attributes: true });
  }, true);
})()"""
MOST_MS = 200
ROOM_IS_REMEMBERED = 35


def refused(screen: Screen, figures: Figures, why: str) -> None:
    """A tap that must say NOT SAVED, with what was typed still in the field."""
    screen.page.locator("#pick-weight").fill("61,5")
    time.sleep(APART)
    screen.go.click()
    retry = screen.page.get_by_role("button", name=re.compile("NOT SAVED"))
    expect(retry).to_be_visible()
    assert screen.done == 0, "a false tick"
    assert screen.page.locator("#pick-weight").input_value() == "61,5"
    took = float(screen.page.evaluate("window.refusals.at(-1)"))
    figures.say(f"T15, {why}: NOT SAVED after {took:.0f} ms")
    assert took <= MOST_MS


def then_saved(screen: Screen, served: Served, person: Person) -> None:
    screen.page.get_by_role("button", name=re.compile("NOT SAVED")).click()
    screen.wait_for(1)
    screen.wait_until_saved()
    assert [weight for _, _, weight, _ in served.logged(person, screen.workout)] == ["61,5"]


@pytest.fixture
def timed(phone: Phone, served: Served, person: Person) -> Screen:
    context = phone(person)
    context.add_init_script(REFUSALS)
    context.add_init_script(ABORTING)
    screen = Screen(context.new_page(), served.url).start()
    screen.wait_until_saved()
    return screen


def test_an_aborted_transaction(timed: Screen, served: Served, person: Person, figures: Figures) -> None:
    timed.page.evaluate("window.failing = true")
    refused(timed, figures, "transaction aborted")
    timed.page.evaluate("window.failing = false")
    then_saved(timed, served, person)


def test_no_room_left(timed: Screen, served: Served, person: Person, figures: Figures) -> None:
    devtools = timed.page.context.new_cdp_session(timed.page)
    devtools.send("Storage.overrideQuotaForOrigin", {"origin": served.url, "quotaSize": 1})
    # Chromium goes on for so long with the room that it last found.
    time.sleep(ROOM_IS_REMEMBERED)
    refused(timed, figures, "quota used up")
    devtools.send("Storage.overrideQuotaForOrigin", {"origin": served.url})
    then_saved(timed, served, person)


def test_no_storage_at_all(phone: Phone, served: Served, person: Person) -> None:
    context = phone(person)
    context.add_init_script("IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };")
    page = context.new_page()
    page.goto(f"{served.url}/train/0199a0b0-0000-7000-8000-000000000001/")
    expect(page.get_by_role("heading", name="This browser keeps nothing")).to_be_visible()
