"""From the tap on "done" to its tick, on a phone a quarter as fast as this machine."""

import time

import pytest

from tests.browser.gym.conftest import Phone
from tests.browser.gym.figures import TICKS, Figures, p95, ticks
from tests.browser.gym.people import Person
from tests.browser.gym.screen import SETS, Screen
from tests.browser.gym.serving import Served

pytestmark = pytest.mark.long
SLOWER = 4
WORKOUTS = 3
# A quick one, in seconds.
A_SET = 5


def test_a_tick_on_a_slow_phone(phone: Phone, served: Served, person: Person, figures: Figures) -> None:
    took: list[float] = []
    for _ in range(WORKOUTS):
        context = phone(person)
        context.add_init_script(TICKS)
        screen = Screen(context.new_page(), served.url).start()
        screen.wait_until_saved()
        context.new_cdp_session(screen.page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        # Nobody taps before the first set is done.
        time.sleep(A_SET)
        screen.log(SETS)
        took += ticks(screen.page)
        context.close()
    figures.say(
        f"tick after {p95(took):.0f} ms (p95), {sorted(took)[len(took) // 2]:.0f} ms (median), "
        f"{max(took):.0f} ms (most) with a CPU {SLOWER} times slower, {len(took)} sets"
    )
    assert p95(took) <= 100
