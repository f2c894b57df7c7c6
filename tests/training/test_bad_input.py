"""Bad input on every field: 422, what was typed is still there, nothing is written, never a 500."""

from decimal import Decimal
from html import escape

import pytest
from django.test import Client

from tests import factories
from tests.training.conftest import AT
from tests.training.helpers import opened, rows, ticked
from workouts.accounts.models import User
from workouts.log import actions
from workouts.log.models import Change, LoggedSet, PerformedExercise, Workout
from workouts.routines.models import Routine

pytestmark = pytest.mark.django_db

LONG = "7" * 5000
NUMBERS = [
    "-5",
    "−5",
    "NaN",
    "Infinity",
    "1e400",
    "1_000",
    "１２",
    "٣",
    "1.2.3",
    "1,000.5",
    "x",
    "0x10",
    "9" * 13,
    LONG,
]
COUNTS = [*NUMBERS, "8.5", "8,0", "1000"]
UNKNOWN = ["", "pood", LONG]
OF_A_SET = {
    "weight": [*NUMBERS, "1000.001", "+5"],
    "reps": [*COUNTS, ""],
    "rir": [*NUMBERS, "10.5", "1.3"],
    "rpe": [*NUMBERS, "0", "0.5", "10,5", "7.3"],
    "kind": UNKNOWN,
    "unit": UNKNOWN,
    "load_mode": UNKNOWN,
    "uid": ["", "x", LONG],
    "note": ["word " * 1000, "a\x00b"],
}
DAYS = ["0001-01-01", "1949-12-31", "2199-12-31", "2200-01-01", "99999-01-01", "2026-02-30", "２０２６-11-17"]
DAYS += ["2026-W47-2", "20261117", "17.11.2026", "soon", LONG]
OF_THE_WORKOUT = {
    "day": ["", *DAYS],
    "title": [LONG, "a\x00b"],
    "note": [LONG, "a\x00b"],
    "mutation": ["", "x", LONG],
}
OF_A_START = {
    "day": DAYS,
    "routine": ["", "chest-day", LONG],
    "mutation": ["", "x", LONG],
    "workout": ["", "x", LONG],
}
CHOSEN = {"kind", "unit", "load_mode", "routine"}  # a select shows only what it knows


@pytest.fixture
def steps(owner: User) -> PerformedExercise:
    """An exercise that asks for steps, sides and a load, in a workout of its own: a small page, quickly sent."""
    exercise = factories.exercise(rep_style="steps", load_mode="external", load_type="barbell")
    workout = factories.workout(by=owner, started_at=AT)
    dose = {"sets": 2, "low": 20, "high": 20, "rep_style": "steps"}
    return actions.add_exercise(by=owner, workout=workout, exercise=exercise, dose=dose)


@pytest.fixture
def form_url(steps: PerformedExercise) -> str:
    return f"/train/{steps.workout.uid}/form/"


def refused(client: Client, url: str, sent: dict[str, str], typed: str) -> str:
    """Sends the form; it must be refused whole, with what was typed still in it."""
    before = (Change.objects.count(), LoggedSet.objects.count())
    answer = client.post(url, sent)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert 'aria-invalid="true"' in page or 'class="err"' in page
    assert escape(typed.replace("\x00", "")) in page.replace("\x00", "")
    assert (Change.objects.count(), LoggedSet.objects.count()) == before
    return page


@pytest.mark.parametrize("name", OF_A_SET)
def test_a_bad_set_is_refused_beside_its_field(as_owner: Client, form_url: str, name: str) -> None:
    data = opened(as_owner, form_url)
    first, second = rows(data)[:2]
    for text in OF_A_SET[name]:
        sent = ticked(data, first, second) | {f"{second}-{name}": text, f"{first}-note": "kept as typed"}
        page = refused(as_owner, form_url, sent, "" if name in CHOSEN else text)
        assert "kept as typed" in page
        assert "Nothing was saved yet" in page


@pytest.mark.parametrize("text", COUNTS)
def test_bad_seconds_are_refused(as_owner: Client, form_url: str, steps: PerformedExercise, text: str) -> None:
    PerformedExercise.objects.filter(pk=steps.pk).update(rep_style="seconds")
    data = opened(as_owner, form_url)
    text = "86401" if text == "1000" else text
    refused(as_owner, form_url, ticked(data, rows(data)[0], seconds=text), text)


