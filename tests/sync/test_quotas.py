"""Row T66 for devices: pushes a minute, mutations a day, devices an account; exact, and nothing is lost by them."""

import datetime
import json
from typing import Any

import pytest
from time_machine import TimeMachineFixture

from tests.sync import wire
from tests.sync.wire import Device, Json
from workouts.accounts.models import User
from workouts.log.actions.incoming import quotas
from workouts.log.models import Client, Ledger, LoggedSet, Mutation

pytestmark = pytest.mark.django_db

NOON = datetime.datetime(2026, 11, 23, 12, 0, 5, tzinfo=datetime.UTC)


@pytest.fixture(autouse=True)
def noon(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOON, tick=False)


def limited(response: Any, code: str) -> Json:
    assert response.status_code == 429
    body: Json = json.loads(response.content)
    assert body["code"] == code
    return body | {"wait": int(response.headers["Retry-After"])}


def test_120_pushes_a_minute(phone: Device, stranger: Device, time_machine: TimeMachineFixture) -> None:
    for _ in range(120):
        phone.push([])
    workout = wire.workout()
    assert limited(phone.send([workout]), "too-many-requests")["wait"] == 55
    assert stranger.statuses([wire.workout()]) == ["applied"], "each account has its own"
    time_machine.move_to(NOON + datetime.timedelta(seconds=55), tick=False)
    assert phone.statuses([workout]) == ["applied"]
    assert phone.browser.get(wire.SYNC, {"cursor": 0}).status_code == 200


def test_2000_mutations_a_day_to_the_last_one(
    phone: Device, time_machine: TimeMachineFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert quotas.MUTATIONS_A_DAY == 2000
    workout, exercise = wire.begun()
    phone.push([workout, exercise])
    Ledger.objects.update(typed=1990)
    sets = [wire.one_set(exercise, position=n) for n in range(20)]
    body = limited(phone.send(sets), "daily-limit")
    assert (body["left"], body["wait"]) == (10, 12 * 3600 - 5 + 1)
    assert not LoggedSet.objects.exists()
    assert Ledger.objects.get().pushes == 2, "a push that is too large counts as one"
    assert phone.statuses(sets[:10]) == ["applied"] * 10
    assert phone.statuses(sets[:10]) == ["repeated"] * 10, "what is known costs nothing"
    assert limited(phone.send(sets[10:]), "daily-limit")["left"] == 0
    time_machine.move_to(NOON + datetime.timedelta(seconds=body["wait"]), tick=False)
    assert phone.statuses(sets[10:]) == ["applied"] * 10
    assert Ledger.objects.get().typed == 10


@pytest.mark.parametrize("purpose", ["archive", "adoption"])
def test_what_is_carried_over_is_not_typed(phone: Device, purpose: str) -> None:
    phone.push([])
    Ledger.objects.update(typed=2000, carried=49_999)
    assert phone.statuses([wire.workout()], purpose=purpose) == ["applied"]
    assert limited(phone.send([wire.workout()], purpose=purpose), "daily-limit")["left"] == 0
    assert limited(phone.send([wire.workout()]), "daily-limit")["left"] == 0


def test_rejected_ones_count_too(phone: Device) -> None:
    phone.push([wire.workout(day="x")])
    assert Ledger.objects.get().typed == Mutation.objects.count() == 1


def test_the_clock_may_step_back(phone: Device, time_machine: TimeMachineFixture) -> None:
    """T17: the server's clock an hour earlier refuses nothing."""
    workout, exercise = wire.begun()
    phone.push([workout, exercise])
    time_machine.move_to(NOON - datetime.timedelta(hours=1), tick=False)
    assert phone.statuses([wire.one_set(exercise)]) == ["applied"]


def test_fifty_devices_and_the_oldest_makes_room(owner: User, phone: Device, time_machine: TimeMachineFixture) -> None:
    first = Device(owner)
    for n in range(50):
        time_machine.move_to(NOON + datetime.timedelta(days=n // 2), tick=False)
        first.client = wire.new_id()
        first.push([])
    assert Client.objects.filter(owner=owner).count() == 50
    oldest = Client.objects.order_by("last_seen", "pk").first()
    phone.push([])
    assert Client.objects.filter(owner=owner).count() == 50
    assert oldest is not None
    assert not Client.objects.filter(pk=oldest.pk).exists()
    assert phone.statuses([wire.workout()]) == ["applied"]


def test_a_device_is_written_once_a_day(phone: Device, time_machine: TimeMachineFixture) -> None:
    phone.push([])
    phone.push([])
    time_machine.move_to(NOON + datetime.timedelta(days=2), tick=False)
    phone.push([])
    assert Client.objects.get().last_seen == datetime.date(2026, 11, 25)
