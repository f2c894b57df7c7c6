"""An old set that is edited or deleted: advice, records and charts follow at the next request. Plateaus are the
coach's, records are told when they happen."""

import datetime
import re
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.factories import exercise, history, performed
from tests.progress.histories import day, done, flag, pounds, progress
from workouts.accounts.models import User
from workouts.catalogue.models import Exercise, RepStyle
from workouts.log import actions
from workouts.log.drafts import Sheet
from workouts.log.models import LoggedSet, PerformedExercise, Workout
from workouts.progress.queries import records_of
from workouts.routines.models import Routine
from workouts.science.progression import Action, Prescription, Session, WorkingSet, recommend

pytestmark = pytest.mark.django_db


def prescribed(user: User, routine: Routine, on: datetime.date, reps: list[int], weight: str = "60") -> None:
    workout = actions.start_workout(by=user, day=on, zone="UTC", routine=routine)
    squat = workout.exercises.get(exercise__slug="barbell-squat")
    for number, count in enumerate(reps, start=1):
        actions.record_set(by=user, performed=squat, draft=done(weight, count, position=number))


def test_an_edited_old_set_changes_records_chart_and_headline(owner: User, as_owner: Client) -> None:
    squat = exercise()
    performed(by=owner, exercise=squat, day=day(2), sets=[done("60", 8)])
    row = performed(by=owner, exercise=squat, day=day(4), sets=[done("90", 5)])
    page = as_owner.get("/progress/test-squat/?range=all").content.decode()
    assert "105.0" in page
    logged = row.logged_sets.get()
    actions.record_set(by=owner, performed=row, draft=done("70", 5, position=1), uid=logged.uid)
    page = as_owner.get("/progress/test-squat/?range=all").content.decode()
    assert "105.0" not in page
    assert "81.7" in page
    actions.delete_set(by=owner, logged=LoggedSet.objects.get(pk=logged.pk))
    found = progress(owner, squat)
    assert [one.day for one in found.sessions] == [day(2)]
    assert {one.day for one in found.records} == {day(2)}


def test_advice_follows_an_edited_old_set(owner: User, as_owner: Client, leg_day: Routine) -> None:
    recently = timezone.now().date() - datetime.timedelta(days=3)
    prescribed(owner, leg_day, recently, [10, 10, 10, 10])
    assert b"62.5" in as_owner.get("/today/").content
    logged = LoggedSet.objects.of(owner).live().latest("pk")
    actions.record_set(by=owner, performed=logged.performed, draft=done("60", 8, position=4), uid=logged.uid)
    page = as_owner.get("/today/").content
    assert b"62.5" not in page


def test_a_moved_workout_moves_its_point(owner: User, as_owner: Client) -> None:
    squat = exercise()
    row = performed(by=owner, exercise=squat, day=day(2), sets=[done("60", 8)])
    actions.save_sheet(by=owner, workout=row.workout, sheet=Sheet(workout={"day": day(9)}))
    assert [one.day for one in progress(owner, squat).sessions] == [day(9)]


PLATEAUS = {
    "worked case 22": [[9, 9, 9, 9], [9, 9, 8, 8], [9, 9, 8, 8], [9, 9, 8, 8], [9, 9, 8, 8]],
    "it rises": [[8, 8, 8, 8], [9, 8, 8, 8], [9, 9, 8, 8], [9, 9, 9, 8], [9, 9, 9, 9]],
    "three are not enough": [[9, 9, 9, 9], [9, 9, 8, 8], [9, 9, 8, 8], [9, 9, 8, 8]],
    "a session cut short ends the run": [[9, 9, 9, 9], [9, 9, 8, 8], [9, 9], [9, 9, 8, 8], [9, 9, 8, 8], [9, 9, 8, 8]],
    "misses count": [[9, 9, 9, 9], [9, 9, 8, 7], [9, 8, 8, 8], [9, 9, 8, 7], [9, 9, 8, 8]],
}


@pytest.mark.parametrize("name", PLATEAUS)
def test_a_plateau_is_marked_where_the_coach_would_speak_of_one(owner: User, leg_day: Routine, name: str) -> None:
    squat = Exercise.objects.get(slug="barbell-squat")
    grid = (Decimal(50), Decimal(60), Decimal(70))
    expected: list[bool] = []
    told: list[Session] = []
    for number, reps in enumerate(PLATEAUS[name]):
        prescribed(owner, leg_day, day(1 + 3 * number), reps)
        told.insert(0, Session(tuple(WorkingSet(grid[1], count) for count in reps)))
        advice = recommend(Prescription(4, 8, 10, grid), told, 3)
        expected.append(advice.action is Action.PLATEAU)
    found = progress(owner, squat, "all")
    assert [found.table.row(one).plateau for one in found.sessions] == expected
    days = [(one.day - datetime.date(1970, 1, 1)).days for one in found.sessions]
    assert found.series.data()["plateaus"] == [day for day, one in zip(days, expected, strict=True) if one]


