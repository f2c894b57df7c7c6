"""The one door for writes: rows, change log and revision move together."""

import datetime
from decimal import Decimal
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from tests import factories
from workouts.accounts.models import User
from workouts.catalogue.models import Exercise
from workouts.log import actions
from workouts.log.drafts import ExerciseDraft, SetEntry, Sheet, WorkoutDraft
from workouts.log.models import Change, Ledger, LoggedSet, Mutation, PerformedExercise, Source, Workout
from workouts.routines.models import Routine

pytestmark = pytest.mark.django_db


def revs(user: User) -> list[int]:
    return list(Change.objects.filter(owner=user).order_by("rev").values_list("rev", flat=True))


def test_a_started_workout_keeps_the_prescription_as_it_stood(owner: User, leg_day: Routine) -> None:
    workout = actions.start_workout(by=owner, day=factories.TUESDAY, zone="Europe/Lisbon", routine=leg_day)
    leg_day.prescriptions.update(sets=9)
    doses = workout.exercises.values_list("sets", "low", "high", "rep_style")
    assert list(doses) == [
        (4, 8, 10, "reps"),
        (4, 8, 10, "reps"),
        (3, 10, 12, "reps"),
        (3, 20, 20, "steps"),
        (3, 12, 15, "reps"),
    ]


def test_every_write_is_in_the_change_log_without_gaps(owner: User) -> None:
    row = factories.performed(by=owner, exercise=factories.exercise(), sets=[factories.draft(), factories.draft()])
    actions.delete_workout(by=owner, workout=row.workout)
    assert revs(owner) == list(range(1, 9))
    assert Ledger.objects.get(owner=owner).rev == 8


def test_a_set_is_kept_as_typed(owner: User) -> None:
    row = factories.performed(by=owner, exercise=factories.exercise(), sets=[factories.draft(weight="62,5")])
    logged = row.logged_sets.get()
    assert (logged.weight_text, logged.weight, logged.unit) == ("62,5", Decimal("62.5"), "kg")


def test_what_was_overwritten_stays_in_the_log(owner: User) -> None:
    row = factories.performed(by=owner, exercise=factories.exercise(), sets=[factories.draft(reps=8)])
    uid = row.logged_sets.get().uid
    actions.record_set(by=owner, performed=row, draft=factories.draft(reps=9, position=1), uid=uid)
    change = Change.objects.filter(owner=owner).latest("rev")
    assert (change.fields, change.replaced) == ({"reps": 9}, {"reps": 8})


def test_a_mutation_is_applied_once(owner: User) -> None:
    row = factories.performed(by=owner, exercise=factories.exercise(), sets=[])
    request = uuid4()
    actions.record_set(by=owner, performed=row, draft=factories.draft(), request=request)
    before = Ledger.objects.get(owner=owner).rev
    with pytest.raises(actions.Repeated):
        actions.record_set(by=owner, performed=row, draft=factories.draft(), request=request)
    assert row.logged_sets.count() == 1
    assert Ledger.objects.get(owner=owner).rev == before


def test_a_wrong_set_leaves_nothing_behind(owner: User) -> None:
    row = factories.performed(by=owner, exercise=factories.exercise(), sets=[])
    entries = [
        SetEntry(uid=uuid4(), performed=row.uid, draft=factories.draft()),
        SetEntry(uid=uuid4(), performed=row.uid, draft=factories.draft(reps=-1)),
    ]
    before = (Mutation.objects.count(), Change.objects.count())
    with pytest.raises(ValidationError) as problem:
        actions.save_sheet(by=owner, workout=row.workout, sheet=Sheet(workout={"note": "x"}, sets=entries))
    assert "reps" in problem.value.message_dict
    assert row.logged_sets.count() == 0
    assert Workout.objects.get(pk=row.workout_id).note == ""
    assert (Mutation.objects.count(), Change.objects.count()) == before


def test_deleting_and_restoring_a_workout_brings_back_what_it_took(owner: User) -> None:
    row = factories.performed(by=owner, exercise=factories.exercise(), sets=[factories.draft(), factories.draft()])
    actions.delete_set(by=owner, logged=row.logged_sets.all()[0])
    actions.delete_workout(by=owner, workout=row.workout)
    assert not LoggedSet.objects.live().exists()
    actions.restore_workout(by=owner, workout=Workout.objects.get(pk=row.workout_id))
    assert LoggedSet.objects.live().count() == 1, "the set deleted before stays deleted"
    assert PerformedExercise.objects.live().get().uid == row.uid


def test_a_set_that_arrives_for_a_deleted_workout_revives_it(owner: User) -> None:
    row = factories.performed(by=owner, exercise=factories.exercise(), sets=[factories.draft()])
    actions.delete_workout(by=owner, workout=row.workout)
    fresh = PerformedExercise.objects.select_related("workout").get(pk=row.pk)
    actions.record_set(by=owner, performed=fresh, draft=factories.draft())
    assert Workout.objects.live().get().uid == row.workout.uid
    assert LoggedSet.objects.live().count() == 1


@pytest.mark.parametrize("day", [datetime.date(1949, 12, 31), datetime.date(2200, 1, 1)])
def test_a_day_outside_the_log_is_refused(owner: User, day: datetime.date) -> None:
    with pytest.raises(ValidationError):
        factories.workout(by=owner, day=day)


def drafts(*, sets: int = 2) -> list[WorkoutDraft]:
    exercise = Exercise.objects.filter(slug="test-squat").first() or factories.exercise()
    lines = [factories.draft(position=n, origin_key=f"w1.s.{n}") for n in range(sets)]
    return [
        WorkoutDraft(
            day=factories.TUESDAY,
            zone="UTC",
            origin_key="w1",
            exercises=[ExerciseDraft(exercise=exercise, sets=lines, origin_key="w1.s")],
        )
    ]


def test_an_import_adds_only_what_is_new(owner: User) -> None:
    first = actions.import_workouts(by=owner, drafts=drafts())
    again = actions.import_workouts(by=owner, drafts=drafts())
    longer = actions.import_workouts(by=owner, drafts=drafts(sets=3))
    assert [(n.workouts, n.exercises, n.sets) for n in (first, again, longer)] == [(1, 1, 2), (0, 0, 0), (0, 0, 1)]


def test_an_undone_import_can_be_imported_again(owner: User) -> None:
    request = uuid4()
    actions.import_workouts(by=owner, drafts=drafts(), request=request)
    actions.undo_import(by=owner, imported=request)
    assert not LoggedSet.objects.live().exists()
    assert not Workout.objects.live().exists()
    assert actions.import_workouts(by=owner, drafts=drafts()).sets == 2


def test_undo_keeps_what_was_added_by_hand(owner: User) -> None:
    request = uuid4()
    actions.import_workouts(by=owner, drafts=drafts(), request=request)
    row = PerformedExercise.objects.select_related("workout").get()
    actions.record_set(by=owner, performed=row, draft=factories.draft(reps=20))
    actions.undo_import(by=owner, imported=request)
    assert LoggedSet.objects.live().get().reps == 20
    assert Workout.objects.live().exists()


def test_one_set_costs_at_most_twelve_statements(
    owner: User, django_assert_max_num_queries: pytest.FixtureRequest
) -> None:
    row = factories.performed(by=owner, exercise=factories.exercise(), sets=[])
    with django_assert_max_num_queries(12):  # type: ignore[operator]
        actions.record_set(by=owner, performed=row, draft=factories.draft(), source=Source.API)
