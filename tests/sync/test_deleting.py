"""Tombstones: what a deletion takes, what a restore brings back, and that nothing comes back by itself."""

import pytest

from tests import factories
from tests.sync import wire
from tests.sync.wire import Device, Json
from workouts.accounts.models import User
from workouts.catalogue.models import Exercise
from workouts.log import actions
from workouts.log.drafts import ExerciseDraft, WorkoutDraft
from workouts.log.models import Change, LoggedSet, PerformedExercise, StickyNote, Workout

pytestmark = pytest.mark.django_db


def live() -> tuple[int, int, int]:
    workouts, exercises, sets = (model.objects.live().count() for model in (Workout, PerformedExercise, LoggedSet))
    return workouts, exercises, sets


@pytest.fixture
def trained(phone: Device) -> list[Json]:
    """A workout of two exercises with two sets each; one more set was deleted before."""
    workout, first, *sets = wire.begun(sets=3)
    second = wire.exercise(workout, "leg-press", position=2)
    more = [wire.one_set(second, position=n) for n in (1, 2)]
    phone.push([workout, first, second, *sets, *more, wire.op("delete", "set", sets[2]["row"])])
    return [workout, first, second, *sets, *more]


def test_a_workout_takes_and_brings_back_what_was_live(phone: Device, trained: list[Json]) -> None:
    workout = trained[0]["row"]
    phone.push([wire.op("delete", "workout", workout)])
    assert live() == (0, 0, 0)
    assert PerformedExercise.objects.get(uid=trained[1]["row"]).work_sets == 0
    phone.push([wire.op("restore", "workout", workout)])
    assert live() == (1, 2, 4)
    assert PerformedExercise.objects.get(uid=trained[1]["row"]).work_sets == 2


def test_an_exercise_takes_and_brings_back_its_own(phone: Device, trained: list[Json]) -> None:
    row = trained[1]["row"]
    phone.push([wire.op("delete", "exercise", row)])
    assert live() == (1, 1, 2)
    phone.push([wire.op("restore", "exercise", row)])
    assert live() == (1, 2, 4)


def test_what_was_deleted_before_stays_so(phone: Device, trained: list[Json]) -> None:
    workout, first = trained[0]["row"], trained[1]["row"]
    phone.push([wire.op("delete", "exercise", first), wire.op("delete", "workout", workout)])
    phone.push([wire.op("restore", "workout", workout)])
    assert live() == (1, 1, 2)
    phone.push([wire.op("restore", "exercise", first)])
    assert live() == (1, 2, 4)


def test_all_in_one_push(phone: Device) -> None:
    workout, first, *sets = wire.begun(sets=2)
    moves = [wire.op(name, "workout", workout["row"]) for name in ("delete", "restore", "delete")]
    assert set(phone.statuses([workout, first, *sets, *moves])) == {"applied"}
    assert live() == (0, 0, 0)
    assert [change.op for change in Change.objects.order_by("rev")] == (
        ["put"] * 4 + ["delete"] * 4 + ["restore"] * 4 + ["delete"] * 4
    )
    phone.push([wire.op("restore", "workout", workout["row"])])
    assert live() == (1, 1, 2)


def test_deleting_twice_and_restoring_what_lives_changes_nothing(phone: Device, trained: list[Json]) -> None:
    for name, times in (("restore", 1), ("delete", 2)):
        for kind, row in (("set", trained[3]), ("exercise", trained[1]), ("workout", trained[0])):
            answers = [phone.push([wire.op(name, kind, row["row"])]) for _ in range(times)]
            assert [each["results"][0]["status"] for each in answers] == ["applied"] * times
            assert answers[-1]["changes"] == []


def test_restoring_a_set_brings_back_what_it_hangs_on(phone: Device, trained: list[Json]) -> None:
    phone.push([wire.op("delete", "workout", trained[0]["row"])])
    result = phone.push([wire.op("restore", "set", trained[3]["row"])])["results"][0]
    assert result["revived"] is True
    assert live() == (1, 1, 1)


def test_an_exercise_that_comes_too_late_shares_the_tombstone(phone: Device, tablet: Device) -> None:
    workout, exercise = wire.begun()
    phone.push([workout, exercise, wire.op("delete", "workout", workout["row"])])
    late = wire.exercise(workout, "leg-press")
    assert "revived" not in tablet.push([late])["results"][0]
    assert live() == (0, 0, 0)
    tablet.pull()
    assert tablet.live("exercise") == {}
    phone.push([wire.op("restore", "workout", workout["row"])])
    assert live() == (1, 2, 0)


