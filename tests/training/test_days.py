"""A workout's day is the local date where it is done: midnight, daylight saving and travel do not move it."""

import datetime

import pytest
import time_machine
from django.test import Client

from tests import cast
from tests.training.helpers import opened
from workouts.accounts.models import User
from workouts.log.models import Workout
from workouts.routines.models import Routine

pytestmark = pytest.mark.django_db

NEW = "/train/new/?routine=leg-day"


def start(user: User, at: str, **changes: str) -> Workout:
    """Starts a workout at the moment `at` (UTC) with what a browser would send."""
    with time_machine.travel(f"{at}+00:00", tick=False):
        client = cast.signed_in(user)
        answer = client.post(NEW, opened(client, NEW) | changes)
    assert answer.status_code == 302
    workout: Workout = Workout.objects.latest("pk")
    return workout


@pytest.mark.parametrize(
    ("at", "zone", "day_and_offset"),
    [
        ("2026-11-17T23:50", "Europe/Berlin", ("2026-11-18", 60)),
        ("2026-11-17T23:50", "America/New_York", ("2026-11-17", -300)),
        ("2026-11-18T04:30", "America/New_York", ("2026-11-17", -300)),
        ("2026-11-17T10:05", "Pacific/Kiritimati", ("2026-11-18", 840)),
        ("2026-11-17T11:59", "Etc/GMT+12", ("2026-11-16", -720)),
        ("2026-11-17T18:35", "Asia/Kathmandu", ("2026-11-18", 345)),
        # The night the clocks change: one hour is left out, one comes twice.
        ("2026-03-29T00:59", "Europe/Lisbon", ("2026-03-29", 0)),
        ("2026-03-29T01:01", "Europe/Lisbon", ("2026-03-29", 60)),
        ("2026-10-24T22:30", "Europe/Lisbon", ("2026-10-24", 60)),
        ("2026-10-25T00:30", "Europe/Lisbon", ("2026-10-25", 60)),
        ("2026-10-25T01:30", "Europe/Lisbon", ("2026-10-25", 0)),
        ("2026-12-31T23:30", "Europe/Lisbon", ("2026-12-31", 0)),
        ("2026-12-31T23:30", "Asia/Tokyo", ("2027-01-01", 540)),
    ],
)
def test_the_day_is_that_of_the_browsers_zone(
    owner: User, leg_day: Routine, at: str, zone: str, day_and_offset: tuple[str, int]
) -> None:
    workout = start(owner, at, zone=zone)
    assert (workout.day.isoformat(), workout.utc_offset) == day_and_offset
    assert workout.zone == zone
    assert workout.started_at is not None
    assert workout.started_at.isoformat() == f"{at}:00+00:00"


@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "../../etc/passwd", "x" * 5000, "UTC+99", "America", "\x00"])
def test_a_zone_that_makes_no_sense_gives_way_to_the_chosen_one(owner: User, leg_day: Routine, zone: str) -> None:
    owner.preferences.zone, owner.preferences.zone_chosen = "Asia/Tokyo", True
    owner.preferences.save()
    workout = start(owner, "2026-11-17T18:00", zone=zone)
    assert (workout.day.isoformat(), workout.zone) == ("2026-11-18", "Asia/Tokyo")


def test_the_browsers_zone_becomes_hers_unless_she_chose_one(owner: User, other: User, leg_day: Routine) -> None:
    other.preferences.zone_chosen = True
    other.preferences.save()
    for user in (owner, other):
        start(user, "2026-11-17T18:00", zone="Europe/Lisbon")
        user.preferences.refresh_from_db()
    assert (owner.preferences.zone, other.preferences.zone) == ("Europe/Lisbon", "UTC")


def test_a_past_day_has_no_hour(owner: User, leg_day: Routine) -> None:
    workout = start(owner, "2026-11-17T18:00", day="2026-11-03")
    assert (workout.day.isoformat(), workout.started_at, workout.utc_offset) == ("2026-11-03", None, None)
    page = cast.signed_in(owner).get(f"/train/{workout.uid}/form/").content.decode()
    assert 'name="finished"' not in page, "nobody knows its hours: there is nothing to finish"


