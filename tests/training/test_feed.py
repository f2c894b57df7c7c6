"""The calendar by its secret address: what stands in it, who may read it, what it costs."""

import datetime
import re
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.test import Client
from icalendar import Calendar

from tests import cast, factories
from workouts.accounts.models import Preferences, User
from workouts.catalogue.models import Exercise
from workouts.log import actions
from workouts.log.models import SetKind, Workout
from workouts.training.models import CalendarFeed, key_of

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2026, 11, 23, 12, 0, tzinfo=datetime.UTC)  # a Monday
PAGE = "/settings/calendar/"


@pytest.fixture(autouse=True)
def noon() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def address(owner: User, as_owner: Client) -> str:
    """The path of the owner's calendar, as she reads it on the page."""
    as_owner.post(f"{PAGE}renew/")
    return shown(as_owner)


def shown(browser: Client) -> str:
    found = re.search(r'value="http://localhost:8000(/calendar/[^"]+\.ics)"', browser.get(PAGE).content.decode())
    assert found
    return found[1]


# What a calendar holds is typed by name in its own way; here each property is what its line says.
def events(address: str) -> list[Any]:
    answer = Client().get(address)
    assert answer.status_code == 200
    return list(Calendar.from_ical(answer.content).walk("VEVENT"))


def done(address: str) -> Any:
    (found,) = [each for each in events(address) if each["STATUS"] == "CONFIRMED"]
    return found


def planned(address: str) -> list[Any]:
    return [each for each in events(address) if each["STATUS"] == "TENTATIVE"]


def hours(row: Workout, start: datetime.datetime | None, end: datetime.datetime | None) -> None:
    Workout.objects.filter(pk=row.pk).update(started_at=start, finished_at=end)


def leg_day_of(owner: User, day: datetime.date) -> None:
    """Three working sets that count for the legs."""
    squat = Exercise.objects.get(slug="barbell-squat")
    factories.performed(by=owner, exercise=squat, day=day, sets=[factories.draft()] * 3)


# --- what is in it -------------------------------------------------------------------------------------------


def test_a_workout_with_hours_is_an_event_in_utc(owner: User, address: str) -> None:
    """Two in the night of the day that the clocks went back in Lisbon; the calendar app puts it into her zone."""
    row = factories.workout(by=owner, title="Leg day", day=datetime.date(2026, 10, 25))
    start = datetime.datetime.fromisoformat("2026-10-25T01:30:00+01:00")
    hours(row, start, start + datetime.timedelta(minutes=75))
    event = done(address)
    assert event.to_ical().count(b"DTSTART:20261025T003000Z") == 1
    assert event.to_ical().count(b"DTEND:20261025T014500Z") == 1
    assert event["UID"] == f"{row.uid}@localhost"
    assert (event["SUMMARY"], event["URL"]) == ("Leg day", f"http://localhost:8000/workouts/{row.uid}/")


@pytest.mark.parametrize("ends", [None, 0])
def test_without_hours_it_takes_its_own_day(owner: User, address: str, ends: int | None) -> None:
    day = datetime.date(2026, 11, 17)
    row = factories.workout(by=owner, day=day)
    if ends is not None:
        hours(row, NOW, NOW)
    event = done(address)
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (day, day + datetime.timedelta(days=1))
    assert event["TRANSP"] == "TRANSPARENT"


def test_it_tells_the_exercises_and_how_many_sets(owner: User, address: str) -> None:
    squat = factories.exercise(name="Squat, low bar")
    factories.performed(by=owner, exercise=squat, sets=[factories.draft(), factories.draft(kind=SetKind.WARMUP)])
    assert done(address)["DESCRIPTION"] == "Squat, low bar (1 set)"


