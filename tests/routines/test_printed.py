"""The sheet to print of the site's routines: the same for everybody, with a blank cell for every set."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import factories
from tests.pages.reading import Page
from workouts.catalogue.models import Instruction, RepStyle
from workouts.routines.models import Prescription, Routine
from workouts.shared.caching import forget

SHEET = "/routines/leg-day/print/"


def test_the_prescription_and_a_row_for_each_set(client: Client, content: None) -> None:
    response = client.get(SHEET)
    text = Page(response).text
    assert "Date Body weight" in text
    assert "1 Barbell squat 4 × 8–10 , rest 3:00 Keep the bar over the middle of the foot all the way." in text
    assert "4 Walking lunge 3 × 20 steps , 10 each leg, rest 2:00" in text
    assert "Set Weight Steps To spare 1 2 3" in text
    assert response.content.decode().count("<td></td>") == 17 * 3


def test_it_leads_back_to_where_it_is_typed_in(client: Client, content: None) -> None:
    text = Page(client.get(SHEET)).text
    assert "Type it in later: http://" in text
    assert text.count("/train/new/") == 1


def test_it_is_the_same_for_a_member_and_leads_to_hers(client: Client, as_owner: Client, content: None) -> None:
    guest, member = client.get(SHEET), as_owner.get(SHEET)
    assert guest.content == member.content
    assert 'href="/today/print/?routine=leg-day"' in guest.content.decode()


def test_search_engines_leave_it(client: Client, content: None) -> None:
    assert 'content="noindex, follow"' in client.get(SHEET).content.decode()


def test_the_routine_leads_to_it(client: Client, content: None) -> None:
    assert f'href="{SHEET}"' in client.get("/routines/leg-day/").content.decode()


def test_two_cues_at_most_supersets_and_notes(client: Client, content: None) -> None:
    line = Prescription.objects.get(routine__slug="leg-day", exercise__slug="calf-raise")
    line.superset, line.note, line.rep_style = 2, "Slowly on Mondays", RepStyle.PER_SIDE
    line.save()
    Instruction.objects.create(exercise=line.exercise, kind="cue", position=99, text="A cue too many")
    text = Page(client.get(SHEET)).text
    assert "superset 2 Slowly on Mondays" in text
    assert "Set Weight Left Right To spare" in text
    assert "A cue too many" not in text


def test_an_unknown_routine(client: Client, content: None) -> None:
    assert client.get("/routines/no-such/print/").status_code == 404


def test_a_routine_without_exercises_says_so(client: Client, content: None) -> None:
    Routine.objects.create(slug="empty", name="Empty")
    assert "Nothing stands in this routine yet." in Page(client.get("/routines/empty/print/")).text


@pytest.mark.django_db
def test_a_long_routine_takes_no_more_statements(client: Client, content: None) -> None:
    def statements() -> int:
        forget()
        with CaptureQueriesContext(connection) as seen:
            assert client.get(SHEET).status_code == 200
        return len(seen)

    few = statements()
    routine = Routine.objects.get(slug="leg-day")
    for number in range(20):
        exercise = factories.exercise(slug=f"another-{number}", name=f"Another {number}")
        Instruction.objects.create(exercise=exercise, kind="cue", text="Breathe")
        Prescription.objects.create(routine=routine, exercise=exercise, position=10 + number)
    assert statements() == few <= 6
