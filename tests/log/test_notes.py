"""Sticky notes go through the one door: one live note an exercise, every change in the log, nothing revived."""

from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from tests import factories
from workouts.accounts.models import User
from workouts.catalogue.models import Exercise
from workouts.log import actions
from workouts.log.drafts import Sheet
from workouts.log.models import Change, Ledger, Mutation, StickyNote
from workouts.log.queries import sticky_notes

pytestmark = pytest.mark.django_db


@pytest.fixture
def squat(db: None) -> Exercise:
    return factories.exercise()


def changes(user: User) -> list[tuple[int, str, str, dict[str, str], dict[str, str]]]:
    rows = Change.objects.filter(owner=user, kind="note").order_by("rev")
    return list(rows.values_list("rev", "op", "kind", "fields", "replaced"))


def test_put_change_delete_stand_in_the_change_log(owner: User, squat: Exercise) -> None:
    for text in ("seat 4", "seat 5", ""):
        actions.put_note(by=owner, exercise=squat, text=text)
    assert changes(owner) == [
        (1, "put", "note", {"exercise": "test-squat", "text": "seat 4"}, {}),
        (2, "put", "note", {"text": "seat 5"}, {"text": "seat 4"}),
        (3, "delete", "note", {}, {}),
    ]
    assert sticky_notes(owner, [squat.pk]) == {}
    assert Ledger.objects.get(owner=owner).rev == 3


def test_a_note_after_a_deletion_is_a_new_row(owner: User, squat: Exercise) -> None:
    actions.put_note(by=owner, exercise=squat, text="seat 4")
    actions.delete_note(by=owner, note=StickyNote.objects.get())
    actions.put_note(by=owner, exercise=squat, text="seat 4")
    assert StickyNote.objects.count() == 2
    assert sticky_notes(owner, [squat.pk]) == {squat.pk: "seat 4"}


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_an_empty_one_where_none_is_writes_no_row(owner: User, squat: Exercise, text: str) -> None:
    actions.put_note(by=owner, exercise=squat, text=text)
    assert not StickyNote.objects.exists()
    assert changes(owner) == []


def test_the_same_text_again_changes_nothing(owner: User, squat: Exercise) -> None:
    for _ in range(2):
        actions.put_note(by=owner, exercise=squat, text="seat 4")
    assert len(changes(owner)) == 1


@pytest.mark.parametrize("text", ["n" * 2001, "a\x00b"], ids=["long", "nul"])
def test_what_is_no_note_is_refused_whole(owner: User, squat: Exercise, text: str) -> None:
    with pytest.raises(ValidationError):
        actions.put_note(by=owner, exercise=squat, text=text)
    assert not StickyNote.objects.exists()
    assert not Mutation.objects.exists()


def test_the_longest_note_is_kept_exactly(owner: User, squat: Exercise) -> None:
    text = " 😀" + "n" * 1997 + "\n"
    actions.put_note(by=owner, exercise=squat, text=text)
    assert sticky_notes(owner, [squat.pk]) == {squat.pk: text}


def test_sent_twice_it_counts_once(owner: User, squat: Exercise) -> None:
    tap, row = uuid4(), uuid4()
    actions.put_note(by=owner, exercise=squat, text="seat 4", uid=row, request=tap)
    actions.put_note(by=owner, exercise=squat, text="seat 5")
    with pytest.raises(actions.Repeated):
        actions.put_note(by=owner, exercise=squat, text="seat 4", uid=row, request=tap)
    assert StickyNote.objects.get().uid == row
    assert sticky_notes(owner, [squat.pk]) == {squat.pk: "seat 5"}


def test_each_lifter_has_her_own(owner: User, other: User, squat: Exercise) -> None:
    actions.put_note(by=owner, exercise=squat, text="seat 4")
    actions.put_note(by=other, exercise=squat, text="seat 9")
    actions.put_note(by=other, exercise=squat, text="")
    assert sticky_notes(owner, [squat.pk]) == {squat.pk: "seat 4"}
    assert sticky_notes(other, [squat.pk]) == {}


def test_a_sheet_writes_them_with_the_rest_or_not_at_all(owner: User, squat: Exercise) -> None:
    row = factories.performed(by=owner, exercise=squat, sets=[])
    actions.save_sheet(by=owner, workout=row.workout, sheet=Sheet(workout={"note": "n"}, notes={row.uid: "seat 4"}))
    assert sticky_notes(owner, [squat.pk]) == {squat.pk: "seat 4"}
    with pytest.raises(ValidationError):
        actions.save_sheet(
            by=owner, workout=row.workout, sheet=Sheet(workout={"note": "other"}, notes={row.uid: "a\x00b"})
        )
    row.workout.refresh_from_db()
    assert row.workout.note == "n"


def test_a_sheet_reaches_no_exercise_of_another_workout(owner: User, squat: Exercise) -> None:
    row = factories.performed(by=owner, exercise=squat, sets=[])
    elsewhere = factories.workout(by=owner)
    actions.save_sheet(by=owner, workout=elsewhere, sheet=Sheet(notes={row.uid: "seat 4", uuid4(): "x"}))
    assert not StickyNote.objects.exists()