def test_text_is_escaped_folded_and_free_of_control_characters(owner: User, address: str) -> None:
    """Semicolons, commas, backslashes and line ends would end the value, or begin another property."""
    title = "Legs; squat, \\ then\r\nATTACH:http://evil.example 🏋️ " + "é" * 60
    row = factories.workout(by=owner, title="x")
    Workout.objects.filter(pk=row.pk).update(title=title + "\x07")
    raw = Client().get(address).content
    assert b"SUMMARY:Legs\\; squat\\, \\\\ then\\nATTACH" in raw.replace(b"\r\n ", b"")
    assert b"\r\nATTACH" not in raw
    assert b"\x07" not in raw
    assert {len(line) <= 75 for line in raw.split(b"\r\n")} == {True}
    assert raw.decode() == raw.decode("utf-8", errors="strict")
    assert done(address)["SUMMARY"] == title.replace("\r\n", "\n") + " "


def test_a_year_and_no_more_and_nothing_deleted(owner: User, address: str) -> None:
    today = NOW.date()
    for days, title in ((0, "today"), (365, "a year ago"), (366, "before")):
        factories.workout(by=owner, day=today - datetime.timedelta(days=days), title=title)
    gone = factories.workout(by=owner, title="deleted")
    actions.delete_workout(by=owner, workout=gone)
    assert {str(each["SUMMARY"]) for each in events(address)} == {"today", "a year ago"}


def test_what_is_under_way_is_not_done_yet_and_what_was_never_finished_is(owner: User, address: str) -> None:
    row = factories.workout(by=owner, day=NOW.date(), title="now")
    hours(row, NOW - datetime.timedelta(minutes=20), None)
    assert events(address) == []
    with time_machine.travel(NOW + datetime.timedelta(days=1), tick=False):
        assert done(address)["DTSTART"].dt == NOW.date()


# --- the plan ------------------------------------------------------------------------------------------------


def test_nobody_who_has_never_trained_gets_a_plan(address: str) -> None:
    assert events(address) == []


@pytest.mark.parametrize(("ago", "expected"), [(0, 2), (1, 1), (3, 0), (40, 0)])
def test_the_next_leg_day_is_the_coach_s(owner: User, address: str, content: None, ago: int, expected: int) -> None:
    """As /today/ says: after a day of rest, or today."""
    leg_day_of(owner, NOW.date() - datetime.timedelta(days=ago))
    (event,) = planned(address)
    assert event["DTSTART"].dt == NOW.date() + datetime.timedelta(days=expected)
    assert event["SUMMARY"] == "Next leg day"


def test_the_plan_is_one_event_that_moves(owner: User, address: str, content: None) -> None:
    leg_day_of(owner, NOW.date() - datetime.timedelta(days=5))
    (first,) = planned(address)
    with time_machine.travel(NOW + datetime.timedelta(days=1), tick=False):
        (second,) = planned(address)
    assert first["UID"] == second["UID"]
    assert second["DTSTART"].dt == NOW.date() + datetime.timedelta(days=1)
    assert str(owner.uid) not in str(first["UID"])


def test_today_is_her_own_day(owner: User, address: str, content: None) -> None:
    """Noon of Monday in UTC is Tuesday on Kiritimati."""
    Preferences.objects.filter(user=owner).update(zone="Pacific/Kiritimati")
    leg_day_of(owner, NOW.date() - datetime.timedelta(days=5))
    (event,) = planned(address)
    assert event["DTSTART"].dt == NOW.date() + datetime.timedelta(days=1)


def test_while_one_trains_nothing_is_planned(owner: User, address: str, content: None) -> None:
    leg_day_of(owner, NOW.date() - datetime.timedelta(days=5))
    hours(factories.workout(by=owner, day=NOW.date()), NOW, None)
    assert planned(address) == []


# --- how it is sent ------------------------------------------------------------------------------------------


def test_it_is_a_calendar_that_is_asked_after_by_its_etag(owner: User, address: str) -> None:
    factories.workout(by=owner)
    first = Client().get(address)
    assert first.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert first.headers["Cache-Control"] == "private, no-cache"
    assert "Cookie" not in first.headers.get("Vary", "")
    assert first.content.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Legday//")
    etag = first.headers["ETag"]
    with time_machine.travel(NOW + datetime.timedelta(hours=3), tick=False):
        again = Client().get(address, headers={"If-None-Match": etag})
    assert (again.status_code, again.content) == (304, b"")
    factories.workout(by=owner)
    assert Client().get(address, headers={"If-None-Match": etag}).status_code == 200


