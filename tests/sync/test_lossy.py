"""Row T3: every push sent five times, shuffled, with a third of the requests and of the answers lost."""

import random

import pytest

from tests.sync import wire
from tests.sync.wire import Device, Json
from workouts.accounts.models import User
from workouts.log.models import Change, Ledger, LoggedSet, Mutation

pytestmark = pytest.mark.django_db

LOST = 0.3


def pushes_of(exercise: Json, sets: int, chance: random.Random) -> list[list[Json]]:
    """`sets` sets in pushes of 20 to 100."""
    made = [wire.one_set(exercise, position=n % 9999) for n in range(sets)]
    pushes = []
    while made:
        size = chance.randint(20, 100)
        pushes.append(made[:size])
        made = made[size:]
    return pushes


def deliver(device: Device, push: list[Json], chance: random.Random) -> bool:
    """Whether the device learned that it arrived."""
    if chance.random() < LOST:
        return False
    response = device.send(push)
    assert response.status_code == 200
    if chance.random() < LOST:
        return False
    results = response.json()["results"]  # type: ignore[attr-defined]
    assert {each.get("was", each["status"]) for each in results} == {"applied"}
    return True


def test_thousand_sets_from_three_devices_over_a_bad_line(
    owner: User, content: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workouts.log.actions.incoming.quotas.PUSHES_A_MINUTE", 10_000)
    chance = random.Random(4)
    devices = [Device(owner) for _ in range(3)]
    workout, exercise = wire.begun()
    devices[0].push([workout, exercise])
    waiting = [(devices[n % 3], push) for n, push in enumerate(pushes_of(exercise, 1000, chance))]
    while waiting:
        copies = waiting * 5
        chance.shuffle(copies)
        acknowledged = {id(push) for device, push in copies if deliver(device, push, chance)}
        waiting = [(device, push) for device, push in waiting if id(push) not in acknowledged]
    assert LoggedSet.objects.live().count() == Mutation.objects.count() - 2 == 1000
    rev = Ledger.objects.get().rev
    assert rev == Change.objects.count() == 1002
    for device, limit in zip(devices, (17, 100, 500), strict=True):
        device.pull(limit=limit)
    fresh = Device(owner)
    fresh.snapshot(limit=77)
    for device in devices:
        assert device.live("set") == fresh.live("set")
        assert device.live("exercise") == fresh.live("exercise")
        assert device.live("workout") == fresh.live("workout")
    assert len(fresh.live("set")) == 1000
    assert Ledger.objects.get().rev == rev, "repeats and reads do not move it"
