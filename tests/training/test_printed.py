"""The lifter's own sheet: targets and plates beside the blank cells, in her unit; nobody else's."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import cast, factories
from tests.pages.reading import Page
from workouts.accounts.models import User
from workouts.catalogue.models import Exercise
from workouts.routines.actions import copy_routine
from workouts.routines.models import Prescription, Routine
from workouts.science.units import Unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def squat(content: None) -> Exercise:
    return Exercise.objects.get(slug="barbell-squat")


def test_targets_plates_and_warm_up(as_owner: Client, owner: User, squat: Exercise) -> None:
    sets = [factories.draft(weight="90", reps=8)] * 4
    factories.performed(by=owner, exercise=squat, sets=sets)
    text = Page(as_owner.get("/today/print/")).text
    assert "Targets as of" in text
    assert "90 kg × 8–10 25 + 10 a side, 20 kg bar" in text
    assert "Warm-up: 20 kg × 8" in text
    assert "Weight, kg" in text


def test_pounds(as_owner: Client, owner: User, squat: Exercise) -> None:
    owner.preferences.unit = "lb"
    owner.preferences.save()
    sets = [factories.draft(weight="225", unit=Unit.LB, reps=8)] * 4
    factories.performed(by=owner, exercise=squat, sets=sets)
    text = Page(as_owner.get("/today/print/")).text
    assert "225 lb × 8–10 45 + 45 a side, 45 lb bar" in text
    assert "Weight, lb" in text
    assert "kg" not in text


def test_somebody_new_has_her_sheet_too(as_owner: Client, content: None) -> None:
    response = as_owner.get("/today/print/")
    assert "1 Barbell squat 4 × 8–10 , rest 3:00" in Page(response).text
    assert response.content.decode().count("<td></td>") == 17 * 3


def test_hers_stands_in_the_place_of_the_site_s(as_owner: Client, owner: User, squat: Exercise) -> None:
    copy = copy_routine(by=owner, routine=Routine.objects.get(slug="leg-day"))
    copy.prescriptions.exclude(exercise=squat).delete()
    Routine.objects.filter(pk=copy.pk).update(name="Mine, short")
    for url in ("/today/print/", "/today/print/?routine=leg-day", "/my/routines/my-leg-day/print/"):
        text = Page(as_owner.get(url)).text
        assert "Mine, short" in text, url
        assert "Calf raise" not in text, url


def test_an_empty_routine_says_so(as_owner: Client, owner: User, content: None) -> None:
    Routine.objects.create(slug="my-empty", name="Empty", owner=owner)
    assert "Nothing stands in this routine yet." in Page(as_owner.get("/my/routines/my-empty/print/")).text


def test_what_is_not_there_or_not_hers(as_owner: Client, other: User, content: None) -> None:
    copy_routine(by=other, routine=Routine.objects.get(slug="leg-day"))
    assert cast.signed_in(other).get("/my/routines/my-leg-day/print/").status_code == 200
    for url in ("/my/routines/my-leg-day/print/", "/my/routines/leg-day/print/", "/today/print/?routine=no-such"):
        assert as_owner.get(url).status_code == 404, url


def test_nobody_is_asked_to_sign_in_and_comes_back(client: Client, content: None) -> None:
    response = client.get("/today/print/?routine=leg-day")
    assert (response.status_code, response["Location"]) == (
        302,
        "/accounts/login/?next=/today/print/%3Froutine%3Dleg-day",
    )


def test_today_and_her_routine_lead_to_it(as_owner: Client, owner: User, content: None) -> None:
    copy_routine(by=owner, routine=Routine.objects.get(slug="leg-day"))
    assert 'href="/today/print/"' in as_owner.get("/today/").content.decode()
    assert 'href="/my/routines/my-leg-day/print/"' in as_owner.get("/my/routines/my-leg-day/").content.decode()


def test_as_many_statements_however_long_routine_and_history_are(
    as_owner: Client, owner: User, squat: Exercise
) -> None:
    def statements() -> int:
        with CaptureQueriesContext(connection) as seen:
            assert as_owner.get("/today/print/").status_code == 200
        return len(seen)

    factories.history(by=owner, exercise=squat, workouts=100)
    few = statements()
    factories.history(by=owner, exercise=squat, workouts=100)
    routine = Routine.objects.get(slug="leg-day")
    for exercise in Exercise.objects.site().exclude(prescriptions__routine=routine)[:10]:
        Prescription.objects.create(routine=routine, exercise=exercise, position=9)
    assert statements() == few <= 9
