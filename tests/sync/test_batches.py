"""Rows T19 and T20: bad mutations among good ones, and a profile that was copied."""

import pytest

from tests.sync import wire
from tests.sync.wire import Device, Json
from workouts.accounts.models import User
from workouts.log.models import Change, LoggedSet, Mutation
from workouts.shared.problems import Problem
from workouts.sync.schemas import Pushed

pytestmark = pytest.mark.django_db


def with_five_bad(exercise: Json) -> list[Json]:
    """Fifty mutations; the first, one in the middle and the last break a rule, one has no parent, one is oversize."""
    batch = [wire.one_set(exercise, position=n) for n in range(50)]
    for n in (0, 25, 49):
        batch[n]["fields"]["reps"] = 1000
    batch[10]["fields"]["performed"] = wire.new_id()
    batch[40]["fields"]["note"] = "n" * 2001
    return batch


def test_five_bad_ones_stop_nothing(phone: Device) -> None:
    """T19."""
    workout, exercise = wire.begun()
    phone.push([workout, exercise])
    batch = with_five_bad(exercise)
    answer = phone.push(batch)
    Pushed.model_validate(answer)
    bad = {n: each["problem"] for n, each in enumerate(answer["results"]) if each["status"] == "rejected"}
    assert {n: problem["code"] for n, problem in bad.items()} == {
        0: "invalid", 10: "unknown-parent", 25: "invalid", 40: "invalid", 49: "invalid",
    }  # fmt: skip
    assert [each["id"] for each in answer["results"]] == [each["id"] for each in batch]
    for problem in bad.values():
        Problem.model_validate(problem)
        assert problem["type"] == f"/problems/{problem['code']}"
    assert bad[0]["errors"] == {"reps": ["Reps run from 0 to 999."]}
    assert list(bad[40]["errors"]) == ["note"]
    assert LoggedSet.objects.count() == 45
    assert phone.statuses([wire.one_set(exercise)]) == ["applied"], "later pushes go on"
    again = phone.push(batch)["results"]
    assert [each["was"] for each in again].count("rejected") == 5
    assert again[0]["problem"] == bad[0], "the stored verdict, word for word"
    assert LoggedSet.objects.count() == 46


def test_one_that_is_malformed_is_a_verdict_too(phone: Device) -> None:
    workout, exercise = wire.begun()
    strange: Json = {"__proto__": {}, "\ud800": 1}
    odd: list[Json] = [
        {"id": wire.new_id()},
        {"id": wire.new_id(), "op": "burn", "kind": "poem", "row": 7, "base": "x", "fields": []},
        wire.put("set", **strange),
        wire.put("workout", weight_text="7"),
    ]
    answer = phone.push([workout, *odd, exercise])
    codes = [each.get("problem", {}).get("code") for each in answer["results"]]
    assert codes == [None, "invalid", "invalid", "unknown-field", "unknown-field", None]
    assert set(answer["results"][2]["problem"]["errors"]) == {"op", "kind", "row", "base", "fields"}


def test_the_same_mutation_twice_in_one_push(phone: Device) -> None:
    workout, exercise, logged = wire.begun(sets=1)
    answer = phone.push([workout, workout, exercise, logged, logged])
    assert [each["status"] for each in answer["results"]] == ["applied", "repeated", "applied", "applied", "repeated"]
    assert Mutation.objects.count() == Change.objects.count() == 3


def test_children_of_a_rejected_row_are_rejected_and_mended_later(phone: Device) -> None:
    workout, exercise, logged = wire.begun(sets=1)
    workout["fields"]["day"] = "tomorrow"
    assert phone.statuses([workout, exercise, logged]) == ["rejected"] * 3
    mended = [{**each, "id": wire.new_id()} for each in (workout, exercise, logged)]
    mended[0]["fields"]["day"] = wire.DAY
    assert phone.statuses(mended) == ["applied"] * 3


def test_a_profile_that_was_copied_logs_twice(owner: User, phone: Device) -> None:
    """T20: both copies have the same client id, and each its own mutations."""
    workout, exercise = wire.begun()
    phone.push([workout, exercise])
    copy = Device(owner, client=phone.client, cursor=phone.cursor)
    for device in (phone, copy):
        assert device.statuses([wire.one_set(exercise, position=n) for n in range(10)]) == ["applied"] * 10
    assert LoggedSet.objects.live().count() == 20
    for device in (phone, copy):
        device.pull()
        assert len(device.live("set")) == 20 or device is copy


def test_from_an_archive_what_comes_too_early_may_come_again(phone: Device) -> None:
    workout, exercise, logged = wire.begun(sets=1)
    gone = wire.op("delete", "set", logged["row"])
    assert phone.statuses([logged, gone, exercise], purpose="archive") == ["rejected"] * 3
    assert not Mutation.objects.exists()
    assert phone.statuses([workout, exercise, logged, gone], purpose="archive") == ["applied"] * 4
    assert phone.statuses([wire.one_set(workout)]) == ["rejected"]
    assert Mutation.objects.filter(status="rejected").count() == 1, "of what is typed now the verdict stands"


def test_the_revision_of_every_verdict(phone: Device) -> None:
    workout, exercise, logged = wire.begun(sets=1)
    again = wire.put("workout", workout["row"], day=wire.DAY)
    answer = phone.push([workout, exercise, again, logged])
    assert [each["rev"] for each in answer["results"]] == [1, 2, 2, 3], "one that changes nothing moves nothing"


def test_fields_that_never_change(phone: Device) -> None:
    workout, exercise, logged = wire.begun(sets=1)
    elsewhere = wire.begun()
    phone.push([workout, exercise, logged, *elsewhere])
    same = [
        wire.put("set", logged["row"], performed=exercise["row"], reps=9),
        wire.put("exercise", exercise["row"], workout=workout["row"].upper(), exercise="barbell-squat", pain=True),
    ]
    assert phone.statuses(same) == ["applied"] * 2
    moves = [
        wire.put("set", logged["row"], performed=elsewhere[1]["row"]),
        wire.put("exercise", exercise["row"], workout=elsewhere[0]["row"]),
        wire.put("exercise", exercise["row"], exercise="leg-press"),
    ]
    results = phone.push(moves)["results"]
    assert [each["problem"]["code"] for each in results] == ["immutable-field"] * 3


def test_what_is_not_there(phone: Device) -> None:
    workout, exercise = wire.begun()
    phone.push([workout, exercise])
    asked: dict[str, list[Json]] = {
        "unknown-row": [wire.put("set", reps=9), wire.op("delete", "note", wire.new_id())],
        "unknown-parent": [wire.put("set", performed=wire.new_id(), reps=1), wire.exercise({"row": wire.new_id()})],
        "unknown-exercise": [wire.exercise(workout, "my-nothing"), wire.put("note", exercise="no", text="x")],
        "unknown-routine": [wire.workout(routine="nothing")],
    }  # fmt: skip
    for code, mutations in asked.items():
        results = phone.push(mutations)["results"]
        assert [each["problem"]["code"] for each in results] == [code] * len(mutations)