def test_a_deload_is_marked_on_the_chart_and_in_the_table(owner: User, as_owner: Client) -> None:
    squat = exercise()
    performed(by=owner, exercise=squat, day=day(2), sets=[done("60", 8)])
    flag(owner, performed(by=owner, exercise=squat, day=day(5), sets=[done("50", 8)]), deload=True)
    page = as_owner.get("/progress/test-squat/?range=all").content.decode()
    assert re.search(r'"deloads": \[\d+\]', page)
    assert "D: a deload." in page
    assert "Deload: no estimate, no record." in page


def test_left_and_right_stand_side_by_side(owner: User, as_owner: Client) -> None:
    lunge = exercise(slug="lunge", name="Lunge", rep_style=RepStyle.PER_SIDE)
    performed(by=owner, exercise=lunge, day=day(2), sets=[done("10", None, left=10, right=8)] * 2)
    sides = progress(owner, lunge).sides
    assert sides is not None
    assert (sides.left, sides.right, sides.bars) == (20, 16, {"left": 100, "right": 80})
    assert "Left and right" in as_owner.get("/progress/lunge/?range=all").content.decode()


def told(user: User, row: PerformedExercise) -> list[tuple[bool, list[str]]]:
    return [(one.first, one.records) for one in records_of(user, Workout.objects.get(pk=row.workout.pk))]


def test_records_are_told_when_they_happen(owner: User, as_owner: Client) -> None:
    squat = exercise()
    first = performed(by=owner, exercise=squat, day=day(2), sets=[done("60", 8, "2")])
    second = performed(by=owner, exercise=squat, day=day(4), sets=[done("60", 10, "2"), done("65", 3)])
    noise = performed(by=owner, exercise=squat, day=day(6), sets=[done("84.2", 1, "0")])
    third = performed(by=owner, exercise=squat, day=day(8), sets=[done("60", 9, "2")])
    assert told(owner, first) == [(True, [])]
    assert told(owner, second) == [
        (
            False,
            [
                "heaviest set: 65 kg × 3",
                "best estimate: 84.0 kg, grade C",
                "most reps at 60 kg: 10",
                "most in one session: 795 kg",
            ],
        )
    ]
    assert told(owner, noise) == [(False, ["heaviest set: 84.2 kg × 1"])]
    assert told(owner, third) == []
    page = as_owner.get(f"/workouts/{second.workout.uid}/").content.decode()
    assert "most reps at 60\u00a0kg: 10" in page
    assert "first time" in as_owner.get(f"/workouts/{first.workout.uid}/").content.decode()


def test_small_steps_add_up_to_a_record_that_is_told(owner: User) -> None:
    squat = exercise()
    rows = [
        performed(by=owner, exercise=squat, day=day(number), sets=[done(weight, 1, "0")])
        for number, weight in [(2, "100"), (4, "100.3"), (6, "100.6")]
    ]
    found = [told(owner, row)[0][1] for row in rows[1:]]
    assert ["best estimate" in " ".join(one) for one in found] == [False, True]


def test_deloads_and_pain_set_no_record_and_are_none_to_beat(owner: User) -> None:
    squat = exercise()
    performed(by=owner, exercise=squat, day=day(2), sets=[done("60", 8)])
    heavy = performed(by=owner, exercise=squat, day=day(4), sets=[done("100", 8)])
    flag(owner, heavy, pain=True)
    last = performed(by=owner, exercise=squat, day=day(6), sets=[pounds("135", 8)])
    assert told(owner, heavy) == []
    assert told(owner, last)[0][1][0] == "heaviest set: 135 lb × 8"


def test_what_others_did_is_no_record_to_beat(owner: User, other: User) -> None:
    squat = exercise()
    performed(by=other, exercise=squat, day=day(2), sets=[done("200", 8)])
    mine = performed(by=owner, exercise=squat, day=day(4), sets=[done("60", 8)])
    assert told(owner, mine) == [(True, [])]


def test_records_of_a_workout_take_as_many_statements_however_long_the_history_is(owner: User, other: User) -> None:
    squat = exercise()
    counts = []
    for user, workouts in [(owner, 10), (other, 200)]:
        history(by=user, exercise=squat, workouts=workouts)
        workout = Workout.objects.of(user).latest("day")
        user.preferences  # noqa: B018  # a request has read them before
        with CaptureQueriesContext(connection) as seen:
            records_of(user, workout)
        counts.append(len(seen))
    assert counts == [2, 2]
