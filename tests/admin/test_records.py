"""Lifters' logs: superusers look, nobody changes; lists are searched by address and ask few statements."""

from uuid import uuid4

import pytest
from django.db import connection, models
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import factories
from tests.admin.test_rights import RECORDS, url
from workouts.accounts.models import User
from workouts.catalogue.models import Exercise
from workouts.log.models import Client as Device
from workouts.log.models import PerformedExercise, StickyNote, Workout
from workouts.transfer.models import ImportBatch

pytestmark = pytest.mark.django_db
SECRET = b"Date,Workout Name,secret bytes"


def _history(user: User, days: int) -> None:
    squat = Exercise.objects.get(slug="barbell-squat")
    factories.history(by=user, exercise=squat, workouts=days, sets=2)
    StickyNote.objects.create(owner=user, uid=uuid4(), exercise=squat, text="Rack 7")
    Device.objects.create(owner=user, uid=uuid4(), last_seen=factories.TUESDAY)
    ImportBatch.objects.create(owner=user, uid=uuid4(), format="strong", file_name="strong.csv", file=SECRET)


@pytest.fixture
def logs(content: None, owner: User, other: User) -> None:
    _history(owner, 3)
    _history(other, 1)


@pytest.mark.parametrize("model", RECORDS)
@pytest.mark.usefixtures("logs")
def test_even_a_superuser_only_looks(as_superuser: Client, model: type[models.Model]) -> None:
    row = model._default_manager.all()[0]
    before = model._default_manager.count()
    assert as_superuser.get(url(model, "changelist")).status_code == 200
    page = as_superuser.get(url(model, "change", row.pk))
    assert page.status_code == 200
    assert 'name="_save"' not in page.content.decode()
    assert as_superuser.post(url(model, "change", row.pk), {"note": "mine now"}).status_code == 403
    assert as_superuser.get(url(model, "add")).status_code == 403
    assert as_superuser.post(url(model, "delete", row.pk), {"post": "yes"}).status_code == 403
    as_superuser.post(
        url(model, "changelist"), {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes"}
    )
    assert model._default_manager.count() == before


@pytest.mark.parametrize("model", RECORDS)
@pytest.mark.usefixtures("logs")
def test_lists_are_searched_by_address(as_superuser: Client, owner: User, model: type[models.Model]) -> None:
    found = as_superuser.get(url(model, "changelist"), {"q": owner.email}).context["cl"].result_list
    everything = model._default_manager.filter(owner=owner)
    assert {row.pk for row in found} == set(everything.values_list("pk", flat=True))


@pytest.mark.parametrize("model", RECORDS)
@pytest.mark.usefixtures("logs")
def test_lists_ask_the_same_whatever_their_length(as_superuser: Client, model: type[models.Model]) -> None:
    page = url(model, "changelist")
    as_superuser.get(page)
    with CaptureQueriesContext(connection) as long:
        as_superuser.get(page)
    one = model._default_manager.all()[0].pk
    with CaptureQueriesContext(connection) as short:
        as_superuser.get(f"{page}?id={one}")
    assert len(long) <= len(short) <= 8


@pytest.mark.usefixtures("logs")
def test_the_bytes_of_an_import_are_neither_read_nor_shown(as_superuser: Client) -> None:
    batch = ImportBatch.objects.all()[0]
    for page in (url(ImportBatch, "changelist"), url(ImportBatch, "change", batch.pk)):
        with CaptureQueriesContext(connection) as queries:
            answer = as_superuser.get(page).content
        assert b"secret bytes" not in answer
        assert not [q["sql"] for q in queries if '"workouts_importbatch"."file",' in q["sql"]]


@pytest.mark.usefixtures("logs")
def test_a_workout_shows_its_exercises_and_they_their_sets(as_superuser: Client, owner: User) -> None:
    workout = Workout.objects.of(owner).order_by("-day")[0]
    page = as_superuser.get(url(Workout, "change", workout.pk)).content.decode()
    performed = workout.exercises.get()
    assert url(PerformedExercise, "change", performed.pk) in page
    sets = as_superuser.get(url(PerformedExercise, "change", performed.pk)).content.decode()
    assert sets.count('<td class="field-weight_text">') == 2


@pytest.mark.usefixtures("logs")
def test_dates_filter(as_superuser: Client) -> None:
    counts = [
        as_superuser.get(url(Workout, "changelist"), {"day__gte": day}).context["cl"].result_count
        for day in ("2190-01-01", "2000-01-01")
    ]
    assert counts == [0, 4]
