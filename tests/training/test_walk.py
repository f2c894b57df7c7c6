"""A whole leg day through the pages: start, 17 sets, history, edit, delete, undo."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.training.helpers import fields, opened, rows, ticked
from workouts.accounts.models import User
from workouts.log.models import LoggedSet, Mutation, Workout
from workouts.routines.models import Routine

pytestmark = pytest.mark.django_db

NEW = "/train/new/?routine=leg-day"


def test_opening_the_start_page_changes_nothing(as_owner: Client, leg_day: Routine) -> None:
    as_owner.get(NEW)
    assert not Workout.objects.exists()
    assert not Mutation.objects.exists()


def test_a_leg_day_from_start_to_undo(as_owner: Client, leg_day: Routine, owner: User) -> None:
    answer = as_owner.post(NEW, opened(as_owner, NEW) | {"zone": "Europe/Lisbon"})
    form_url = answer["Location"]
    data = opened(as_owner, form_url)
    names = rows(data)
    assert len(names) == 17 + 5, "the prescribed sets and a spare row an exercise"
    spares = [names[n] for n in (4, 9, 13, 17, 21)]
    done = [name for name in names if name not in spares]
    sent = ticked(data, *done, rir="2")
    sent |= {f"{name}-weight": "62,5" for name in done if not sent[f"{name}-weight"] and "-load_mode" not in name}
    sent["finished"] = "on"
    answer = as_owner.post(form_url, sent)
    workout = Workout.objects.get(owner=owner)
    assert answer["Location"] == workout.get_absolute_url()
    assert workout.finished_at is not None
    assert LoggedSet.objects.live().count() == 17

    listed = as_owner.get("/workouts/").content.decode()
    assert workout.get_absolute_url() in listed
    assert ">17<" in listed
    shown = as_owner.get(workout.get_absolute_url()).content.decode()
    assert "62,5" in shown, "the weight stands as it was typed"

    again = opened(as_owner, form_url)
    first = rows(again)[0]
    as_owner.post(form_url, ticked(again, first, reps="9"))
    assert LoggedSet.objects.live().count() == 17
    assert LoggedSet.objects.live().order_by("performed__position", "position")[0].reps == 9

    as_owner.post(reverse("training:delete", args=[workout.uid]))
    assert as_owner.get(workout.get_absolute_url()).status_code == 404
    gone = as_owner.get("/workouts/deleted/").content.decode()
    assert reverse("training:restore", args=[workout.uid]) in gone
    as_owner.post(reverse("training:restore", args=[workout.uid]))
    assert as_owner.get(workout.get_absolute_url()).status_code == 200
    assert LoggedSet.objects.live().count() == 17


def test_the_message_of_a_deletion_carries_the_way_back(as_owner: Client, form_url: str) -> None:
    workout = Workout.objects.get()
    answer = as_owner.post(reverse("training:delete", args=[workout.uid]), follow=True)
    assert f'action="{reverse("training:restore", args=[workout.uid])}"' in answer.content.decode()


def test_deleting_or_restoring_twice_is_as_once(as_owner: Client, form_url: str) -> None:
    workout = Workout.objects.get()
    for name, live in (("delete", 0), ("delete", 0), ("restore", 1), ("restore", 1)):
        assert as_owner.post(reverse(f"training:{name}", args=[workout.uid])).status_code == 302
        assert Workout.objects.live().count() == live


def test_a_start_that_is_sent_twice_starts_once(as_owner: Client, leg_day: Routine) -> None:
    sent = opened(as_owner, NEW)
    first, second = as_owner.post(NEW, sent), as_owner.post(NEW, sent)
    assert first["Location"] == second["Location"]
    assert Workout.objects.count() == 1


def test_a_form_that_is_sent_twice_is_saved_once(as_owner: Client, form_url: str) -> None:
    data = opened(as_owner, form_url)
    sent = ticked(data, rows(data)[0])
    assert [as_owner.post(form_url, sent).status_code for _ in range(2)] == [302, 302]
    assert LoggedSet.objects.count() == 1


def test_only_ticked_rows_are_kept_and_an_empty_tick_deletes(as_owner: Client, form_url: str) -> None:
    data = opened(as_owner, form_url)
    first, second, third = rows(data)[:3]
    as_owner.post(form_url, ticked(data, first, second, weight="60"))
    again = opened(as_owner, form_url)
    assert f"{first}-done" in again
    assert f"{third}-done" not in again
    del again[f"{first}-done"]
    as_owner.post(form_url, again)
    assert LoggedSet.objects.live().count() == 1


def test_finished_can_be_taken_back(as_owner: Client, form_url: str) -> None:
    answer = as_owner.post(form_url, opened(as_owner, form_url) | {"finished": "on"}, follow=True)
    undo = reverse("training:reopen", args=[Workout.objects.get().uid])
    assert f'action="{undo}"' in answer.content.decode()
    as_owner.post(undo)
    assert Workout.objects.get().finished_at is None
    assert "finished" not in opened(as_owner, form_url)


def test_a_finished_workout_keeps_its_end_when_it_is_edited(as_owner: Client, form_url: str) -> None:
    as_owner.post(form_url, opened(as_owner, form_url) | {"finished": "on"})
    ended = Workout.objects.get().finished_at
    as_owner.post(form_url, opened(as_owner, form_url) | {"title": "Heavy legs"})
    workout = Workout.objects.get()
    assert (workout.finished_at, workout.title) == (ended, "Heavy legs")


def test_the_form_of_a_saved_workout_changes_nothing_when_sent_untouched(as_owner: Client, form_url: str) -> None:
    data = opened(as_owner, form_url)
    as_owner.post(form_url, ticked(data, *rows(data)[:4], weight="62,5", note="a\nb", rir="1,5"))
    owner = Workout.objects.get().owner
    before = owner.changes.count()
    as_owner.post(form_url, opened(as_owner, form_url))
    assert owner.changes.count() == before


def test_a_workout_without_a_routine_is_filled_as_one_goes(as_owner: Client, leg_day: Routine) -> None:
    answer = as_owner.post(NEW, opened(as_owner, "/train/new/?routine="))
    url = answer["Location"]
    page = as_owner.get(url).content.decode()
    assert rows(fields(page)) == []
    squat = leg_day.prescriptions.all()[0].exercise
    as_owner.post(url.replace("/form/", "/add/"), fields(page) | {"exercise": str(squat.pk)})
    data = opened(as_owner, url)
    assert len(rows(data)) == 1, "nothing was prescribed: one spare row"
    as_owner.post(url, ticked(data, rows(data)[0], weight="40", reps="5"))
    assert LoggedSet.objects.get().performed.exercise == squat


def test_an_unknown_routine_is_not_found(as_owner: Client, leg_day: Routine) -> None:
    assert as_owner.get("/train/new/?routine=chest-day").status_code == 404
