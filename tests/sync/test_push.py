"""A push from end to end: rows, figures, change log, and what comes back in the same answer."""

from decimal import Decimal

import pytest

from tests.sync import wire
from tests.sync.wire import Device
from workouts.log.models import Change, Ledger, LoggedSet, PerformedExercise

pytestmark = pytest.mark.django_db


def test_a_workout_arrives_as_it_was_typed(phone: Device) -> None:
    answer = phone.push(wire.begun(sets=3))
    assert [each["status"] for each in answer["results"]] == ["applied"] * 5
    assert answer["rev"] == answer["cursor"] == Ledger.objects.get().rev == 5
    assert [change["rev"] for change in answer["changes"]] == [1, 2, 3, 4, 5]
    logged = LoggedSet.objects.get(position=1)
    assert (logged.weight_text, logged.weight, logged.reps) == ("62,5", Decimal("62.5"), 8)
    assert answer["changes"][2]["fields"]["weight"] == "62,5"
    assert PerformedExercise.objects.get().work_sets == 3
    assert {str(uid) for uid in Change.objects.values_list("client", flat=True)} == {phone.client}


def test_without_a_cursor_a_push_brings_no_changes(phone: Device) -> None:
    answer = phone.push(wire.begun(), cursor=None)
    assert (answer["changes"], answer["cursor"], answer["more"]) == ([], None, False)


def test_what_a_device_lacks_comes_with_its_own(phone: Device, tablet: Device) -> None:
    workout, exercise = wire.begun()
    phone.push([workout, exercise])
    answer = tablet.push([wire.one_set(exercise)])
    assert [change["rev"] for change in answer["changes"]] == [1, 2, 3]
    assert tablet.live("workout") == phone.live("workout")


def test_more_changes_than_an_answer_holds(phone: Device) -> None:
    """Deleting ten workouts of sixty sets touches more rows than a page of changes."""
    trees = [wire.begun(sets=60) for _ in range(10)]
    for tree in trees:
        phone.push(tree)
    answer = phone.push([wire.op("delete", "workout", tree[0]["row"]) for tree in trees])
    assert (len(answer["changes"]), answer["more"]) == (500, True)
    phone.pull()
    assert phone.live("set") == {}
