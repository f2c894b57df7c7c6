"""The cellar in German: every page without a signal is in the language it was opened in, and so is what it says."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.gym.conftest import Phone
from tests.browser.gym.people import Person
from tests.browser.gym.phones import Complaints, settled, until
from tests.browser.gym.screen import ALL_SENT, Screen
from tests.browser.gym.serving import Served

NOT_KEPT = "/de/settings/tokens/"
WARM = """async () => {
  const kept = (await caches.keys()).map(async (name) => (await caches.open(name)).keys());
  return (await Promise.all(kept)).flat().some((each) => new URL(each.url).pathname === "/de/faq/");
}"""


@pytest.fixture
def cellar(phone: Phone, person: Person, served: Served, complaints: Complaints) -> Page:
    """A phone that has opened the German pages once. Its line is still up."""
    complaints.line_is_cut = True
    page = phone(person, locale="de-DE").new_page()
    page.goto(f"{served.url}/de/train/new/")
    settled(page)
    until(page, WARM)
    return page


def speaks_german(page: Page, heading: str) -> None:
    expect(page.get_by_role("heading", level=1, name=heading)).to_be_visible()
    assert page.locator("html").get_attribute("lang") == "de"


def test_a_workout_without_a_signal(cellar: Page, served: Served, person: Person) -> None:
    page = cellar
    page.context.set_offline(True)
    screen = Screen(page, served.url)
    page.get_by_role("button", name="Start", exact=True).click()
    page.wait_for_url(re.compile(r"/de/train/[0-9a-f-]{36}/"))
    screen.go.wait_for()
    workout = page.url.rstrip("/").rpartition("/")[2]
    screen.log(2)
    expect(screen.sync).to_have_text("offline, 2 Sätze warten")
    page.reload()
    screen.wait_for(2)
    speaks_german(page, "Kniebeuge")
    page.context.set_offline(False)
    until(page, ALL_SENT)
    expect(screen.sync).to_have_text("gespeichert")
    assert served.sets(person, workout) == 2


def test_pages_without_a_signal(cellar: Page, served: Served) -> None:
    page = cellar
    page.context.set_offline(True)
    for path, heading in (("/de/today/", "Heute, ohne Netz"), ("/de/faq/", "Fragen"), (NOT_KEPT, "Keine Verbindung")):
        page.goto(f"{served.url}{path}")
        speaks_german(page, heading)