@pytest.mark.parametrize("workouts", [1, 10, 300])
def test_it_costs_the_same_whatever_the_history(
    owner: User, address: str, django_assert_max_num_queries: Any, workouts: int
) -> None:
    factories.history(by=owner, exercise=factories.exercise(), workouts=workouts)
    with django_assert_max_num_queries(6):
        assert Client().get(address).status_code == 200


def test_it_is_read_so_often_a_minute_and_no_more(owner: User, address: str) -> None:
    assert [Client().get(address).status_code for _ in range(21)] == [200] * 20 + [429]
    assert Client().get(address).headers["Retry-After"] == "60"
    with time_machine.travel(NOW + datetime.timedelta(minutes=1), tick=False):
        assert Client().get(address).status_code == 200


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_it_is_only_read(address: str, method: str) -> None:
    assert getattr(Client(), method)(address).status_code == 405


# --- whose it is ---------------------------------------------------------------------------------------------


def test_only_the_whole_address_opens_it(owner: User, address: str, django_assert_num_queries: Any) -> None:
    feed = CalendarFeed.objects.get()
    key, _, signature = feed.secret.partition(".")
    assert len(key) == 43
    wrong = [
        key, f"{key}.", f".{signature}", f"{key}.{signature[:-1]}", f"{key[::-1]}.{signature}", "x", "x.y", "%00.x",
        f"{key}.{signature}é",
    ]  # fmt: skip
    with django_assert_num_queries(0):
        answers = [Client().get(f"/calendar/{each}.ics") for each in wrong]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1


def test_a_renewed_address_and_one_switched_off_look_like_none(owner: User, as_owner: Client, address: str) -> None:
    never = Client().get("/calendar/never.was.ics")
    as_owner.post(f"{PAGE}renew/")
    renewed = shown(as_owner)
    assert renewed != address
    old = Client().get(address)
    assert Client().get(renewed).status_code == 200
    as_owner.post(f"{PAGE}off/")
    off = Client().get(renewed)
    assert {(each.status_code, each.content) for each in (never, old, off)} == {(404, never.content)}
    assert "Switch it on" in as_owner.get(PAGE).content.decode()
    as_owner.post(f"{PAGE}off/")
    assert not CalendarFeed.objects.exists()


def test_it_holds_nothing_of_others_and_the_page_shows_one_s_own(owner: User, other: User, address: str) -> None:
    factories.workout(by=other, title="not hers")
    assert events(address) == []
    theirs = cast.signed_in(other)
    assert address not in theirs.get(PAGE).content.decode()
    theirs.post(f"{PAGE}renew/")
    theirs.post(f"{PAGE}off/")
    assert Client().get(address).status_code == 200


def test_a_copy_of_the_database_opens_no_calendar(owner: User, address: str, settings: Any) -> None:
    key = CalendarFeed.objects.get().key
    assert address != f"/calendar/{key}.ics"
    before = settings.SECRET_KEY
    settings.SECRET_KEY = "another key, of more than fifty characters, on another machine entirely"
    assert Client().get(address).status_code == 404
    settings.SECRET_KEY_FALLBACKS = [before]
    assert Client().get(address).status_code == 200


def test_an_account_that_is_switched_off_has_no_calendar(owner: User, address: str) -> None:
    User.objects.filter(pk=owner.pk).update(is_active=False)
    assert Client().get(address).status_code == 404


def test_the_page_is_found_in_settings_and_changes_nothing_when_it_is_read(as_owner: Client) -> None:
    assert f'href="{PAGE}"' in as_owner.get("/settings/").content.decode()
    assert as_owner.get(PAGE).status_code == 200
    assert as_owner.get(f"{PAGE}renew/").status_code == 405
    assert as_owner.get(f"{PAGE}off/").status_code == 405
    assert not CalendarFeed.objects.exists()


def test_the_address_opens_by_the_phone_s_own_app(as_owner: Client, address: str) -> None:
    assert f'href="webcal://localhost:8000{address}"' in as_owner.get(PAGE).content.decode()
    assert key_of(address.removeprefix("/calendar/").removesuffix(".ics")) == CalendarFeed.objects.get().key
