"""Row T17: the phone's clock is wrong by years, jumps, or sees daylight saving come and go: no set is refused."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from tests.browser.gym.conftest import Phone
from tests.browser.gym.people import Person
from tests.browser.gym.screen import Screen
from tests.browser.gym.serving import Served, hexadecimal

# The clock that the page sees; the browser's own, by which cookies live and die, stays right.
CLOCK = """(() => {
  const Real = Date;
  const shift = () => Number(localStorage.getItem("test.shift") ?? %d);
  window.Date = class extends Real {
    constructor(...parts) { parts.length ? super(...parts) : super(Real.now() + shift()); }
    static now() { return Real.now() + shift(); }
  };
})()"""
YEAR = 365 * 24 * 3600 * 1000


def set_clock(page: Page, shift: int) -> None:
    page.evaluate("shift => localStorage.setItem('test.shift', shift)", shift)


def until(day: str, zone: str) -> int:
    """How far away a moment on a wall clock is, ms."""
    then = datetime.fromisoformat(day).replace(tzinfo=ZoneInfo(zone))
    return round((then.timestamp() - datetime.now(ZoneInfo("UTC")).timestamp()) * 1000)


@pytest.mark.parametrize(
    ("zone", "shifts"),
    [
        ("UTC", [-10 * YEAR, 10 * YEAR]),
        ("Europe/Zurich", [until("2026-03-29T01:59:58", "Europe/Zurich"), 60_000]),
        ("America/New_York", [until("2026-11-01T01:59:58", "America/New_York"), 60_000]),
        ("Pacific/Apia", [10 * YEAR, 0]),
    ],
    ids=["ten years back, forth and back", "an hour missing", "an hour twice", "a day ahead"],
)
def test_no_clock_refuses_a_set(phone: Phone, served: Served, person: Person, zone: str, shifts: list[int]) -> None:
    context = phone(person, timezone_id=zone)
    context.add_init_script(CLOCK % shifts[0])
    screen = Screen(context.new_page(), served.url).start()
    screen.log()
    for shift in shifts:
        set_clock(screen.page, shift)
        screen.log()
    reps = change_reps(screen, 2)
    # Finished before it began, by a clock that was set right at last.
    set_clock(screen.page, shifts[0])
    screen.menu("Finish workout")
    screen.page.get_by_role("heading", name="Done for today").wait_for()
    screen.wait_until_saved()
    logged = served.logged(person, screen.workout)
    assert len(logged) == 1 + len(shifts)
    assert logged[0][3] == reps
    finished = "SELECT finished_at FROM workouts_workout WHERE owner_id = ? AND uid = ?"
    assert served.ask(finished, person.key, hexadecimal(screen.workout)) != [(None,)], "finishing was refused"


def change_reps(screen: Screen, times: int) -> int:
    """Edit the first set again and again; the last value is the one that counts."""
    for _ in range(times):
        screen.tap(screen.ticks.first.get_by_role("button"))
        screen.page.get_by_role("button", name="1 more: reps").click()
        reps = int(screen.page.locator("#pick-reps").input_value())
        screen.page.wait_for_timeout(600)
        screen.go.click()
        expect(screen.page.get_by_role("region", name="Log this set")).to_be_visible()
    return reps
