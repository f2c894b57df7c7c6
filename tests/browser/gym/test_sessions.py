"""Row T13: signed out by time, by somebody else, or with a token that is gone: nothing lost, nothing to do but sign in.
Row T14: another person signs in on the same phone."""

import re

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.gym.conftest import Phone
from tests.browser.gym.line import Line
from tests.browser.gym.people import Person
from tests.browser.gym.phones import Complaints, databases, kept_rows
from tests.browser.gym.screen import Screen
from tests.browser.gym.serving import Served
from tests.cast import PASSWORD

NEW_PASSWORD = "four-plates-a-side"


def offline_with(screen: Screen, sets: int) -> None:
    """One set is on the server; then the signal goes, and `sets` more are logged."""
    screen.start()
    screen.log()
    screen.wait_until_saved()
    screen.page.evaluate("window.sameVisit = true")
    screen.page.context.set_offline(True)
    screen.log(sets)


def sign_in_next_door(context: BrowserContext, url: str, email: str, password: str = PASSWORD) -> Page:
    """In another tab, by the form."""
    page = context.new_page()
    page.goto(f"{url}/accounts/login/")
    page.get_by_label(re.compile("e-?mail", re.I)).fill(email)
    page.get_by_label(re.compile("^password", re.I)).fill(password)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url(f"{url}/today/")
    return page


def test_expired_without_a_signal(screen: Screen, served: Served, person: Person, complaints: Complaints) -> None:
    complaints.line_is_cut = True
    offline_with(screen, 2)
    served.change("DELETE FROM django_session WHERE session_key = ?", person.session)
    screen.page.context.set_offline(False)
    expect(screen.sync).to_have_text(re.compile("sign in: 2 sets wait"))
    screen.log()
    expect(screen.sync).to_have_text(re.compile("sign in: 3 sets wait"))
    sign_in_next_door(screen.page.context, served.url, person.email)
    screen.wait_until_saved(5)
    assert served.sets(person, screen.workout) == 4
    assert screen.page.evaluate("window.sameVisit"), "the page was loaded anew"


def test_password_changed_elsewhere(
    screen: Screen, phone: Phone, served: Served, person: Person, complaints: Complaints
) -> None:
    complaints.line_is_cut = True
    offline_with(screen, 2)
    desk = phone(person).new_page()
    desk.goto(f"{served.url}/accounts/password/change/")
    desk.locator("[name=oldpassword]").fill(PASSWORD)
    for field in desk.locator("[name=password1], [name=password2]").all():
        field.fill(NEW_PASSWORD)
    desk.get_by_role("button", name="Change the password").click()
    expect(desk.locator("body")).to_contain_text("Your password is changed.")
    screen.page.context.set_offline(False)
    expect(screen.sync).to_have_text(re.compile("sign in: 2 sets wait"))
    sign_in_next_door(screen.page.context, served.url, person.email, NEW_PASSWORD)
    screen.wait_until_saved(5)
    assert served.sets(person, screen.workout) == 3
    assert screen.page.evaluate("window.sameVisit"), "the page was loaded anew"


def test_the_token_heals_itself(
    phone: Phone, served: Served, person: Person, wire: Line, complaints: Complaints
) -> None:
    """The cookie of the CSRF token is removed, somebody else's, rubbish: one request more, and nothing to be done."""
    complaints.line_is_cut = True
    context = phone(person, url=wire.url)
    screen = Screen(context.new_page(), wire.url).start()
    screen.log()
    screen.wait_until_saved()
    foreign = foreign_token(phone, served)
    for sets, token in enumerate([None, foreign, "rubbish"], start=2):
        context.clear_cookies(name="csrf")
        if token:
            context.add_cookies([{"name": "csrf", "value": token, "url": wire.url}])
        before = len(wire.seen)
        screen.log()
        screen.wait_until_saved()
        assert served.sets(person, screen.workout) == sets
        asked = [seen for seen in wire.seen[before:] if seen[1].startswith(("/api/v1/sync", "/api/v1/session"))]
        refused = [("POST", "/api/v1/sync", 403), ("GET", "/api/v1/session", 200)]
        healed = ("POST", "/api/v1/sync", 200)
        assert asked in ([*refused, healed], [healed]), asked


def foreign_token(phone: Phone, served: Served) -> str:
    context = phone()
    context.new_page().goto(f"{served.url}/accounts/login/")
    return next(str(each["value"]) for each in context.cookies() if each["name"] == "csrf")


def test_another_person_on_the_same_phone(phone: Phone, served: Served, wire: Line, complaints: Complaints) -> None:
    """Row T14: her five sets stay hers, closed to him; nothing of his comes to her screen."""
    complaints.line_is_cut = True
    hers, his = next(served.people), next(served.people)
    context = phone(hers, url=wire.url)
    screen = Screen(context.new_page(), wire.url).start()
    screen.wait_until_saved()
    wire.weather.deaf = True
    screen.log(5)
    context.clear_cookies(name="session")
    wire.weather.deaf = False
    him = Screen(sign_in_next_door(context, wire.url, his.email), wire.url).start()
    him.log(2)
    him.wait_until_saved()
    screen.page.evaluate("dispatchEvent(new Event('online'))")
    expect(screen.sync).to_have_text("signed in as somebody else")
    assert screen.done == 5
    assert him.done == 2
    assert served.sets(hers, screen.workout) == 0
    assert [served.sets(his, workout) for workout in (him.workout, screen.workout)] == [2, 0]
    nothing_of_the_other(him.page, hers, his, screen.workout, him.workout)
    # She signs in again: all of it arrives.
    context.clear_cookies(name="session")
    sign_in_next_door(context, wire.url, hers.email)
    screen.page.evaluate("dispatchEvent(new Event('online'))")
    screen.wait_until_saved()
    assert served.sets(hers, screen.workout) == 5
    assert served.sets(hers, him.workout) == 0


def nothing_of_the_other(page: Page, hers: Person, his: Person, her_workout: str, his_workout: str) -> None:
    for whose, other in ((f"legday-{hers.uid}", his_workout), (f"legday-{his.uid}", her_workout)):
        assert whose in databases(page)
        assert other not in str(kept_rows(page, whose))
    assert her_workout not in page.content()
