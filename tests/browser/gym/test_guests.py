"""A guest's log on the phone, and what becomes of it when somebody signs up or in."""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.browser.gym.conftest import Phone
from tests.browser.gym.line import Line
from tests.browser.gym.people import Person
from tests.browser.gym.phones import Complaints, kept_rows, kill, own_browser, settled
from tests.browser.gym.screen import Screen
from tests.browser.gym.serving import Served
from tests.cast import PASSWORD

NEW = "slow-river-lamp-9"


def train(page: Page, url: str, sets: int) -> Screen:
    """A guest's workout, still open."""
    screen = Screen(page, url).start()
    screen.log(sets)
    return screen


def sign_up(page: Page, url: str, email: str, onward: str = "") -> None:
    page.goto(f"{url}/accounts/signup/{onward}")
    expect(page.locator("[data-kept]")).to_have_text("What is on this phone is kept: 1 workout comes along.")
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password").fill(NEW)
    page.get_by_role("button", name="Make the account").click()


def sign_in(page: Page, url: str, person: Person, onward: str = "") -> None:
    page.goto(f"{url}/accounts/login/{onward}")
    expect(page.locator("[data-kept]")).to_contain_text("1 workout logged without an account")
    enter(page, person.email, PASSWORD)


def enter(page: Page, email: str, password: str) -> None:
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()


def account_of(page: Page) -> str:
    account: str = page.evaluate("localStorage.getItem('legday.account')")
    return account


def rows_of(served: Served, email: str) -> tuple[int, int]:
    """Workouts and sets of an account, live or not."""
    (key,) = served.ask("SELECT id FROM workouts_user WHERE email = ?", email)[0]
    count = "SELECT (SELECT count(*) FROM workouts_workout WHERE owner_id = ?1), (SELECT count(*) FROM workouts_loggedset WHERE owner_id = ?1)"  # noqa: E501
    return served.ask(count, key)[0]


def guest_rows(page: Page) -> int:
    return len(kept_rows(page, "legday-guest").get("outbox", []))


def test_signing_up_takes_the_workout_along(phone: Phone, served: Served) -> None:
    page = phone().new_page()
    screen = train(page, served.url, 2)
    workout = screen.workout
    sign_up(page, served.url, "joins@legday.example")
    page.wait_for_url("**/today/")
    said = page.locator(".msg", has_text="1 workout from this phone is in your account now.")
    expect(said).to_be_visible()
    assert rows_of(served, "joins@legday.example") == (1, 2)
    assert guest_rows(page) == 0
    said.get_by_role("link", name="Resume workout").click()
    assert screen.workout == workout
    screen.wait_for(2)
    screen.log()
    screen.wait_until_saved()
    assert rows_of(served, "joins@legday.example") == (1, 3)
    page.goto(f"{served.url}/today/")
    expect(page.locator(".msg", has_text="from this phone")).to_have_count(0)


def test_signing_up_for_the_open_workout_leads_back_to_it(phone: Phone, served: Served) -> None:
    page = phone().new_page()
    screen = train(page, served.url, 1)
    workout = screen.workout
    sign_up(page, served.url, "returns@legday.example", f"?next=/train/{workout}/")
    page.wait_for_url(f"**/train/{workout}/")
    screen.wait_for(1)
    screen.wait_until_saved()
    assert rows_of(served, "returns@legday.example") == (1, 1)


def question(page: Page) -> Any:
    return page.locator("[data-guest-log]")


def asked(page: Page, served: Served, person: Person, sets: int = 2) -> str:
    """A guest has trained, `person` signs in; returns the guest's workout."""
    workout = train(page, served.url, sets).workout
    sign_in(page, served.url, person)
    page.wait_for_url("**/today/")
    expect(question(page)).to_contain_text(
        re.compile(rf"without an account: 1 workout, {sets} sets?, the newest on \d+ \w+\.")
    )
    return workout


def test_signing_in_asks_and_adds(phone: Phone, served: Served, person: Person) -> None:
    page = phone().new_page()
    before = rows_of(served, person.email)
    workout = asked(page, served, person)
    assert rows_of(served, person.email) == before
    page.get_by_role("button", name="Add them to your account").click()
    expect(page.locator(".msg", has_text="1 workout from this phone is in your account now.")).to_be_visible()
    assert rows_of(served, person.email) == (before[0] + 1, before[1] + 2)
    assert served.sets(person, workout) == 2
    Screen(page, served.url).open(workout).wait_for(2)


def test_signing_in_asks_and_leaves(phone: Phone, served: Served, person: Person) -> None:
    page = phone().new_page()
    before = rows_of(served, person.email)
    kept = asked(page, served, person)
    page.get_by_role("button", name="Leave them on this phone").click()
    expect(question(page)).to_have_count(0)
    page.goto(f"{served.url}/workouts/")
    page.wait_for_load_state("networkidle")
    expect(question(page)).to_have_count(0)
    assert rows_of(served, person.email) == before
    assert guest_rows(page) > 0
    page.goto(f"{served.url}/settings/devices/")
    expect(page.locator("[data-devices]")).to_contain_text("1 workout, 2 sets")
    page.goto(f"{served.url}/settings/")
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/accounts/login/")
    Screen(page, served.url).open(kept).wait_for(2)


