"""Another exercise: today only, or from now on, which is the server's to write and so needs a signal."""

from playwright.sync_api import expect

from tests.browser.gym.phones import Complaints
from tests.browser.gym.screen import Screen


def comes_next(screen: Screen, name: str) -> None:
    """What stands first in the next session."""
    screen.page.goto(f"{screen.url}/today/")
    expect(screen.page.locator("ol.next > li").first).to_contain_text(name)


def test_from_now_on_counts_at_the_next_workout(screen: Screen) -> None:
    page = screen.start().page
    screen.tap(page.get_by_role("button", name="Swap exercise"))
    expect(page.get_by_label("Today only")).to_be_checked()
    page.get_by_label("From now on").check()
    screen.tap(page.get_by_role("button", name="Do goblet squat").first)
    said = page.get_by_text("Goblet squat instead of Barbell squat, from now on.")
    expect(said.first).to_be_attached()
    screen.wait_until_saved()
    comes_next(screen, "Goblet squat")


def test_without_a_signal_only_today(screen: Screen, complaints: Complaints) -> None:
    complaints.line_is_cut = True
    page = screen.start().page
    page.context.set_offline(True)
    screen.tap(page.get_by_role("button", name="Swap exercise"))
    expect(page.get_by_label("From now on")).to_be_disabled()
    expect(page.get_by_text("From now on needs a signal")).to_be_visible()
    screen.tap(page.get_by_role("button", name="Do goblet squat").first)
    expect(page.get_by_role("heading", level=1, name="Goblet squat")).to_be_visible()
    page.context.set_offline(False)
    screen.wait_until_saved(30)
    comes_next(screen, "Barbell squat")
