"""How heavy the first load of the screen is, and how long it takes to open without a network."""

import time

import pytest
from playwright.sync_api import CDPSession

from tests.browser.gym.conftest import Phone
from tests.browser.gym.figures import Figures
from tests.browser.gym.people import Person
from tests.browser.gym.phones import Complaints, settled
from tests.browser.gym.screen import Screen
from tests.browser.gym.serving import Served

MOST_BYTES = 120_000
MOST_SECONDS = 1.0


def listen(devtools: CDPSession) -> dict[str, float]:
    """Bytes on the wire by address, headers and fonts and all, as the browser counts them."""
    addresses: dict[str, str] = {}
    sizes: dict[str, float] = {}
    devtools.on("Network.requestWillBeSent", lambda said: addresses.update({said["requestId"]: said["request"]["url"]}))
    devtools.on(
        "Network.loadingFinished",
        lambda said: sizes.update({addresses.get(said["requestId"], "?"): said["encodedDataLength"]}),
    )
    devtools.send("Network.enable")
    return sizes


def test_the_first_load(phone: Phone, served: Served, person: Person, figures: Figures) -> None:
    """Nothing is cached: the page, its styles, scripts and fonts, and what they ask the API for."""
    there = Screen(phone(person).new_page(), served.url).start()
    there.wait_until_saved()
    context = phone(person)
    page = context.new_page()
    page.goto(f"{served.url}/today/")
    page.evaluate("navigator.serviceWorker.ready.then((worker) => worker.unregister())")
    page.evaluate("caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name))))")
    devtools = context.new_cdp_session(page)
    devtools.send("Network.clearBrowserCache")
    sizes = listen(devtools)
    Screen(page, served.url).open(there.workout)
    page.wait_for_load_state("networkidle")
    heaviest = sorted(((round(size), url.removeprefix(served.url)) for url, size in sizes.items()), reverse=True)
    figures.say(f"first load of the gym screen: {sum(sizes.values()) / 1000:.0f} kB on the wire, {len(sizes)} files")
    assert sum(sizes.values()) <= MOST_BYTES, heaviest
    assert any("woff2" in url for _, url in heaviest) or "legday-display" not in page.content(), "no font was loaded"


@pytest.mark.long
def test_it_opens_within_a_second_offline(
    phone: Phone, served: Served, person: Person, complaints: Complaints, figures: Figures
) -> None:
    complaints.line_is_cut = True
    screen = Screen(phone(person).new_page(), served.url).start()
    screen.log()
    settled(screen.page)
    screen.page.goto(f"{served.url}/faq/")
    screen.page.context.set_offline(True)
    took = []
    for _ in range(3):
        began = time.monotonic()
        screen.open(screen.workout)
        screen.wait_for(1)
        took.append(time.monotonic() - began)
    figures.say(f"opens offline in {min(took):.2f} s (best of 3; {max(took):.2f} s at most)")
    assert min(took) <= MOST_SECONDS, took
