"""What stands in the form, and what a row becomes."""

import datetime
from decimal import Decimal

import pytest
from django.test import Client

from tests import factories
from tests.training.helpers import opened, rows, ticked
from workouts.accounts.models import User
from workouts.catalogue.models import Exercise
from workouts.log import actions
from workouts.log.drafts import ExerciseDraft, SetDraft, WorkoutDraft
from workouts.log.models import LoggedSet, Workout
from workouts.science.units import Unit, parse_weight

pytestmark = pytest.mark.django_db

SQUAT, LUNGE = 0, 14  # rows of the page: four sets and a spare, twice; three and a spare; lunges


def test_rows_show_the_target_and_last_time(as_owner: Client, owner: User, leg_day: object) -> None:
    squat = Exercise.objects.get(slug="barbell-squat")
    before = factories.TUESDAY - datetime.timedelta(days=3)
    factories.performed(by=owner, exercise=squat, day=before, sets=[factories.draft(reps=10, rir=2)] * 4)
    workout = factories.workout(by=owner, routine=leg_day, started_at=datetime.datetime.now(datetime.UTC))
    url = f"/train/{workout.uid}/form/"
    data = opened(as_owner, url)
    first = rows(data)[SQUAT]
    assert (data[f"{first}-weight"], data[f"{first}-reps"], data[f"{first}-unit"]) == ("62.5", "8", "kg")
    page = as_owner.get(url).content.decode()
    assert "One step up." in page
    assert page.count("60<small> kg</small>") == 4


def test_an_exercise_of_the_body_with_no_weight_is_body_weight(as_owner: Client, form_url: str) -> None:
    data = opened(as_owner, form_url)
    lunge, second = rows(data)[LUNGE : LUNGE + 2]
    as_owner.post(form_url, ticked(ticked(data, lunge), second, weight="10"))
    bare, held = LoggedSet.objects.order_by("position")
    assert (bare.load_mode, bare.weight, bare.reps) == ("bodyweight", None, 20)
    assert (held.load_mode, held.weight_text) == ("bodyweight_plus", "10")


def test_sides_are_kept_apart(as_owner: Client, form_url: str) -> None:
    data = opened(as_owner, form_url)
    as_owner.post(form_url, ticked(data, rows(data)[LUNGE], reps="", left="10", right="8"))
    logged = LoggedSet.objects.get()
    assert (logged.reps, logged.left, logged.right) == (None, 10, 8)
    uid = Workout.objects.get().uid
    assert "10<small> left</small>, 8<small> right</small>" in as_owner.get(f"/workouts/{uid}/").content.decode()


def test_kind_unit_effort_and_note_are_kept_as_typed(as_owner: Client, form_url: str) -> None:
    data = opened(as_owner, form_url)
    first, second = rows(data)[:2]
    sent = ticked(data, first, kind="warmup", weight="135", unit="lb", rir="2,5", note="slow")
    as_owner.post(form_url, ticked(sent, second, kind="failure", weight="60", rpe="9.5"))
    warm, hard = LoggedSet.objects.order_by("position")
    assert (warm.kind, warm.unit, warm.rir, warm.rpe, warm.note) == ("warmup", "lb", Decimal("2.5"), None, "slow")
    assert (hard.kind, hard.unit, hard.rir, hard.rpe) == ("failure", "kg", None, Decimal("9.5"))


def test_flags_and_notes_of_exercise_and_workout_are_kept(as_owner: Client, form_url: str) -> None:
    data = opened(as_owner, form_url)
    prefix = rows(data)[0].split("-")[0]
    sent = {f"{prefix}-pain": "on", f"{prefix}-deload": "on", f"{prefix}-note": "left knee", "note": "cold gym"}
    as_owner.post(form_url, data | sent)
    workout = Workout.objects.get()
    row = workout.exercises.order_by("position")[0]
    assert (row.pain, row.deload, row.note, workout.note) == (True, True, "left knee", "cold gym")
    page = as_owner.get(workout.get_absolute_url()).content.decode()
    assert all(words in page for words in ("It hurt", "Deload", "left knee", "cold gym"))


def test_an_imported_set_that_nobody_touches_stays_as_it_is(as_owner: Client, owner: User) -> None:
    """149.99999999999997 is not a number one may type, but it may stand in a real export."""
    weight = parse_weight("149.99999999999997", Unit.LB, max_digits=20)
    odd = SetDraft(weight=weight, unit=Unit.LB, reps=8, seconds=30, note=" two\nlines ", position=3)
    lines = [ExerciseDraft(exercise=factories.exercise(), sets=[odd])]
    actions.import_workouts(by=owner, drafts=[WorkoutDraft(day=factories.TUESDAY, zone="UTC", exercises=lines)])
    workout = Workout.objects.get()
    url = f"/train/{workout.uid}/form/"
    before = owner.changes.count()
    data = opened(as_owner, url)
    assert as_owner.post(url, data).status_code == 302
    assert owner.changes.count() == before
    assert as_owner.post(url, ticked(data | {"mutation": str(workout.uid)}, rows(data)[0], reps="9")).status_code == 302
    logged = LoggedSet.objects.get()
    assert (logged.weight_text, logged.reps, logged.seconds) == ("149.99999999999997", 9, 30)
    assert (logged.position, logged.note) == (3, " two\nlines ")


def test_an_exercise_held_for_seconds_asks_for_seconds(as_owner: Client, owner: User) -> None:
    sit = factories.exercise(slug="wall-sit", rep_style="seconds", load_mode="bodyweight", load_type="bodyweight")
    workout = factories.workout(by=owner, started_at=datetime.datetime.now(datetime.UTC))
    actions.add_exercise(by=owner, workout=workout, exercise=sit)
    url = f"/train/{workout.uid}/form/"
    data = opened(as_owner, url)
    first = rows(data)[0]
    assert f"{first}-reps" not in data
    as_owner.post(url, ticked(data, first, seconds="40"))
    logged = LoggedSet.objects.get()
    assert (logged.seconds, logged.reps, logged.load_mode) == (40, None, "bodyweight")
    assert "40<small> s</small>" in as_owner.get(f"/workouts/{workout.uid}/").content.decode()


def test_an_exercise_can_be_removed_with_its_sets(as_owner: Client, form_url: str) -> None:
    data = opened(as_owner, form_url)
    as_owner.post(form_url, ticked(data, rows(data)[0], weight="60"))
    workout = Workout.objects.get()
    squat = workout.exercises.order_by("position")[0]
    as_owner.post(form_url.replace("/form/", f"/{squat.uid}/remove/"), opened(as_owner, form_url))
    assert workout.exercises.filter(deleted_at=None).count() == 4
    assert not LoggedSet.objects.live().exists()
