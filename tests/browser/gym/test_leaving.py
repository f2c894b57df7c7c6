"""Row T12: signing out with and without unsent sets, with and without a signal, each answer; what stays on the phone.
Row T71: what the caches hold, and what the next person finds.
"""

import json
import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.gym.conftest import Phone
from tests.browser.gym.line import Line
from tests.browser.gym.people import Person
from tests.browser.gym.phones import Complaints, databases, kept_rows, settled, sign_in, until
from tests.browser.gym.screen import Screen
from tests.browser.gym.serving import Served
from tests.browser.gym.test_sessions import sign_in_next_door

UNSENT = 3
CACHED = """async () => {
  const found = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const answer = await cache.match(request);
      found.push([request.url, answer.headers.get("Cache-Control") ?? "", await answer.text()]);
    }
  }
  return found;
}"""
# All that is worth keeping for everybody; whatever is not here is somebody's.
PUBLIC = re.compile(
    r"/(de/)?($|static/|offline/|routines/|exercises/|anatomy/|faq/|method/|privacy/|api/v1/train/kit$|manifest|icons/)"
)
# The site knows of it; the mark itself goes with the next sign-in page.
TOLD = "Promise.resolve((localStorage.getItem('legday.leaving') ?? 'told:').startsWith('told:'))"


Cut = tuple[Phone, Line]


@pytest.fixture
def cut(phone: Phone, wire: Line, complaints: Complaints) -> Cut:
    """Phones on a line that is about to be cut."""
    complaints.line_is_cut = True
    return phone, wire


def with_unsent(phone: Phone, person: Person, wire: Line, sets: int) -> Screen:
    """One set is on the server, `sets` are not; and the page with the button is open."""
    screen = Screen(phone(person, url=wire.url).new_page(), wire.url).start()
    screen.log()
    screen.wait_until_saved()
    settled(screen.page)
    wire.weather.deaf = True
    screen.log(sets)
    screen.page.goto(f"{wire.url}/accounts/logout/")
    return screen


def leave(page: Page, answer: str, wire: Line) -> None:
    """Signs out, and answers. What waits could be sent by itself while she reads: so the line is deaf until then, and
    stays so but for "Send now"."""
    page.locator("main").get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", name=f"{UNSENT} sets are not sent yet")).to_be_visible()
    wire.weather.deaf = answer != "Send now"
    page.get_by_role("button", name=answer).click()


def remains(page: Page, person: Person, workout: str) -> list[str]:
    """What of hers is still here: names of databases with rows in them, what is remembered, what caches say."""
    personal = (person.uid, person.email, workout)
    kept = {name: kept_rows(page, name) for name in databases(page)}
    found = [name for name, stores in kept.items() if name.startswith("legday-") and any(stores.values())]
    found += [f"noted: {name}" for name, stores in kept.items() for each in personal if each in str(stores)]
    remembered = json.dumps(page.evaluate("({...localStorage, ...sessionStorage})"))
    found += [f"remembered: {remembered}" for each in personal if each in remembered]
    for url, _, text in page.evaluate(CACHED):
        found += [f"cached: {url}" for each in personal if each in text or each in url]
    return found


def back_shows_nothing(page: Page, person: Person, workout: str) -> None:
    page.evaluate("history.back()")
    page.wait_for_timeout(500)
    page.wait_for_load_state()
    assert person.email not in page.content()
    assert workout not in page.content()
    assert page.locator(".srow.done").count() == 0


def test_nothing_unsent(phone: Phone, person: Person, wire: Line) -> None:
    screen = with_unsent(phone, person, wire, 0)
    screen.page.locator("main").get_by_role("button", name="Sign out").click()
    screen.page.wait_for_url("**/accounts/login/")
    assert remains(screen.page, person, screen.workout) == []
    back_shows_nothing(screen.page, person, screen.workout)


@pytest.mark.parametrize("signal", ["online", "offline"])
@pytest.mark.parametrize("answer", ["Keep them on this phone", "Send now", "Delete 3 sets"])
def test_three_unsent(cut: Cut, served: Served, answer: str, signal: str) -> None:
    phone, wire = cut
    online = signal == "online"
    person = next(served.people)
    screen = with_unsent(phone, person, wire, UNSENT)
    page = screen.page
    wire.weather.down = not online
    page.context.set_offline(not online)
    leave(page, answer, wire)
    if answer == "Send now" and not online:
        expect(page.get_by_role("status").filter(has_text="could not all be sent")).to_be_visible()
        page.get_by_role("button", name="Keep them on this phone").click()
    page.wait_for_url(f"{wire.url}/accounts/login/" if online else f"{wire.url}/")
    is_kept = answer.startswith("Keep") or (answer == "Send now" and not online)
    kept = databases(page)
    if is_kept:
        rows = kept_rows(page, f"legday-{person.uid}")
        assert sum(each["mutation"]["kind"] == "set" for each in rows["outbox"]) == UNSENT
        assert rows["rows"] == rows["archive"] == []
    else:
        assert f"legday-{person.uid}" not in kept
    wire.weather.deaf = wire.weather.down = False
    page.context.set_offline(False)
    if not online:
        until(page, TOLD)
        page.goto(f"{wire.url}/accounts/login/")
        page.wait_for_load_state("networkidle")
    assert served.sets(person, screen.workout) == (1 + UNSENT if answer == "Send now" and online else 1)
    if is_kept:
        sign_in_next_door(page.context, wire.url, person.email)
        screen.open(screen.workout).wait_for(1 + UNSENT)
        screen.wait_until_saved()
        assert served.sets(person, screen.workout) == 1 + UNSENT
    else:
        assert remains(page, person, screen.workout) == []


def test_caches_hold_nothing_private(phone: Phone, served: Served, complaints: Complaints) -> None:
    """She uses all of it and leaves; he finds nothing of hers, neither in the caches nor on his pages."""
    hers, his = next(served.people), next(served.people)
    context = phone(hers)
    page = context.new_page()
    page.goto(f"{served.url}/today/")
    settled(page)
    screen = Screen(page, served.url).start()
    screen.log(2)
    screen.wait_until_saved()
    for path in ("/today/", "/workouts/", "/progress/", "/settings/", "/", "/routines/leg-day/", "/faq/"):
        page.goto(f"{served.url}{path}")
    private = [url for url, _, _ in page.evaluate(CACHED) if not PUBLIC.match(urlsplit(url).path)]
    assert private == []
    assert [said for said in remains(page, hers, screen.workout) if said.startswith("cached")] == []
    page.goto(f"{served.url}/accounts/logout/")
    page.locator("main").get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/accounts/login/")
    sign_in(context, served.url, his)
    # Her workout is a 404 to him.
    complaints.line_is_cut = True
    for path in ("/today/", "/workouts/", f"/train/{screen.workout}/", "/"):
        page.goto(f"{served.url}{path}")
        page.wait_for_load_state("networkidle")
        said = page.content() + page.locator("body").inner_text()
        assert [each for each in (hers.uid, hers.email) if each in said] == [], path
        assert page.locator(".srow.done").count() == 0
