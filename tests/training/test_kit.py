"""The kit: what a device keeps for a session."""

import datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import factories
from tests.coach.histories import TODAY, did
from workouts.accounts.models import User
from workouts.catalogue.models import Exercise
from workouts.coach.queries import next_session
from workouts.log.actions import put_note
from workouts.routines.models import Routine
from workouts.training.queries.kit import kit_for_all, kit_of, kit_of_workout
from workouts.training.schemas import Kit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("content")]


@pytest.fixture
def routine() -> Routine:
    return Routine.objects.get(slug="leg-day")


def test_holds_the_session_and_every_exercise_that_could_take_a_place_in_it(routine: Routine) -> None:
    kit = kit_for_all(routine)
    assert [(line.exercise, line.sets, line.low, line.high) for line in kit.lines] == [
        ("barbell-squat", 4, 8, 10),
        ("romanian-deadlift", 4, 8, 10),
        ("leg-press", 3, 10, 12),
        ("walking-lunge", 3, 20, 20),
        ("calf-raise", 3, 12, 15),
    ]
    assert set(kit.exercises) == set(Exercise.objects.site().current().values_list("slug", flat=True))
    named = {swap.substitute for each in kit.exercises.values() for swap in each.swaps if swap.substitute}
    assert named
    assert named <= set(kit.exercises)


def test_the_one_for_everybody_has_nothing_of_anybody(routine: Routine, owner: User) -> None:
    did(owner, "barbell-squat", "80", 10, 10, 10, 10)
    put_note(by=owner, exercise=Exercise.objects.get(slug="barbell-squat"), text="Rack 2")
    kit = kit_for_all(routine)
    assert (kit.account, kit.day) == (None, None)
    assert {each.last for each in kit.exercises.values()} == {None}
    assert {each.sticky for each in kit.exercises.values()} == {""}
    squat = kit.exercises["barbell-squat"]
    assert squat.target.weight == "20"  # the empty bar: the lightest there is


def test_tells_what_today_tells(routine: Routine, owner: User) -> None:
    did(owner, "barbell-squat", "80", 10, 10, 10, 10, rir="2")
    put_note(by=owner, exercise=Exercise.objects.get(slug="barbell-squat"), text="Rack 2, safeties at 7.")
    kit = kit_of(owner, routine, TODAY)
    shown = next_session(owner, "leg-day", TODAY)
    assert shown is not None
    for target, line in zip(shown.targets, kit.lines, strict=True):
        told = kit.exercises[line.exercise].target
        assert (told.weight or "", told.headline, told.reason) == (target.weight_text, target.headline, target.reason)
    squat = kit.exercises["barbell-squat"]
    assert squat.target.weight == "82.5"
    assert squat.last is not None
    assert [(each.weight, each.reps) for each in squat.last.sets] == [("80", 10)] * 4
    assert squat.sticky == "Rack 2, safeties at 7."
    assert [(each.weight, each.reps) for each in squat.warm_up] == [("20", 8), ("40", 5), ("60", 3)]
    assert squat.grid is not None
    assert "82.5" in kit.grids[squat.grid]
    assert squat.stock is not None
    assert kit.stocks[squat.stock].bar == "20"
    assert kit.account == owner.uid


def test_a_substitute_keeps_its_own_history_and_takes_the_dose_of_what_it_stands_for(
    routine: Routine, owner: User
) -> None:
    kit = kit_of(owner, routine, TODAY)
    swap = next(each for each in kit.exercises["barbell-squat"].swaps if each.substitute)
    assert swap.substitute is not None
    dose = kit.exercises[swap.substitute].dose
    assert (dose.sets, dose.rest_seconds) == (kit.lines[0].sets, kit.lines[0].rest_seconds)


def test_of_a_workout_has_its_own_doses_and_does_not_take_it_for_last_time(owner: User, routine: Routine) -> None:
    did(owner, "leg-press", "100", 12, 12, 12, ago=4)
    row = did(owner, "leg-press", "105", 12, ago=0)
    kit = kit_of_workout(owner, row.workout)
    assert [line.exercise for line in kit.lines] == ["leg-press"]
    last = kit.exercises["leg-press"].last
    assert last is not None
    assert last.day == TODAY - datetime.timedelta(days=4)


def statements(make: Any) -> tuple[int, Kit]:
    with CaptureQueriesContext(
        connection,
    ) as seen:
        kit = make()
    return len(seen), kit


def test_costs_the_same_however_long_the_history_is(owner: User, other: User, routine: Routine) -> None:
    squat = Exercise.objects.get(slug="barbell-squat")
    factories.history(by=owner, exercise=squat, workouts=3)
    factories.history(by=other, exercise=squat, workouts=60)
    few, _kit = statements(lambda: kit_of(User.objects.get(pk=owner.pk), routine, TODAY))
    many, _kit = statements(lambda: kit_of(User.objects.get(pk=other.pk), routine, TODAY))
    # One more where three months at one weight make a rule look further back.
    assert few <= many <= few + 1 <= 10


def test_a_strangers_routine_is_not_there(as_other: Client, owner: User) -> None:
    Routine.objects.create(slug="my-secret", name="Mine", owner=owner)
    response = as_other.get("/api/v1/train/kit/mine?routine=my-secret")
    assert response.status_code == 404
    assert response["Content-Type"] == "application/problem+json"


def test_is_kept_by_nobody_but_the_device(as_owner: Client, client: Client) -> None:
    mine = as_owner.get("/api/v1/train/kit/mine")
    assert (mine.status_code, mine["Cache-Control"]) == (200, "no-store")
    assert client.get("/api/v1/train/kit/mine").status_code == 401
    everybodys = client.get("/api/v1/train/kit")
    assert "public" in everybodys["Cache-Control"]
    assert everybodys.content == as_owner.get("/api/v1/train/kit").content
