"""Row T70 on phones: the account is deleted on one of them, and both forget it."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.gym.conftest import Phone
from tests.browser.gym.people import Person
from tests.browser.gym.phones import Complaints, databases, settled
from tests.browser.gym.screen import Screen
from tests.browser.gym.serving import Served
from tests.browser.gym.test_leaving import back_shows_nothing, remains
from tests.cast import PASSWORD


@pytest.fixture
def trained(phone: Phone, person: Person, served: Served) -> Screen:
    """A phone with a workout of hers, which is on the server."""
    screen = Screen(phone(person).new_page(), served.url).start()
    screen.log()
    screen.wait_until_saved()
    settled(screen.page)
    return screen


def delete_account(page: Page, url: str) -> None:
    page.goto(f"{url}/settings/delete/")
    page.get_by_role("checkbox").check()
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Delete my account").click()
    expect(page.get_by_role("heading", name="Your account is deleted")).to_be_visible()


def test_the_phone_that_deletes_it_forgets_it_at_once(trained: Screen, person: Person) -> None:
    page = trained.page
    delete_account(page, trained.url)
    page.wait_for_load_state("networkidle")
    assert remains(page, person, trained.workout) == []
    back_shows_nothing(page, person, trained.workout)


def test_another_phone_in_the_middle_of_a_workout_forgets_it_with_its_next_set(
    trained: Screen, phone: Phone, person: Person, complaints: Complaints
) -> None:
    """The set that has nowhere to go any more goes too."""
    delete_account(phone(person).new_page(), trained.url)
    complaints.line_is_cut = True  # 401, then 410
    page = trained.page
    with page.expect_navigation():
        trained.tap(trained.go)
    page.wait_for_load_state("networkidle")
    assert f"legday-{person.uid}" not in databases(page)
    assert page.locator(".srow.done").count() == 0
    assert page.evaluate("localStorage.getItem('legday.account')") is None


def test_another_phone_that_only_opens_the_site_forgets_it_at_the_sign_in_page(
    trained: Screen, phone: Phone, person: Person, complaints: Complaints
) -> None:
    page = trained.page
    page.goto(f"{trained.url}/settings/")
    delete_account(phone(person).new_page(), trained.url)
    complaints.line_is_cut = True
    page.goto(f"{trained.url}/today/")
    page.wait_for_url("**/accounts/login/**")
    page.wait_for_load_state("networkidle")
    assert remains(page, person, trained.workout) == []
