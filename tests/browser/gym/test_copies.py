"""Row T18: what two devices changed shows on both. Row T20: a cloned profile, two phones that think they are one."""

import shutil
import time
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.gym import phones
from tests.browser.gym.conftest import OwnPhone, Phone
from tests.browser.gym.people import Person
from tests.browser.gym.phones import Complaints
from tests.browser.gym.screen import APART, Screen
from tests.browser.gym.serving import Served


def change_weight(screen: Screen, weight: str) -> None:
    screen.tap(screen.ticks.first.get_by_role("button"))
    screen.page.get_by_label("Weight").fill(weight)
    time.sleep(APART)
    screen.go.click()
    expect(screen.ticks.first).to_contain_text(weight)


def test_the_same_field_on_two_devices(phone: Phone, served: Served, person: Person, complaints: Complaints) -> None:
    complaints.line_is_cut = True
    first = Screen(phone(person).new_page(), served.url).start()
    first.log()
    first.wait_until_saved()
    page = phone(person).new_page()
    page.goto(f"{served.url}/today/")
    second = Screen(page, served.url).open(first.workout)
    second.wait_for(1)
    first.page.context.set_offline(True)
    change_weight(first, "61")
    change_weight(second, "62")
    second.wait_until_saved()
    first.page.context.set_offline(False)
    first.wait_until_saved()
    # The later arrival wins, and both are told.
    assert [weight for _, _, weight, _ in served.logged(person, first.workout)] == ["61"]
    expect(first.ticks.first).to_contain_text("changed on another device")
    second.page.reload()
    expect(second.ticks.first).to_contain_text("61")
    expect(second.ticks.first).to_contain_text("changed on another device")
    replaced = served.ask(
        "SELECT replaced FROM workouts_change WHERE owner_id = ? ORDER BY rev DESC LIMIT 1", person.key
    )
    assert "62" in str(replaced)


def test_a_cloned_profile(own_phone: OwnPhone, tmp_path: Path, served: Served, person: Person) -> None:
    """Both copies log ten sets: twenty rows."""
    with own_phone("original") as context:
        phones.sign_in(context, served.url, person)
        screen = Screen(context.new_page(), served.url).start()
        screen.wait_until_saved()
        workout = screen.workout
    shutil.copytree(tmp_path / "original", tmp_path / "clone", symlinks=True)
    with own_phone("original") as one, own_phone("clone") as other:
        screens = []
        for context in (one, other):
            phones.sign_in(context, served.url, person)
            screens.append(Screen(context.new_page(), served.url).open(workout))
        ids = [phones.client_of(each.page, f"legday-{person.uid}") for each in screens]
        assert ids[0] == ids[1], "not a clone: nothing is tested"
        for context in (one, other):
            context.set_offline(True)
        for _ in range(10):
            for each in screens:
                each.log()
        for context, each in zip((one, other), screens, strict=True):
            context.set_offline(False)
            each.wait_until_saved()
        assert served.sets(person, workout) == 20