def test_the_button_below_the_day_wants_one(as_owner: Client, leg_day: Routine) -> None:
    answer = as_owner.post(NEW, opened(as_owner, NEW) | {"past": "1", "day": ""})
    assert answer.status_code == 422
    assert "Choose a day." in answer.content.decode()
    assert not Workout.objects.exists(), "a workout of now is not what was asked for"


def test_today_said_twice_is_now(owner: User, leg_day: Routine) -> None:
    assert start(owner, "2026-11-17T18:00", day="2026-11-17", zone="Europe/Lisbon").started_at is not None


def test_a_page_opened_before_midnight_starts_on_the_new_day(as_owner: Client, leg_day: Routine) -> None:
    with time_machine.travel("2026-11-17T23:59+00:00", tick=False):
        sent = opened(as_owner, NEW)
    with time_machine.travel("2026-11-18T00:01+00:00", tick=False):
        as_owner.post(NEW, sent | {"zone": "UTC"})
    assert Workout.objects.get().day == datetime.date(2026, 11, 18)


def test_editing_after_a_flight_does_not_move_the_day(owner: User, leg_day: Routine) -> None:
    workout = start(owner, "2026-11-17T18:00", zone="Pacific/Kiritimati")
    url = f"/train/{workout.uid}/form/"
    with time_machine.travel("2026-11-17T18:30+00:00", tick=False):
        owner.preferences.zone = "America/Los_Angeles"
        owner.preferences.save()
        client = cast.signed_in(owner)
        assert client.post(url, opened(client, url) | {"title": "Legs"}).status_code == 302
    workout.refresh_from_db()
    assert (workout.day.isoformat(), workout.title) == ("2026-11-18", "Legs")


def test_a_day_can_be_corrected(owner: User, leg_day: Routine) -> None:
    workout = start(owner, "2026-11-17T18:00")
    url = f"/train/{workout.uid}/form/"
    client = cast.signed_in(owner)
    client.post(url, opened(client, url) | {"day": "2026-11-10"})
    workout.refresh_from_db()
    assert workout.day.isoformat() == "2026-11-10"


@pytest.mark.parametrize(
    ("at", "zone", "words"),
    [
        ("2026-11-17T23:30", "Europe/Lisbon", "Tuesday 17 November"),
        ("2026-11-17T23:30", "Europe/Berlin", "Wednesday 18 November"),
        ("2026-11-17T01:30", "America/New_York", "Monday 16 November"),
    ],
)
def test_today_is_the_lifters_today(owner: User, leg_day: Routine, at: str, zone: str, words: str) -> None:
    owner.preferences.zone = zone
    owner.preferences.save()
    with time_machine.travel(f"{at}+00:00", tick=False):
        assert words in cast.signed_in(owner).get("/today/").content.decode()


def test_a_workout_begun_before_midnight_and_ended_after_it_keeps_its_day(owner: User, leg_day: Routine) -> None:
    workout = start(owner, "2026-11-17T23:50", zone="Europe/Lisbon")
    url = f"/train/{workout.uid}/form/"
    with time_machine.travel("2026-11-18T00:40+00:00", tick=False):
        client = cast.signed_in(owner)
        client.post(url, opened(client, url) | {"finished": "on"})
    workout.refresh_from_db()
    assert workout.day.isoformat() == "2026-11-17"
    assert workout.finished_at is not None
    assert workout.finished_at.isoformat() == "2026-11-18T00:40:00+00:00"


def test_a_clock_set_back_cannot_end_a_workout_before_it_began(owner: User, leg_day: Routine) -> None:
    workout = start(owner, "2026-11-17T18:00")
    url = f"/train/{workout.uid}/form/"
    with time_machine.travel("2026-11-17T17:00+00:00", tick=False):
        client = cast.signed_in(owner)
        assert client.post(url, opened(client, url) | {"finished": "on"}).status_code == 302
    workout.refresh_from_db()
    assert workout.finished_at == workout.started_at