def test_signing_in_asks_and_deletes_when_asked_again(phone: Phone, served: Served, person: Person) -> None:
    page = phone().new_page()
    before = rows_of(served, person.email)
    asked(page, served, person)
    page.get_by_role("button", name="Delete them").click()
    page.get_by_role("button", name="Do not delete").click()
    page.get_by_role("button", name="Delete them").click()
    page.get_by_role("button", name="Delete 2 sets").click()
    expect(question(page)).to_have_count(0)
    assert rows_of(served, person.email) == before
    assert guest_rows(page) == 0


def test_the_page_between_asks_before_it_goes_on(phone: Phone, served: Served, person: Person) -> None:
    """The workout that she wanted to go on with is one of the guest's."""
    page = phone().new_page()
    workout = train(page, served.url, 1).workout
    sign_in(page, served.url, person, f"?next=/train/{workout}/")
    expect(question(page)).to_be_visible()
    page.get_by_role("button", name="Add them to your account").click()
    page.wait_for_url(f"**/train/{workout}/")
    Screen(page, served.url).wait_for(1)


# Where the browser dies: `begins(name, stores, writing)` sees each transaction of the adoption before it begins.
DEATHS = {
    "before it is promised": "name === 'legday-guest' && writing && ++seen === 3",
    # A pull writes to the archive as well, and to the rows: it may come first.
    "before it is received": "name !== 'legday-guest' && stores.includes('archive') && !stores.includes('rows')",
    "before it is taken away": "name === 'legday-guest' && writing && ++seen === 4",
}
KILL = """
  const real = IDBDatabase.prototype.transaction;
  let seen = 0, dead = false;
  const dies = (name, stores, writing) => %s;
  IDBDatabase.prototype.transaction = function (stores, mode, ...given) {
    if (document.documentElement.dataset.joined !== undefined && mode !== "versionchange") {
      dead ||= dies(this.name, stores, mode === "readwrite");
      if (dead) {
        document.documentElement.dataset.dead = "";
        throw new Error("killed here");
      }
    }
    return real.call(this, stores, mode, ...given);
  };"""


@pytest.mark.parametrize("death", list(DEATHS))
def test_killed_in_the_middle(
    playwright: Playwright, own_program: dict[str, Any], tmp_path: Path, served: Served, death: str
) -> None:
    """She signs in again; what was promised is hers without a question, and nothing comes twice."""
    email = f"killed-{list(DEATHS).index(death)}@legday.example"
    with own_browser(playwright, own_program, tmp_path) as context:
        page = context.new_page()
        train(page, served.url, 2)
        context.add_init_script(KILL % DEATHS[death])
        sign_up(page, served.url, email)
        expect(page.locator("html[data-dead]")).to_be_attached()
        kill(tmp_path)
    assert rows_of(served, email) == (0, 0)
    with own_browser(playwright, own_program, tmp_path) as context:
        context.clear_cookies()  # of the last seconds; some survive a kill, some do not
        page = context.new_page()
        page.goto(f"{served.url}/accounts/login/")
        enter(page, email, NEW)
        add = page.get_by_role("button", name="Add them to your account")
        done = page.locator(".msg", has_text="from this phone is in your account now.")
        expect(add.or_(done).first).to_be_visible()
        # Before the promise nothing says any more that she had just signed up.
        assert add.is_visible() == (death == "before it is promised")
        if add.is_visible():
            add.click()
        expect(done).to_be_visible()
        assert rows_of(served, email) == (1, 2)
        assert guest_rows(page) == 0


def test_public_pages_stay_small(phone: Phone, served: Served) -> None:
    """Nobody who only reads loads the log, or what asks about it."""
    page = phone().new_page()
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(f"{served.url}/exercises/")
    page.wait_for_load_state("networkidle")
    assert [each for each in loaded if re.search(r"/(device|guests|leaving|parting|phone-words|adopt)-", each)] == []


def test_the_answer_needs_no_signal(
    phone: Phone, served: Served, person: Person, wire: Line, complaints: Complaints
) -> None:
    page = phone(url=wire.url).new_page()
    workout = train(page, wire.url, 2).workout
    sign_in(page, wire.url, person)
    expect(question(page)).to_be_visible()
    settled(page)
    complaints.line_is_cut = wire.weather.down = True
    page.get_by_role("button", name="Add them to your account").click()
    expect(page.locator(".msg", has_text="sent to your account as soon as there is a signal")).to_be_visible()
    screen = Screen(page, wire.url).open(workout)
    screen.wait_for(2)
    assert served.sets(person, workout) == 0
    wire.weather.down = False
    page.evaluate("dispatchEvent(new Event('online'))")
    screen.wait_until_saved()
    assert served.sets(person, workout) == 2
