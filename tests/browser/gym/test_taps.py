"""How many taps a workout takes: real clicks, counted."""

from tests.browser.gym.people import Person
from tests.browser.gym.screen import SETS, Screen
from tests.browser.gym.serving import Served


def test_a_workout_as_prescribed(screen: Screen, served: Served, person: Person) -> None:
    """Start, one tap a set, finish: at most 20, and what was shown is what is stored."""
    screen.start()
    screen.log(SETS)
    screen.finish()
    assert screen.taps <= 20, screen.taps
    screen.wait_until_saved()
    assert served.sets(person, screen.workout) == SETS


def test_another_weight_and_other_reps_take_three_taps(screen: Screen, served: Served, person: Person) -> None:
    screen.start()
    before = screen.taps
    before_it = screen.go.inner_text()
    screen.tap(screen.page.get_by_role("button", name="2.5 kg more"))
    screen.tap(screen.page.get_by_role("button", name="1 more: reps"))
    shown = screen.go.inner_text()
    assert shown != before_it
    screen.log()
    assert screen.taps - before <= 3
    screen.wait_until_saved()
    [(_, _, weight, reps)] = served.logged(person, screen.workout)
    assert weight in shown
    assert str(reps) in shown
