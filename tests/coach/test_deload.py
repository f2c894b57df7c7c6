"""The offer of a lighter week: when it is made, what taking it starts, and how long "not now" lasts."""

import datetime

import pytest
import time_machine
from django.test import Client

from tests import factories
from tests.coach.histories import TODAY, did, target
from tests.training.conftest import AT
from workouts.accounts.models import Preferences, User
from workouts.log.models import PerformedExercise, Workout
from workouts.routines.models import Routine

pytestmark = pytest.mark.django_db
OFFER = "A lighter week?"


@pytest.fixture
def stalled(owner: User, leg_day: Routine) -> User:
    """Two exercises came to their third miss in a row within a week."""
    for ago in (8, 5, 2):
        did(owner, "barbell-squat", "70", 8, 8, 8, 7, ago=ago)
        did(owner, "romanian-deadlift", "60", 8, 8, 8, 7, ago=ago)
    return owner


def today(client: Client, *, later: int = 0) -> str:
    with time_machine.travel(AT + datetime.timedelta(days=later), tick=False):
        return str(client.get("/today/").content.decode())


def test_two_resets_in_a_week_bring_the_offer_with_its_reason(stalled: User, as_owner: Client) -> None:
    page = today(as_owner)
    assert OFFER in page
    assert "Two or more exercises came to their third miss in a row" in page


def test_one_exercise_alone_brings_none(owner: User, as_owner: Client, leg_day: Routine) -> None:
    for ago in (8, 5, 2):
        did(owner, "barbell-squat", "70", 8, 8, 8, 7, ago=ago)
    assert OFFER not in today(as_owner)


def test_a_lighter_session_may_be_asked_for_without_an_offer(owner: User, as_owner: Client, leg_day: Routine) -> None:
    assert "/today/deload/" not in today(as_owner), "nobody has anything to make lighter on the first day"
    did(owner, "barbell-squat", "60", 9, 9, 9, 8, ago=2)
    page = today(as_owner)
    assert OFFER not in page
    assert 'action="/today/deload/"' in page
    assert "/today/deload/later/" not in page


def test_six_weeks_without_a_pause_and_a_plateau_bring_it(owner: User, as_owner: Client, leg_day: Routine) -> None:
    for week in range(7):
        did(owner, "barbell-squat", "60", 9, 9, 9, 8, ago=2 + 6 * week)
    assert "six weeks or more without a week off" in today(as_owner)


def test_taking_it_starts_a_workout_of_half_the_sets_lighter(stalled: User, as_owner: Client) -> None:
    with time_machine.travel(AT, tick=False):
        answer = as_owner.post("/today/deload/")
        workout = Workout.objects.of(stalled).get(started_at=AT)
        assert answer["Location"] == f"/train/{workout.uid}/form/"
        rows = list(PerformedExercise.objects.filter(workout=workout).order_by("position"))
        page = as_owner.get(answer["Location"]).content.decode()
    assert [(row.deload, row.sets, row.target_rir) for row in rows] == [(True, n, 4) for n in (2, 2, 2, 2, 2)]
    # floor(0.9 x 70) and floor(0.9 x 60) on the bar's grid
    assert 'value="62.5"' in page
    assert 'value="52.5"' in page
    assert "Half the sets at 62.5 kg, 4 or more reps in reserve." in page
    assert "4 to spare" in page


def test_a_second_tap_goes_on_with_the_one_under_way(stalled: User, as_owner: Client) -> None:
    with time_machine.travel(AT, tick=False):
        first, second = as_owner.post("/today/deload/"), as_owner.post("/today/deload/")
    assert first["Location"] == second["Location"]
    assert Workout.objects.of(stalled).filter(started_at=AT).count() == 1


def test_afterwards_the_offer_is_answered_and_the_weight_is_that_before(stalled: User, as_owner: Client) -> None:
    did(stalled, "barbell-squat", "62.5", 8, 8, ago=1, flags={"deload": True})
    did(stalled, "romanian-deadlift", "52.5", 8, 8, ago=1, flags={"deload": True})
    assert OFFER not in today(as_owner)
    assert "at 70 kg" in target(stalled, "barbell-squat").reason


def test_not_now_rests_for_a_week_and_keeps_a_day_alone(stalled: User, as_owner: Client) -> None:
    with time_machine.travel(AT, tick=False):
        assert as_owner.post("/today/deload/later/")["Location"] == "/today/"
    assert Preferences.objects.get(user=stalled).deload_declined == TODAY
    assert OFFER not in today(as_owner)
    assert OFFER not in today(as_owner, later=4)
    Preferences.objects.filter(user=stalled).update(deload_declined=TODAY - datetime.timedelta(days=7))
    assert OFFER in today(as_owner)


def test_without_a_routine_there_is_nothing_to_make_lighter(as_owner: Client, owner: User) -> None:
    assert as_owner.post("/today/deload/")["Location"] == "/today/"
    assert not Workout.objects.of(owner).exists()


@pytest.mark.parametrize("path", ["/today/deload/", "/today/deload/later/"])
def test_looking_changes_nothing(as_owner: Client, owner: User, leg_day: Routine, path: str) -> None:
    assert as_owner.get(path).status_code == 405
    factories.workout(by=owner)
    assert Workout.objects.of(owner).count() == 1
