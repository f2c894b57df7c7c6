"""A push from end to end: verdicts, rows, change log, and what comes back in the same answer."""

from decimal import Decimal

import pytest

from tests.sync import wire
from tests.sync.wire import Device
from workouts.accounts.models import User
from workouts.log.models import Change, Ledger, LoggedSet, PerformedExercise

pytestmark = pytest.mark.django_db


@pytest.fixture
def phone(owner: User, content: None) -> Device:
    return Device(owner)


def test_a_workout_arrives_as_it_was_typed(phone: Device) -> None:
    answer = phone.push(wire.begun(sets=3))
    assert [each["status"] for each in answer["results"]] == ["applied"] * 5
    assert answer["rev"] == answer["cursor"] == Ledger.objects.get().rev == 5
    assert [change["rev"] for change in answer["changes"]] == [1, 2, 3, 4, 5]
    logged = LoggedSet.objects.live().first()
    assert (logged.weight_text, logged.weight, logged.reps) == ("62,5", Decimal("62.5"), 8)
    assert answer["changes"][2]["fields"]["weight"] == "62,5"
    assert PerformedExercise.objects.get().work_sets == 3
    assert {str(uid) for uid in Change.objects.values_list("client", flat=True)} == {phone.client}
