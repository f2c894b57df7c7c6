"""Row T10: the browser is killed again and again in a workout without a signal."""

import random
import time
from pathlib import Path

import pytest

from tests.browser.gym import phones
from tests.browser.gym.conftest import OwnPhone
from tests.browser.gym.figures import FULL, Figures, p95
from tests.browser.gym.people import Person
from tests.browser.gym.screen import Screen
from tests.browser.gym.serving import Served

pytestmark = pytest.mark.long
KILLS = 40 if FULL else 5
SEED = 10


def test_killed_again_and_again(
    own_phone: OwnPhone, tmp_path: Path, served: Served, person: Person, figures: Figures
) -> None:
    dice = random.Random(SEED)
    with own_phone() as context:
        phones.sign_in(context, served.url, person)
        screen = Screen(context.new_page(), served.url)
        screen.page.goto(f"{served.url}/today/")
        phones.settled(screen.page)
        workout = screen.start().workout
        screen.wait_until_saved()
        # What the browser remembers beside the log takes it some seconds to write down.
        time.sleep(6)
    sure, logged, lost, opened = 0, 0, 0, []
    for _ in range(KILLS):
        with own_phone(offline=True) as context:
            screen = Screen(context.new_page(), served.url)
            began = time.monotonic()
            screen.open(workout)
            opened.append(time.monotonic() - began)
            found = screen.done
            assert sure <= found <= logged, f"{found} of {logged}, {sure} of them older than a second"
            assert logged - found <= 1
            lost += logged - found
            screen.log()
            ticked, logged, sure = time.monotonic(), found + 1, found
            screen.page.locator("#pick-reps").fill("11")
            time.sleep(dice.uniform(0, 2))
            phones.kill(tmp_path / "profile")
            sure += time.monotonic() - ticked > 1
    with own_phone(offline=True) as context:
        screen = Screen(context.new_page(), served.url).open(workout)
        sets = screen.done
        phones.sign_in(context, served.url, person)
        context.set_offline(False)
        screen.wait_until_saved(30)
        assert served.sets(person, workout) == sets
    numbers = [at for _, at, _, _ in served.logged(person, workout)]
    assert len(numbers) == sets
    figures.say(
        f"T10, seed {SEED}: {KILLS} kills, {lost} sets younger than a second lost, 0 older; {sets} on the server; "
        f"open again after {p95(opened):.2f} s (p95)"
    )
    assert p95(opened) <= 2


def test_what_was_typed_is_there_again(own_phone: OwnPhone, tmp_path: Path, served: Served, person: Person) -> None:
    """A weight that was typed and not logged yet outlives the browser, with the exercise that it was typed for."""
    with own_phone() as context:
        phones.sign_in(context, served.url, person)
        screen = Screen(context.new_page(), served.url)
        screen.page.goto(f"{served.url}/today/")
        phones.settled(screen.page)
        screen.start()
        screen.wait_until_saved()
        screen.page.locator(".strip button").nth(2).click()
        name = screen.page.locator("#gym-lift").inner_text()
        screen.page.locator("#pick-weight").fill("77,5")
        time.sleep(6)
        phones.kill(tmp_path / "profile")
    with own_phone(offline=True) as context:
        again = Screen(context.new_page(), served.url).open(screen.workout)
        assert again.page.locator("#gym-lift").inner_text() == name
        assert again.page.locator("#pick-weight").input_value() == "77,5"
