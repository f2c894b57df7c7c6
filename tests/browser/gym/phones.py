"""Phones: contexts of a real Chromium, signed in or not, with what they complain of; and one that can be killed."""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, ConsoleMessage, Error, Page, Playwright

from tests.browser.gym.people import Person

LOOKS: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "reduced_motion": "reduce"}
# What a browser says of a line that is down, or of an answer that is no 200: tests that cut the line expect it.
OF_THE_LINE = ("Failed to load resource", "net::ERR_", "An SSL certificate")


@dataclass
class Complaints:
    """All that the console said. What the policy stopped or a script threw is never expected."""

    said: list[str] = field(default_factory=list)
    line_is_cut: bool = False

    def listen(self, context: BrowserContext) -> None:
        context.on("console", self._console)
        context.on("weberror", lambda error: self.said.append(f"thrown: {error.error}"))

    def _console(self, message: ConsoleMessage) -> None:
        if message.type not in {"error", "warning"}:
            return
        if self.line_is_cut and any(part in message.text for part in OF_THE_LINE):
            return
        self.said.append(f"{message.page.url if message.page else ''}: {message.text}")


def sign_in(context: BrowserContext, url: str, person: Person) -> None:
    """Without the form: the session's cookie."""
    context.add_cookies([{"name": "session", "value": person.session, "url": url}])


def settled(page: Page) -> None:
    """The service worker is in charge of this page and has its list: from now on the line may go."""
    page.evaluate("navigator.serviceWorker.ready.then(() => undefined)")
    page.wait_for_function("() => navigator.serviceWorker.controller?.state === 'activated'", timeout=45_000)


def until(page: Page, promise: str, seconds: float = 30) -> None:
    """Asks the page until the promise is kept. (`wait_for_function` takes any promise for a yes.)"""
    deadline = time.monotonic() + seconds
    while not page.evaluate(promise):
        assert time.monotonic() < deadline, f"not after {seconds} s: {promise}"
        time.sleep(0.05)


def databases(page: Page) -> list[str]:
    return sorted(page.evaluate("indexedDB.databases().then((all) => all.map((each) => each.name))"))


def kept_rows(page: Page, name: str) -> dict[str, list[Any]]:
    """All that stands in one of the page's databases, by store."""
    found: dict[str, list[Any]] = page.evaluate(
        """(name) => new Promise((done, fail) => {
          const opening = indexedDB.open(name);
          opening.onerror = () => fail(opening.error);
          opening.onsuccess = () => {
            const db = opening.result, stores = [...db.objectStoreNames], found = {};
            if (!stores.length) { db.close(); return done(found); }
            const tx = db.transaction(stores);
            for (const store of stores) tx.objectStore(store).getAll().onsuccess = (event) => { found[store] = event.target.result; };
            tx.oncomplete = () => { db.close(); done(found); };
          };
        })""",  # noqa: E501
        name,
    )
    return found


@contextmanager
def own_browser(
    playwright: Playwright, program: dict[str, Any], folder: Path, **looks: Any
) -> Iterator[BrowserContext]:
    """A browser with a profile of its own on the disk: what is left of it after a kill is what a phone would have."""
    context = playwright.chromium.launch_persistent_context(folder, **program, **{**LOOKS, **looks})
    try:
        yield context
    finally:
        with suppress(Error):
            context.close()


def kill(folder: Path) -> None:
    """SIGKILL to the browser whose profile is in `folder`, as a phone's system does it; its helpers die with it."""
    for process in browsers_of(folder):
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
    for _ in range(100):
        if not browsers_of(folder):
            return
        time.sleep(0.02)
    raise AssertionError("the browser is still there")


def browsers_of(folder: Path) -> list[int]:
    """The processes of that browser, found by its profile's path, which no other program names."""
    found = []
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        with suppress(OSError):
            words = (entry / "cmdline").read_bytes().decode(errors="replace").split("\0")
            is_dead = (entry / "stat").read_text().rpartition(")")[2].split()[0] == "Z"
            if f"--user-data-dir={folder}" in words and not is_dead:
                found.append(int(entry.name))
    return found


def client_of(page: Page, name: str) -> str:
    """What the server knows this device by."""
    return next(str(each["value"]) for each in kept_rows(page, name)["meta"] if each["name"] == "client")
