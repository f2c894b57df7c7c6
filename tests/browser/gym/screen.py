"""The gym screen as a lifter handles it: every act is a real click or key."""

import re
import time

from playwright.sync_api import Locator, Page, expect

from tests.browser.gym.phones import until

# Taps closer than half a second are one intention.
APART = 0.6
SETS = 17
ALL_SENT = """() => new Promise((done) => {
  const opening = indexedDB.open(`legday-${localStorage.getItem("legday.account")}`);
  opening.onsuccess = () => {
    const asked = opening.result.transaction("outbox").objectStore("outbox").getAll();
    asked.onsuccess = () => { opening.result.close(); done(asked.result.every((each) => each.acked !== undefined)); };
  };
})"""


class Screen:
    """`workout` is its id; `taps` counts the clicks that were made."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url
        self.taps = 0
        self.workout = ""
        self._last = 0.0

    @property
    def go(self) -> Locator:
        return self.page.locator(".btn.go")

    @property
    def ticks(self) -> Locator:
        """Rows that are done, of the exercise in front."""
        return self.page.locator(".srow.done")

    @property
    def sync(self) -> Locator:
        return self.page.locator("button.sync")

    def start(self) -> "Screen":
        """From the page with the one button to the first set."""
        self.page.goto(f"{self.url}/train/new/")
        self.tap(self.page.get_by_role("button", name="Start", exact=True))
        self.page.wait_for_url(re.compile(r"/train/[0-9a-f-]{36}/"))
        self.go.wait_for()
        self.workout = self.page.url.removeprefix(f"{self.url}/train/").strip("/")
        return self

    def open(self, workout: str) -> "Screen":
        self.workout = workout
        self.page.goto(f"{self.url}/train/{workout}/")
        self.go.or_(self.page.get_by_role("button", name="Undo finish")).first.wait_for()
        return self

    def tap(self, what: Locator) -> None:
        what.click()
        self.taps += 1

    def log(self, times: int = 1) -> None:
        """Sets as shown. Each is waited for: the strip says so when its tick is there."""
        for _ in range(times):
            before = self.done
            time.sleep(max(0.0, self._last + APART - time.monotonic()))
            self.tap(self.go)
            self._last = time.monotonic()
            self.wait_for(before + 1)

    @property
    def done(self) -> int:
        """Working sets done in the whole workout, as the strip has it."""
        return self.page.locator(".strip i.done").count()

    def wait_for(self, sets: int) -> None:
        expect(self.page.locator(".strip i.done")).to_have_count(sets)

    def names(self) -> list[str]:
        """What the rows of the exercise in front say of themselves."""
        return [" ".join(each.inner_text().split()) for each in self.ticks.get_by_role("button").all()]

    def finish(self) -> None:
        self.tap(self.page.locator(".btn.finish"))
        self.page.get_by_role("heading", name="Done for today").wait_for()

    def wait_until_saved(self, seconds: float = 30) -> None:
        """Nothing waits on the device, and the head says so."""
        until(self.page, ALL_SENT, seconds)
        expect(self.sync).to_have_text(re.compile("^saved$"), timeout=seconds * 1000)

    def menu(self, name: str) -> None:
        self.tap(self.page.get_by_role("button", name="Exercise and workout: menu"))
        self.tap(self.page.get_by_role("dialog").get_by_role("button", name=name))

    @property
    def rest_ends(self) -> float:
        """When the running timer ends, ms: kept in the database, under the account."""
        ends: float = self.page.evaluate(
            """() => new Promise((done) => {
              const opening = indexedDB.open(`legday-${localStorage.getItem("legday.account")}`);
              opening.onsuccess = () => {
                const asked = opening.result.transaction("meta").objectStore("meta").get("timer");
                asked.onsuccess = () => { opening.result.close(); done(asked.result?.value?.endsAt ?? 0); };
              };
            })"""
        )
        return ends
