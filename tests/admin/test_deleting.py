"""What is in use is not deleted, and the refusal does not tell whose log it is in."""

import pytest
from django.test import Client

from tests import factories
from tests.admin.test_rights import url
from workouts.accounts.models import User
from workouts.catalogue.models import Exercise, Muscle, MuscleGroup
from workouts.log.models import StickyNote
from workouts.routines.models import Routine
from workouts.transfer.models import ImportedName

pytestmark = pytest.mark.django_db
REFUSAL = "Retire it instead."


@pytest.fixture
def logged(content: None, owner: User) -> Exercise:
    exercise = Exercise.objects.get(slug="good-morning")
    factories.performed(by=owner, exercise=exercise, sets=[factories.draft()])
    return exercise


def _refused(client: Client, exercise: Exercise) -> bool:
    answer = client.post(url(Exercise, "delete", exercise.pk), {"post": "yes"}, follow=True)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "@legday.example:" not in page
    return REFUSAL in page and Exercise.objects.filter(pk=exercise.pk).exists()


def test_a_logged_exercise_stays(as_editor: Client, logged: Exercise) -> None:
    assert _refused(as_editor, logged)


def test_an_exercise_of_a_routine_stays(as_editor: Client) -> None:
    assert _refused(as_editor, Exercise.objects.get(slug="leg-press"))


def test_an_exercise_with_a_lifter_s_note_or_a_remembered_name_stays(as_editor: Client, owner: User) -> None:
    noted, named = Exercise.objects.get(slug="step-up"), Exercise.objects.get(slug="box-squat")
    StickyNote.objects.create(owner=owner, uid="0193a9c2-0000-7000-8000-000000000001", exercise=noted, text="Seat 4")
    ImportedName.objects.create(owner=owner, name="Box", exercise=named)
    assert _refused(as_editor, noted)
    assert _refused(as_editor, named)


def test_an_unused_exercise_goes_with_all_that_hangs_on_it(as_editor: Client) -> None:
    unused = Exercise.objects.get(slug="sissy-squat")
    answer = as_editor.post(url(Exercise, "delete", unused.pk), {"post": "yes"})
    assert answer.status_code == 302
    assert not Exercise.objects.filter(slug="sissy-squat").exists()


def test_the_bulk_delete_refuses_as_well(as_editor: Client, logged: Exercise) -> None:
    unused = Exercise.objects.get(slug="sissy-squat")
    data = {"action": "delete_selected", "_selected_action": [logged.pk, unused.pk], "post": "yes"}
    answer = as_editor.post(url(Exercise, "changelist"), data)
    assert REFUSAL in answer.content.decode()
    assert Exercise.objects.filter(pk__in=[logged.pk, unused.pk]).count() == 2


def test_exercises_are_retired_and_brought_back_in_bulk(as_editor: Client, logged: Exercise) -> None:
    for action, retired in (("retire", True), ("bring_back", False)):
        as_editor.post(url(Exercise, "changelist"), {"action": action, "_selected_action": [logged.pk]})
        logged.refresh_from_db()
        assert logged.retired is retired
    assert "retired" in as_editor.get(url(Exercise, "history", logged.pk)).content.decode()


@pytest.mark.parametrize(("model", "slug"), [(MuscleGroup, "calves"), (Muscle, "soleus")])
def test_anatomy_in_use_stays(as_editor: Client, model: type, slug: str) -> None:
    row = model._default_manager.get(slug=slug)  # type: ignore[attr-defined]  # models only
    answer = as_editor.post(url(model, "delete", row.pk), {"post": "yes"}, follow=True)
    assert "so it cannot be deleted" in answer.content.decode()
    assert model._default_manager.filter(slug=slug).exists()  # type: ignore[attr-defined]


def test_a_routine_that_was_trained_can_go_and_the_log_stays(as_editor: Client, owner: User, leg_day: Routine) -> None:
    workout = factories.workout(by=owner, routine=leg_day)
    assert as_editor.post(url(Routine, "delete", leg_day.pk), {"post": "yes"}).status_code == 302
    workout.refresh_from_db()
    assert workout.routine is None
