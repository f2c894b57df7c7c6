"""Without script the plain form still logs the whole workout, and the gym screen says where it is."""

from tests.browser.gym.conftest import Phone
from tests.browser.gym.people import Person
from tests.browser.gym.screen import SETS
from tests.browser.gym.serving import Served
from tests.browser.test_walk import fill_in


def test_the_plain_form_logs_it_all(phone: Phone, served: Served, person: Person) -> None:
    page = phone(person, java_script_enabled=False).new_page()
    page.goto(f"{served.url}/train/new/")
    page.get_by_role("button", name="Start", exact=True).click()
    page.wait_for_url("**/train/*/form/")
    workout = page.url.removesuffix("/form/").rpartition("/")[2]
    fill_in(page)
    page.get_by_role("button", name="Save").first.click()
    page.locator(".msgs").wait_for()
    assert served.sets(person, workout) == SETS
    # The address of the gym screen leads there.
    page.goto(f"{served.url}/train/{workout}/")
    page.get_by_role("link", name="Open the plain form").click()
    page.wait_for_url("**/form/")