def test_a_set_for_a_deleted_exercise_revives_both(phone: Device, trained: list[Json]) -> None:
    phone.push([wire.op("delete", "exercise", trained[1]["row"]), wire.op("delete", "workout", trained[0]["row"])])
    answer = phone.push([wire.one_set(trained[1], position=9)])
    assert answer["results"][0]["revived"] is True
    assert live() == (1, 1, 1)
    assert [(change["op"], change["kind"]) for change in answer["changes"]] == [
        ("restore", "workout"), ("restore", "exercise"), ("put", "set"),
    ]  # fmt: skip


def test_a_device_without_tombstones_gets_whole_rows(owner: User, phone: Device, trained: list[Json]) -> None:
    phone.push([wire.op("delete", "workout", trained[0]["row"])])
    fresh = Device(owner)
    fresh.snapshot()
    assert fresh.rows == {}
    phone.push([wire.put("set", trained[3]["row"], reps=20), wire.op("restore", "workout", trained[0]["row"])])
    fresh.pull()
    phone.pull()
    assert fresh.live("workout") == phone.live("workout") != {}
    assert fresh.live("exercise") == phone.live("exercise") != {}
    assert fresh.live("set") == phone.live("set")
    assert fresh.live("set")[trained[3]["row"]]["reps"] == 20


# --- sticky notes --------------------------------------------------------------------------------------------


def note(text: str = "seat 4", slug: str = "leg-press") -> Json:
    return wire.put("note", exercise=slug, text=text)


def test_one_live_note_an_exercise(phone: Device, tablet: Device) -> None:
    first, second = note(), note("seat 5")
    phone.push([first])
    assert tablet.push([second])["results"][0]["problem"]["code"] == "note-exists"
    moves = [wire.op("delete", "note", first["row"]), note("seat 6"), wire.op("restore", "note", first["row"])]
    results = tablet.push(moves)["results"]
    assert [each["status"] for each in results] == ["applied", "applied", "rejected"]
    assert results[2]["problem"]["code"] == "note-exists"
    assert StickyNote.objects.live().get().text == "seat 6"


def test_a_note_moves_over_to_another_row_in_one_push(phone: Device) -> None:
    first, second = note("a"), note("b")
    phone.push([first])
    phone.push([wire.op("delete", "note", first["row"]), second])
    back = [wire.op("delete", "note", second["row"]), wire.op("restore", "note", first["row"])]
    assert phone.statuses(back) == ["applied"] * 2
    assert StickyNote.objects.live().get().text == "a"


def test_an_emptied_note_is_a_deleted_one(phone: Device) -> None:
    first = note()
    phone.push([first])
    assert phone.push([wire.put("note", first["row"], text=" \n")])["changes"][0]["op"] == "delete"
    assert not StickyNote.objects.live().exists()
    assert StickyNote.objects.get().text == "seat 4"
    assert phone.push([note("  ")])["results"][0]["problem"]["errors"]["text"]


# --- what an import brought ----------------------------------------------------------------------------------


def imported(owner: User) -> None:
    lines = [factories.draft(position=n, origin_key=f"w.s.{n}") for n in range(2)]
    squat = Exercise.objects.get(slug="barbell-squat")
    exercises = [ExerciseDraft(exercise=squat, sets=lines, origin_key="w.s")]
    drafts = [WorkoutDraft(day=factories.TUESDAY, zone="UTC", origin_key="w", exercises=exercises)]
    actions.import_workouts(by=owner, drafts=drafts)


@pytest.mark.parametrize("kind", ["workout", "exercise", "set"])
def test_what_was_imported_again_does_not_come_back_twice(owner: User, phone: Device, kind: str) -> None:
    imported(owner)
    rows = {"workout": Workout, "exercise": PerformedExercise, "set": LoggedSet}
    row = str(rows[kind].objects.first().uid)  # type: ignore[attr-defined]
    phone.push([wire.op("delete", "workout", str(Workout.objects.get().uid))])
    imported(owner)
    result = phone.push([wire.op("restore", kind, row)])["results"][0]
    assert result["problem"]["code"] == "already-back"
    assert live() == (1, 1, 2)


def test_a_set_does_not_revive_a_workout_that_is_back_already(owner: User, phone: Device) -> None:
    imported(owner)
    old = PerformedExercise.objects.get()
    phone.push([wire.op("delete", "workout", str(old.workout.uid))])
    imported(owner)
    result = phone.push([wire.one_set({"row": str(old.uid)})])["results"][0]
    assert result["problem"]["code"] == "already-back"
    twin = Workout.objects.live().get()
    freed = [wire.op("delete", "workout", str(twin.uid)), wire.one_set({"row": str(old.uid)})]
    assert phone.statuses(freed) == ["applied"] * 2, "the twin is gone by then"
    assert live() == (1, 1, 1)
