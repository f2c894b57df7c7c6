"""List, calendar, one workout, deleted ones."""

import datetime

import pytest
from django.test import Client

from tests import factories
from workouts.accounts.models import User
from workouts.log import actions
from workouts.log.drafts import ExerciseDraft, Sheet, WorkoutDraft
from workouts.log.models import SetKind, Workout
from workouts.science.units import Unit

pytestmark = pytest.mark.django_db


def test_the_list_is_newest_first_twenty_a_page(as_owner: Client, owner: User) -> None:
    factories.history(by=owner, exercise=factories.exercise(), workouts=25)
    first, second = (as_owner.get(f"/workouts/?page={n}").content.decode() for n in (1, 2))
    uids = [f"/workouts/{uid}/" for uid in Workout.objects.order_by("-day").values_list("uid", flat=True)]
    assert [uid for uid in uids if uid in first] == uids[:20]
    assert [uid for uid in uids if uid in second] == uids[20:]
    assert "Page 1 of 2" in first


def test_a_list_without_workouts_teaches(as_owner: Client) -> None:
    page = as_owner.get("/workouts/").content.decode()
    assert "Every workout you log stands here" in page
    assert "/workouts/print/" not in page  # nothing to print yet


def test_the_calendar_links_every_workout_of_the_month(as_owner: Client, owner: User) -> None:
    days = [datetime.date(2026, 11, day) for day in (1, 17, 17, 30)]
    outside = [datetime.date(2026, 10, 31), datetime.date(2026, 12, 1)]
    shown = [factories.workout(by=owner, day=day) for day in days]
    hidden = [factories.workout(by=owner, day=day) for day in outside]
    page = as_owner.get("/workouts/calendar/?month=2026-11").content.decode()
    assert all(f"/workouts/{each.uid}/" in page for each in shown)
    assert not any(f"/workouts/{each.uid}/" in page for each in hidden)
    assert "November 2026" in page
    assert "?month=2026-10" in page
    assert "?month=2026-12" in page


def test_a_workout_shows_every_set_as_it_was_typed(as_owner: Client, owner: User) -> None:
    sets = [
        factories.draft(weight="62,50", reps=8, rir=2),
        factories.draft(weight="135", unit=Unit.LB, reps=5, rpe=8, position=2),
        factories.draft(weight=None, reps=12, position=3, note="slow"),
    ]
    row = factories.performed(by=owner, exercise=factories.exercise(), sets=[])
    for each in sets:
        actions.record_set(by=owner, performed=row, draft=each)
    page = as_owner.get(f"/workouts/{row.workout.uid}/").content.decode()
    for words in ("62,50<small> kg</small>", "135<small> lb</small>", "body weight", "2 to spare", "RPE 8", "slow"):
        assert words in page


@pytest.mark.parametrize(("lasted", "told"), [(77, True), (0, False), (13 * 60, False)])
def test_a_workout_opens_with_its_working_sets_and_minutes(
    as_owner: Client, owner: User, lasted: int, told: bool
) -> None:
    """A clock that was left running, or never ran, is not told as a session's length."""
    sets = [factories.draft(kind=SetKind.WARMUP), factories.draft(position=2), factories.draft(position=3)]
    row = factories.performed(by=owner, exercise=factories.exercise(), sets=sets)
    began = datetime.datetime(2026, 11, 17, 18, tzinfo=datetime.UTC)
    ended = began + datetime.timedelta(minutes=lasted)
    Workout.objects.filter(pk=row.workout_id).update(started_at=began, finished_at=ended)
    page = as_owner.get(f"/workouts/{row.workout.uid}/").content.decode()
    assert '<span class="num">2</span><span class="cap">working sets</span>' in page
    assert (f'<span class="num">{lasted}</span><span class="cap">minutes</span>' in page) is told


def test_an_exercise_that_was_done_leads_to_its_course(as_owner: Client, owner: User) -> None:
    row = factories.performed(by=owner, exercise=factories.exercise(), sets=[factories.draft()])
    assert 'href="/progress/test-squat/"' in as_owner.get(f"/workouts/{row.workout.uid}/").content.decode()


def test_what_a_lifter_typed_is_never_markup(as_owner: Client, owner: User) -> None:
    row = factories.performed(by=owner, exercise=factories.exercise(), sets=[factories.draft(note="<b>x</b>")])
    words = {"title": "<script>alert(1)</script>", "note": "<script>alert(2)</script>"}
    actions.save_sheet(by=owner, workout=row.workout, sheet=Sheet(workout=dict(words)))
    for url in (f"/workouts/{row.workout.uid}/", f"/train/{row.workout.uid}/form/", "/workouts/"):
        page = as_owner.get(url).content.decode()
        assert "<script>alert" not in page
        assert "<b>x</b>" not in page


def test_a_workout_whose_file_came_back_is_not_restored_twice(as_owner: Client, owner: User) -> None:
    lines = [ExerciseDraft(exercise=factories.exercise(), sets=[factories.draft(origin_key="s")])]
    drafts = [WorkoutDraft(day=factories.TUESDAY, zone="UTC", exercises=lines, origin_key="w")]
    actions.import_workouts(by=owner, drafts=drafts)
    workout = Workout.objects.get()
    actions.delete_workout(by=owner, workout=workout)
    actions.import_workouts(by=owner, drafts=drafts)
    answer = as_owner.post(f"/workouts/{workout.uid}/restore/", follow=True)
    assert "back already" in answer.content.decode()
    assert Workout.objects.live().count() == 1


@pytest.mark.parametrize("name", ["delete", "restore"])
def test_deleting_and_restoring_is_never_by_get(as_owner: Client, owner: User, name: str) -> None:
    workout = factories.workout(by=owner)
    assert as_owner.get(f"/workouts/{workout.uid}/{name}/").status_code == 405