@pytest.mark.parametrize("name", OF_THE_WORKOUT)
def test_a_bad_field_of_the_workout_is_refused(as_owner: Client, form_url: str, name: str) -> None:
    data = opened(as_owner, form_url)
    for text in OF_THE_WORKOUT[name]:
        refused(as_owner, form_url, ticked(data, rows(data)[0]) | {name: text}, text)


@pytest.mark.parametrize("text", [LONG, "a\x00b"], ids=["long", "nul"])
def test_a_bad_note_on_an_exercise_is_refused(as_owner: Client, form_url: str, text: str) -> None:
    data = opened(as_owner, form_url)
    prefix = rows(data)[0].split("-")[0]
    refused(as_owner, form_url, data | {f"{prefix}-note": text}, text)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"rir": "2", "rpe": "8"}, "not both"),
        ({"left": "8"}, "Give both sides"),
        ({"left": "8", "right": "x"}, "whole number"),
        ({"load_mode": "bodyweight", "weight": "20"}, "Body weight alone has no weight"),
        ({"load_mode": "external", "weight": ""}, "Type the weight"),
        ({"load_mode": "assisted", "weight": ""}, "Type the weight"),
        ({"reps": ""}, "How many?"),
    ],
)
def test_fields_that_do_not_fit_together_are_refused_in_words(
    as_owner: Client, form_url: str, changes: dict[str, str], words: str
) -> None:
    data = opened(as_owner, form_url)
    assert words in refused(as_owner, form_url, ticked(data, rows(data)[0], **changes), "")


@pytest.mark.parametrize("text", ["93,5", "93.5", " 93,50 ", "093.5"])
def test_both_decimal_marks_are_read(as_owner: Client, form_url: str, text: str) -> None:
    data = opened(as_owner, form_url)
    assert as_owner.post(form_url, ticked(data, rows(data)[0], weight=text)).status_code == 302
    logged = LoggedSet.objects.get()
    assert (logged.weight, logged.weight_text) == (Decimal("93.5"), text.strip())


def test_what_is_wrong_in_a_row_that_is_not_ticked_stops_nothing(as_owner: Client, form_url: str) -> None:
    data = opened(as_owner, form_url)
    first, second = rows(data)[:2]
    answer = as_owner.post(form_url, ticked(data, first) | {f"{second}-weight": "x", f"{second}-kind": "y"})
    assert answer.status_code == 302
    assert LoggedSet.objects.count() == 1


@pytest.mark.parametrize("name", OF_A_START)
def test_a_bad_start_is_refused(as_owner: Client, leg_day: Routine, name: str) -> None:
    data = opened(as_owner, "/train/new/")
    for text in OF_A_START[name]:
        refused(as_owner, "/train/new/", data | {name: text}, "" if name in CHOSEN else text)
    assert not Workout.objects.exists()


def test_an_exercise_that_cannot_be_added_loses_nothing_that_was_typed(as_owner: Client, form_url: str) -> None:
    data = opened(as_owner, form_url)
    sent = ticked(data, rows(data)[0], note="kept as typed")
    for choice in ("", "0", "999999", "x", "1e9", LONG):
        page = refused(as_owner, form_url.replace("/form/", "/add/"), sent | {"exercise": choice}, "")
        assert "kept as typed" in page


def test_an_odd_month_is_this_month(as_owner: Client) -> None:
    plain = as_owner.get("/workouts/calendar/").content
    for month in ("", "2026", "2026-13", "2026-00", "1949-12", "2200-01", "２０２６-11", "x", LONG):
        assert as_owner.get("/workouts/calendar/", {"month": month}).content == plain


def test_the_calendar_ends_where_the_log_ends(as_owner: Client) -> None:
    first = as_owner.get("/workouts/calendar/?month=1950-01").content.decode()
    last = as_owner.get("/workouts/calendar/?month=2199-12").content.decode()
    assert ('rel="prev"' in first, 'rel="next"' in first) == (False, True)
    assert ('rel="prev"' in last, 'rel="next"' in last) == (True, False)


def test_an_odd_page_number_is_a_page(as_owner: Client) -> None:
    for number in ("0", "-1", "x", "999999999999", "１", LONG):
        assert as_owner.get("/workouts/", {"page": number}).status_code == 200
