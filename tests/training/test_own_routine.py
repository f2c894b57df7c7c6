"""A swap for good counts at the next session: today, the kit, the start, and the door the gym screen uses."""

import json
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests import factories
from tests.pages.reading import Page
from tests.training.test_statements import MOST_ON_TODAY, statements
from workouts.accounts.models import User
from workouts.catalogue.models import Exercise
from workouts.log.models import Workout
from workouts.routines import actions
from workouts.routines.models import Routine
from workouts.training.actions import start_lighter

pytestmark = pytest.mark.django_db
SWAP = "/api/v1/train/routines/leg-day/swap"


def swap(client: Client, old: str = "barbell-squat", new: str = "goblet-squat", path: str = SWAP) -> Any:
    return client.post(path, json.dumps({"old": old, "new": new}), content_type="application/json")


@pytest.fixture
def own(owner: User, leg_day: Routine) -> Routine:
    squat, goblet = (Exercise.objects.get(slug=slug) for slug in ("barbell-squat", "goblet-squat"))
    return actions.swap_exercise(by=owner, routine=leg_day, old=squat, new=goblet)


def test_the_door_swaps_and_answers_with_the_next_kit(as_owner: Client, leg_day: Routine) -> None:
    answer = swap(as_owner)
    assert answer.status_code == 200
    kit = answer.json()
    assert kit["routine"] == {"slug": "my-leg-day", "name": "Leg day", "base": "leg-day"}
    assert kit["lines"][0]["exercise"] == "goblet-squat"
    for path in (SWAP, SWAP.replace("leg-day", "my-leg-day")):
        assert swap(as_owner, path=path).json() == kit
    assert as_owner.get("/api/v1/train/kit/mine?routine=leg-day").json() == kit
    assert as_owner.get("/api/v1/train/kit/mine").json() == kit


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("barbell-squat", "no-such", "unknown-exercise"),
        ("no-such", "goblet-squat", "unknown-exercise"),
        ("barbell-squat", "leg-press", "already-in-routine"),
        ("goblet-squat", "front-squat", "not-in-routine"),
    ],
)
def test_refusals_are_problems_and_write_nothing(
    as_owner: Client, leg_day: Routine, old: str, new: str, code: str
) -> None:
    answer = swap(as_owner, old, new)
    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert answer["Content-Type"] == "application/problem+json"
    assert not Routine.objects.exclude(owner=None).exists()


def test_signed_in_with_a_token_and_hers_alone(as_other: Client, client: Client, owner: User, own: Routine) -> None:
    assert swap(client).json()["code"] == "not-signed-in"
    assert swap(as_other, path=SWAP.replace("leg-day", "my-leg-day")).status_code == 404
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(owner)
    assert swap(strict).json()["code"] == "csrf"
    theirs = factories.exercise(slug="my-secret", owner=owner)
    assert swap(as_other, new=theirs.slug).json()["code"] == "unknown-exercise"


def test_today_and_the_start_go_by_hers(as_owner: Client, as_other: Client, own: Routine) -> None:
    text = Page(as_owner.get("/today/")).text
    assert "Goblet squat" in text
    assert "Barbell squat" not in text
    assert "Barbell squat" in Page(as_other.get("/today/")).text
    page = Page(as_owner.get("/train/new/?routine=leg-day"))
    chosen = [each["value"] for each in page.all("input", type="radio", name="routine") if "checked" in each]
    assert chosen == ["my-leg-day"]
    assert as_other.get("/train/new/?routine=my-leg-day").status_code == 404
    assert as_owner.get("/train/new/?routine=no-such").status_code == 404


def test_a_lighter_session_is_hers_too(owner: User, own: Routine) -> None:
    workout = start_lighter(by=owner, now=timezone.now())
    assert workout is not None
    assert workout.exercises.filter(exercise__slug="goblet-squat").exists()


def test_a_device_may_begin_with_one_that_was_deleted_meanwhile(as_owner: Client, owner: User, own: Routine) -> None:
    actions.delete_routine(by=owner, routine=own)
    session = as_owner.get("/api/v1/session").json()
    row = {"day": "2026-11-23", "zone": "UTC", "routine": own.slug}
    uid = "0199aaaa-bbbb-7ccc-8ddd-000000000001"
    put = {"id": uid.replace("0001", "0002"), "op": "put", "kind": "workout", "row": uid, "fields": row}
    push = {"account": session["account"], "client": uid, "epoch": session["epoch"], "cursor": 0, "mutations": [put]}
    answer = as_owner.post("/api/v1/sync", json.dumps(push), content_type="application/json").json()
    assert [each["status"] for each in answer["results"]] == ["applied"]
    assert Workout.objects.get(uid=uid).routine == own


def test_as_many_statements_for_ten_workouts_as_for_1560(as_owner: Client, owner: User, own: Routine) -> None:
    squat = Exercise.objects.get(slug="goblet-squat")
    factories.history(by=owner, exercise=squat, workouts=10)
    urls = ["/today/", "/train/new/", "/my/routines/", "/my/routines/my-leg-day/", "/api/v1/train/kit/mine"]
    few = {url: statements(as_owner, url) for url in urls}
    factories.history(by=owner, exercise=squat, workouts=1560)
    many = {url: statements(as_owner, url) for url in urls}
    assert few == many
    assert max(many["/today/"], many["/train/new/"]) <= MOST_ON_TODAY
    with CaptureQueriesContext(connection) as seen:
        swap(as_owner, "goblet-squat", "barbell-squat")
    assert len(seen) <= 30
