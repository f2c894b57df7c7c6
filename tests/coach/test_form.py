"""Advice in the plain form: plates, warm-up, what can be loaded instead, and the first session set by set."""

from typing import Any

import pytest
from django.test import Client

from tests import factories
from tests.coach.histories import did, target
from tests.training.conftest import AT
from tests.training.helpers import opened, rows, ticked
from workouts.accounts.models import User
from workouts.catalogue.models import Exercise
from workouts.log import actions
from workouts.log.models import LoggedSet
from workouts.routines.models import Routine

pytestmark = pytest.mark.django_db


@pytest.fixture
def url(owner: User, leg_day: Routine) -> str:
    return f"/train/{factories.workout(by=owner, routine=leg_day, started_at=AT).uid}/form/"


def save(client: Client, url: str, row: int, **values: Any) -> str:
    data = opened(client, url)
    assert client.post(url, ticked(data, rows(data)[row], **values)).status_code == 302
    return str(client.get(url).content.decode())


def test_the_form_shows_plates_history_and_warm_up(owner: User, as_owner: Client, url: str) -> None:
    did(owner, "barbell-squat", "100", 9, 9, 9, 8)
    page = as_owner.get(url).content.decode()
    assert '<span class="num">25 + 15</span> <span class="cap">a side, 20 kg bar</span>' in page
    assert "100 kg: 9, 9, 9, 8" in page
    assert "<b>75 kg × 3</b>" in page


@pytest.mark.parametrize(
    ("typed", "next_weight", "words"),
    [
        ({"weight": "20", "reps": "10", "rir": "5"}, "22.5", "Next set: 22.5 kg. The last one left 5 or more reps."),
        ({"weight": "60", "reps": "5", "rir": "0"}, "57.5", "Next set: 57.5 kg. The last one stayed under the range."),
        ({"weight": "40", "reps": "9", "rir": "2"}, "40", "Next set: 40 kg again."),
    ],
)
def test_a_first_session_finds_its_weight_set_by_set(
    as_owner: Client, url: str, typed: dict[str, str], next_weight: str, words: str
) -> None:
    page = save(as_owner, url, 0, **typed)
    assert words in page
    data = opened(as_owner, url)
    assert data[f"{rows(data)[1]}-weight"] == next_weight


def test_a_second_session_has_no_such_hint(owner: User, as_owner: Client, url: str) -> None:
    did(owner, "barbell-squat", "60", 9, 9, 9, 8)
    assert "Next set:" not in save(as_owner, url, 0, weight="60", reps="10", rir="6")


def test_a_weight_that_cannot_be_loaded_is_saved_and_said(owner: User, as_owner: Client, url: str) -> None:
    page = save(as_owner, url, 0, weight="61", reps="8")
    assert LoggedSet.objects.of(owner).get().weight_text == "61"
    assert "61 kg cannot be loaded: 60 or 62.5 kg can." in page


def test_any_field_may_be_overruled(owner: User, as_owner: Client, url: str) -> None:
    did(owner, "barbell-squat", "60", 10, 10, 10, 10)
    save(as_owner, url, 0, weight="50", reps="3", rir="0", unit="lb")
    logged = LoggedSet.objects.of(owner).get(weight_text="50")
    assert (logged.unit, logged.reps) == ("lb", 3)


def timed(user: User, slug: str, *seconds: int) -> None:
    exercise = Exercise.objects.get(slug=slug)
    workout = factories.workout(by=user)
    dose = {"sets": len(seconds), "low": 20, "high": 60, "rep_style": "seconds"}
    row = actions.add_exercise(by=user, workout=workout, exercise=exercise, dose=dose)
    for position, held in enumerate(seconds, start=1):
        draft = factories.draft(weight=None, reps=None, seconds=held, position=position)
        actions.record_set(by=user, performed=row, draft=draft)


@pytest.mark.parametrize(
    ("held", "seconds", "words"),
    [
        ((30, 30, 30), 35, "Every set was held for 30 s: 35 s next time."),
        ((40, 35, 30), 35, "Every set was held for 30 s: 35 s next time."),
        ((58, 58, 58), 60, "60 s next time."),
    ],
)
def test_timed_sets_gain_five_seconds(
    owner: User, leg_day: Routine, held: tuple[int, ...], seconds: int, words: str
) -> None:
    leg_day.prescriptions.filter(exercise__slug="walking-lunge").update(rep_style="seconds", low=20, high=60)
    timed(owner, "walking-lunge", *held)
    lunge = target(owner, "walking-lunge")
    assert (lunge.low, lunge.high) == (seconds, seconds)
    assert words in lunge.reason


def test_a_minute_earns_weight(owner: User, leg_day: Routine) -> None:
    leg_day.prescriptions.filter(exercise__slug="walking-lunge").update(rep_style="seconds", low=20, high=60)
    timed(owner, "walking-lunge", 60, 60, 60)
    lunge = target(owner, "walking-lunge")
    assert (lunge.headline, lunge.weight_text, lunge.low) == ("Add weight.", "2", 20)
