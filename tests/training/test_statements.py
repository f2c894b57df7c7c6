"""The number of statements is the same for ten workouts and for hundreds; a whole sheet is written in a few."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import factories
from tests.training.helpers import opened, rows, ticked
from workouts.accounts.models import User
from workouts.catalogue.models import Exercise
from workouts.log.models import LoggedSet, Workout
from workouts.routines.models import Routine

pytestmark = pytest.mark.django_db

MOST_ON_TODAY = 10
MOST_OF_A_SHEET = 30


def statements(client: Client, url: str) -> int:
    client.get(url)
    with CaptureQueriesContext(connection) as seen:
        assert client.get(url).status_code == 200
    return len(seen)


def test_pages_ask_as_often_however_long_the_history_is(
    as_owner: Client, owner: User, begun: Workout, leg_day: Routine
) -> None:
    squat = Exercise.objects.get(slug="barbell-squat")
    factories.history(by=owner, exercise=squat, workouts=10)
    pages = ["/today/", "/workouts/", "/workouts/?page=1", "/workouts/deleted/", "/workouts/calendar/?month=2026-11"]
    pages += ["/train/new/", f"/train/{begun.uid}/form/", f"/workouts/{begun.uid}/"]
    few = {url: statements(as_owner, url) for url in pages}
    factories.history(by=owner, exercise=squat, workouts=200)
    many = {url: statements(as_owner, url) for url in pages}
    assert few == many
    assert many["/today/"] <= MOST_ON_TODAY


def test_today_is_as_cheap_for_somebody_new(as_owner: Client, leg_day: Routine) -> None:
    assert statements(as_owner, "/today/") <= MOST_ON_TODAY


def test_seventeen_sets_are_saved_in_thirty_statements(as_owner: Client, form_url: str) -> None:
    data = opened(as_owner, form_url)
    names = rows(data)
    sent = ticked(data, *(names[n] for n in range(len(names)) if n not in {4, 9, 13, 17, 21}), weight="60", rir="2")
    with CaptureQueriesContext(connection) as seen:
        assert as_owner.post(form_url, sent | {"note": "all of it", "finished": "on"}).status_code == 302
    assert LoggedSet.objects.count() == 17
    assert len(seen) <= MOST_OF_A_SHEET


def test_editing_seventeen_sets_takes_thirty_statements(as_owner: Client, form_url: str) -> None:
    data = opened(as_owner, form_url)
    as_owner.post(form_url, ticked(data, *rows(data)[:17], weight="60"))
    again = opened(as_owner, form_url)
    stored = [name for name in rows(again) if f"{name}-done" in again]
    sent = ticked(again, *stored, weight="62.5", rpe="8", note="heavier")
    del sent[f"{stored[0]}-done"]
    with CaptureQueriesContext(connection) as seen:
        assert as_owner.post(form_url, sent).status_code == 302
    assert LoggedSet.objects.live().filter(weight_text="62.5").count() == 16
    assert len(seen) <= MOST_OF_A_SHEET
