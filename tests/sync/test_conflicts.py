"""Row T18: two devices change one row. Who arrives later wins, what was there stays in the log, and both are told."""

from itertools import permutations

import pytest

from tests import factories
from tests.sync import wire
from tests.sync.wire import Device, Json
from workouts.accounts.models import User
from workouts.log import actions
from workouts.log.models import Change, LoggedSet
from workouts.science.units import Unit, parse_weight

pytestmark = pytest.mark.django_db


def seen_by_all(*devices: Device) -> Json:
    """One set in a workout that every device has."""
    pushed = wire.begun(sets=1)
    devices[0].push(pushed)
    for device in devices:
        device.pull()
    return pushed[-1]


def edit(device: Device, row: Json, **fields: object) -> Json:
    return wire.put("set", row["row"], base=device.cursor, **fields)


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_later_arrival_wins_in_every_order(owner: User, content: None, order: tuple[int, ...]) -> None:
    devices = [Device(owner) for _ in range(3)]
    row = seen_by_all(*devices)
    edits = [edit(device, row, reps=10 + n) for n, device in enumerate(devices)]
    answers = [devices[n].push([edits[n]]) for n in order]
    assert LoggedSet.objects.get().reps == 10 + order[-1]
    overwritten = list(
        Change.objects.filter(row=row["row"], rev__gt=3).order_by("rev").values_list("replaced", flat=True)
    )
    assert overwritten == [{"reps": 8}, {"reps": 10 + order[0]}, {"reps": 10 + order[1]}]
    results = [answer["results"][0] for answer in answers]
    assert [result.get("conflict") for result in results] == [None, {"reps": 10 + order[0]}, {"reps": 10 + order[1]}]
    for device in devices:
        device.pull()
        assert device.live("set")[row["row"]]["reps"] == 10 + order[-1]


@pytest.mark.parametrize("first", [0, 1])
def test_different_fields_never_conflict(phone: Device, tablet: Device, first: int) -> None:
    row = seen_by_all(phone, tablet)
    edits = [(phone, edit(phone, row, reps=9)), (tablet, edit(tablet, row, rir=1, note="slow"))]
    for device, change in (edits[first], edits[1 - first]):
        assert "conflict" not in device.push([change])["results"][0]
    logged = LoggedSet.objects.get()
    assert (logged.reps, str(logged.rir), logged.note) == (9, "1.0", "slow")
    assert not Change.objects.filter(conflict=True).exists()


def test_both_devices_can_show_it(phone: Device, tablet: Device) -> None:
    row = seen_by_all(phone, tablet)
    phone.push([edit(phone, row, weight="65")])
    late = tablet.push([edit(tablet, row, weight="67,5")])
    assert late["results"][0]["conflict"] == {"weight": "65"}
    told = phone.browser.get(wire.SYNC, {"cursor": str(phone.cursor)}).json()["changes"][-1]
    assert (told["conflict"], told["replaced"], told["fields"]) == (True, {"weight": "65"}, {"weight": "67,5"})
    assert told["client"] == tablet.client


def test_what_a_device_wrote_itself_is_no_conflict(phone: Device, tablet: Device) -> None:
    """Without a signal she changed it twice; both were made on what the phone had last seen."""
    row = seen_by_all(phone, tablet)
    edits = [edit(phone, row, reps=9), edit(phone, row, reps=10)]
    assert all("conflict" not in each for each in phone.push(edits)["results"])
    again = wire.put("set", row["row"], base=3, reps=11)
    assert "conflict" not in phone.push([again])["results"][0]


def test_the_same_value_twice_is_none(phone: Device, tablet: Device) -> None:
    row = seen_by_all(phone, tablet)
    phone.push([edit(phone, row, reps=9)])
    assert "conflict" not in tablet.push([edit(tablet, row, reps=9)])["results"][0]
    assert Change.objects.filter(row=row["row"]).count() == 2


def test_a_form_counts_as_another_device(owner: User, phone: Device) -> None:
    row = seen_by_all(phone)
    logged = LoggedSet.objects.get()
    actions.record_set(
        by=owner, performed=logged.performed, uid=logged.uid, draft=factories.draft(weight="62,5", reps=12, position=1)
    )
    assert phone.push([edit(phone, row, reps=9)])["results"][0]["conflict"] == {"reps": 12}


@pytest.mark.parametrize("later", ["edit", "delete"])
def test_edit_against_delete(phone: Device, tablet: Device, later: str) -> None:
    row = seen_by_all(phone, tablet)
    moves = [(phone, edit(phone, row, reps=9)), (tablet, wire.op("delete", "set", row["row"]))]
    for device, move in moves if later == "delete" else moves[::-1]:
        assert device.push([move])["results"][0]["status"] == "applied"
    for device in (phone, tablet):
        device.pull()
        assert device.live("set") == {}, "a late change never revives"
    restored = phone.push([wire.op("restore", "set", row["row"])])
    assert restored["changes"][-1]["fields"]["reps"] == 9, "what was typed is there under the tombstone"


@pytest.mark.parametrize("later", ["add", "delete"])
def test_add_against_delete(phone: Device, tablet: Device, later: str) -> None:
    workout, exercise, _ = pushed = wire.begun(sets=1)
    phone.push(pushed)
    tablet.pull()
    added = wire.one_set(exercise, reps=5, position=2)
    moves = [(phone, wire.op("delete", "workout", workout["row"])), (tablet, added)]
    results = [device.push([move])["results"][0] for device, move in (moves if later == "add" else moves[::-1])]
    assert [result.get("revived") for result in results] == ([None, True] if later == "add" else [None, None])
    for device in (phone, tablet):
        device.pull()
    live = phone.live("set")
    assert live == tablet.live("set")
    assert set(live) == ({added["row"]} if later == "add" else set()), "no set without its workout, none back unasked"
    assert set(phone.live("workout")) == ({workout["row"]} if later == "add" else set())


def test_a_unit_that_changes_alone_goes_with_the_weight(phone: Device) -> None:
    row = seen_by_all(phone)
    phone.push([edit(phone, row, unit="lb")])
    logged = LoggedSet.objects.get()
    assert (logged.weight_text, logged.weight, logged.unit) == ("62,5", parse_weight("62.5", Unit.LB).value, "lb")
