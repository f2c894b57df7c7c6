"""The sticky note on the exercise's page: to read, with the way to where it is written."""

import pytest
from django.test import Client

from tests.factories import exercise, performed
from tests.progress.histories import day, done
from workouts.accounts.models import User
from workouts.log.actions import put_note

pytestmark = pytest.mark.django_db


def test_the_note_stands_on_the_page_and_leads_to_where_it_is_changed(owner: User, as_owner: Client) -> None:
    squat = exercise()
    row = performed(by=owner, exercise=squat, day=day(2), sets=[done("60", 8)])
    put_note(by=owner, exercise=squat, text="Seat 4 <b>low</b>")
    page = as_owner.get("/progress/test-squat/").content.decode()
    assert "Seat 4 &lt;b&gt;low&lt;/b&gt;" in page
    assert f'href="/train/{row.workout.uid}/form/"' in page
    put_note(by=owner, exercise=squat, text="")
    assert "Your sticky note" not in as_owner.get("/progress/test-squat/").content.decode()


def test_a_note_without_a_session_is_shown_too(owner: User, as_owner: Client) -> None:
    put_note(by=owner, exercise=exercise(), text="Seat 4")
    page = as_owner.get("/progress/test-squat/").content.decode()
    assert "Seat 4" in page
    assert "Change it" not in page


def test_another_lifter_s_note_is_not_shown(owner: User, as_other: Client) -> None:
    put_note(by=owner, exercise=exercise(), text="Seat 4")
    assert "Seat 4" not in as_other.get("/progress/test-squat/").content.decode()
