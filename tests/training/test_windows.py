"""Two windows with one workout: nothing crashes, nothing is doubled, nothing typed vanishes in silence."""

import pytest
from django.test import Client

from tests.training.helpers import opened, rows, ticked
from workouts.log.models import LoggedSet, PerformedExercise, Workout

pytestmark = pytest.mark.django_db


def live() -> list[tuple[str, int | None]]:
    rows = LoggedSet.objects.live().order_by("performed__position", "position", "pk")
    return list(rows.values_list("weight_text", "reps"))


def test_the_same_row_ticked_in_both_is_one_set_and_the_later_wins(as_owner: Client, form_url: str) -> None:
    one, two = opened(as_owner, form_url), opened(as_owner, form_url)
    first = rows(one)[0]
    as_owner.post(form_url, ticked(one, first, weight="60", reps="8"))
    as_owner.post(form_url, ticked(two, first, weight="60", reps="9"))
    assert live() == [("60", 9)]


def test_an_older_window_deletes_nothing_that_it_never_showed(as_owner: Client, form_url: str) -> None:
    one, two = opened(as_owner, form_url), opened(as_owner, form_url)
    first, second = rows(one)[:2]
    as_owner.post(form_url, ticked(one, first, weight="60", reps="8"))
    as_owner.post(form_url, ticked(two, second, weight="60", reps="7"))
    assert live() == [("60", 8), ("60", 7)]


def test_an_older_window_leaves_alone_what_was_not_touched_in_it(as_owner: Client, form_url: str) -> None:
    data = opened(as_owner, form_url)
    as_owner.post(form_url, ticked(data, rows(data)[0], weight="60", reps="8"))
    one, two = opened(as_owner, form_url), opened(as_owner, form_url)
    first, second = rows(one)[:2]
    as_owner.post(form_url, ticked(one, first, reps="9"))
    as_owner.post(form_url, ticked(two, second, weight="60", reps="7"))
    assert live() == [("60", 9), ("60", 7)]


def test_a_set_that_was_deleted_and_is_typed_anew_elsewhere_is_a_new_set(as_owner: Client, form_url: str) -> None:
    data = opened(as_owner, form_url)
    first = rows(data)[0]
    as_owner.post(form_url, ticked(data, first, weight="60", reps="8"))
    one, two = opened(as_owner, form_url), opened(as_owner, form_url)
    del one[f"{first}-done"]
    as_owner.post(form_url, one)
    assert live() == []
    as_owner.post(form_url, two)
    assert live() == [], "the other window did not touch it: it stays deleted"
    three = ticked(opened(as_owner, form_url), first, weight="60", reps="8")
    as_owner.post(form_url, three)
    assert live() == [("60", 8)], "ticked again after a deletion, it is stored again"
    assert LoggedSet.objects.count() == 2, "as a row of its own"


def test_an_exercise_removed_in_the_other_window_is_told(as_owner: Client, form_url: str) -> None:
    one, two = opened(as_owner, form_url), opened(as_owner, form_url)
    squat = PerformedExercise.objects.order_by("position").first()
    assert squat is not None
    as_owner.post(form_url.replace("/form/", f"/{squat.uid}/remove/"), one)
    press = rows(two)[10]
    answer = as_owner.post(form_url, ticked(two, rows(two)[0], press, weight="60"), follow=True)
    assert "removed in another window" in answer.content.decode()
    assert live() == [("60", 10)], "the rest is saved"


def test_an_exercise_added_in_the_other_window_is_left_alone(as_owner: Client, form_url: str) -> None:
    two = opened(as_owner, form_url)
    exercise = str(PerformedExercise.objects.values_list("exercise", flat=True)[0])
    as_owner.post(form_url.replace("/form/", "/add/"), opened(as_owner, form_url) | {"exercise": exercise})
    added = PerformedExercise.objects.latest("pk")
    data = opened(as_owner, form_url)
    as_owner.post(form_url, data | {f"e{added.pk}-note": "seat 4", f"e{added.pk}-pain": "on"})
    as_owner.post(form_url, two)
    added.refresh_from_db()
    assert (added.note, added.pain) == ("seat 4", True)


def test_an_older_window_does_not_open_a_finished_workout_again(as_owner: Client, form_url: str) -> None:
    one, two = opened(as_owner, form_url), opened(as_owner, form_url)
    as_owner.post(form_url, one | {"finished": "on"})
    as_owner.post(form_url, two | {"title": "From the other window"})
    workout = Workout.objects.get()
    assert workout.finished_at is not None
    assert workout.title == "From the other window"


def test_a_workout_deleted_in_the_other_window_is_not_found(as_owner: Client, form_url: str) -> None:
    data = opened(as_owner, form_url)
    as_owner.post(form_url.replace("/train/", "/workouts/").replace("/form/", "/delete/"))
    assert as_owner.post(form_url, ticked(data, rows(data)[0])).status_code == 404


def test_moving_saves_what_is_typed_first(as_owner: Client, form_url: str) -> None:
    data = opened(as_owner, form_url)
    squat, hinge = PerformedExercise.objects.order_by("position")[:2]
    as_owner.post(form_url.replace("/form/", f"/{squat.uid}/down/"), ticked(data, rows(data)[0], weight="60"))
    assert live() == [("60", 8)]
    assert list(PerformedExercise.objects.order_by("position")[:2]) == [hinge, squat]
    as_owner.post(form_url.replace("/form/", f"/{squat.uid}/up/"), opened(as_owner, form_url))
    assert list(PerformedExercise.objects.order_by("position")[:2]) == [squat, hinge]
    last = PerformedExercise.objects.order_by("position").last()
    assert last is not None
    as_owner.post(form_url.replace("/form/", f"/{last.uid}/down/"), opened(as_owner, form_url))
    assert PerformedExercise.objects.order_by("position").last() == last, "the last one stays the last"


def test_moving_with_a_bad_number_moves_nothing(as_owner: Client, form_url: str) -> None:
    data = opened(as_owner, form_url)
    squat = PerformedExercise.objects.order_by("position").first()
    assert squat is not None
    url = form_url.replace("/form/", f"/{squat.uid}/down/")
    assert as_owner.post(url, ticked(data, rows(data)[0], weight="x")).status_code == 422
    assert PerformedExercise.objects.order_by("position").first() == squat
