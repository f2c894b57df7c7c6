"""A long write is seen whole or not at all: while it is laid down, after it broke off, beside others."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.http import Http404

from tests import factories
from workouts.accounts.models import User
from workouts.catalogue.models import Exercise
from workouts.log import actions
from workouts.log.access import workout_of
from workouts.log.actions import staging
from workouts.log.drafts import ExerciseDraft, WorkoutDraft
from workouts.log.models import Change, Ledger, LoggedSet, Mutation, PerformedExercise, Workout

pytestmark = pytest.mark.django_db

SYNCED = (Workout, PerformedExercise, LoggedSet)


@pytest.fixture
def squat(db: None) -> Exercise:
    return factories.exercise()


@pytest.fixture(autouse=True)
def small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(staging, "CHUNK", 2)
    monkeypatch.setattr(staging, "PAUSE", 0)


def drafts(exercise: Exercise, *, workouts: int = 3, sets: int = 3, name: str = "w") -> list[WorkoutDraft]:
    def one(number: int) -> WorkoutDraft:
        key = f"{name}{number}"
        lines = [factories.draft(position=n, origin_key=f"{key}.{n}") for n in range(sets)]
        performed = ExerciseDraft(exercise=exercise, sets=lines, origin_key=f"{key}.e")
        return WorkoutDraft(day=factories.TUESDAY, zone="UTC", origin_key=key, exercises=[performed])

    return [one(number) for number in range(workouts)]


def live(user: User) -> tuple[int, int, int]:
    workouts, exercises, sets = (model.objects.of(user).live().count() for model in SYNCED)
    return workouts, exercises, sets


def revs(user: User) -> list[int]:
    return list(Change.objects.filter(owner=user).order_by("rev").values_list("rev", flat=True))


def before_the_reveal(monkeypatch: pytest.MonkeyPatch, do: Callable[[], object], *, times: int = 1) -> None:
    """Runs `do` when all is laid down and nothing is seen yet."""
    real, left = staging.Staging.reveal, [times]

    def reveal(self: staging.Staging, *args: Any) -> None:
        left[0] -= 1
        if left[0] >= 0:
            do()
        real(self, *args)

    monkeypatch.setattr(staging.Staging, "reveal", reveal)


def test_a_long_import_is_one_mutation_without_gaps(owner: User, squat: Exercise) -> None:
    request = uuid4()
    actions.import_workouts(by=owner, drafts=drafts(squat), request=request)
    assert live(owner) == (3, 3, 9)
    assert revs(owner) == list(range(1, 16))
    assert (Mutation.objects.get().uid, Mutation.objects.get().rev) == (request, 15)
    assert Ledger.objects.get(owner=owner).rev == 15
    assert not LoggedSet.objects.exclude(deleted_by=None).exists()


def test_nothing_is_seen_before_all_of_it_is(owner: User, squat: Exercise, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[object] = []

    def look() -> None:
        seen.append((live(owner), Workout.objects.of(owner).revealed().count()))
        rev = Ledger.objects.filter(owner=owner).values_list("rev", flat=True).first() or 0
        seen.append(Change.objects.filter(owner=owner, rev__lte=rev).count())

    before_the_reveal(monkeypatch, look)
    actions.import_workouts(by=owner, drafts=drafts(squat))
    assert seen == [((0, 0, 0), 0), 0]
    assert live(owner) == (3, 3, 9)


def test_a_staged_workout_cannot_be_opened_or_restored(
    owner: User, squat: Exercise, monkeypatch: pytest.MonkeyPatch
) -> None:
    def look() -> None:
        with pytest.raises(Http404):
            workout_of(owner, Workout.objects.get(origin_key="w0").uid, deleted=True)

    before_the_reveal(monkeypatch, look)
    actions.import_workouts(by=owner, drafts=drafts(squat))


def test_a_failure_half_way_leaves_nothing(owner: User, squat: Exercise, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise OSError("the disk is full")

    before_the_reveal(monkeypatch, fail)
    with pytest.raises(OSError, match="disk"):
        actions.import_workouts(by=owner, drafts=drafts(squat))
    assert [model.objects.count() for model in (*SYNCED, Mutation, Change)] == [0] * 5


def test_what_a_killed_process_left_vanishes_with_the_next_import(
    owner: User, squat: Exercise, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(BaseException):
        """Not an Exception: nothing tidies up, as when the process is gone."""

    def kill() -> None:
        raise Killed

    before_the_reveal(monkeypatch, kill)
    request = uuid4()
    with pytest.raises(Killed):
        actions.import_workouts(by=owner, drafts=drafts(squat), request=request)
    assert live(owner) == (0, 0, 0)
    assert LoggedSet.objects.count() == 9
    monkeypatch.setattr(staging, "ABANDONED", staging.ABANDONED * 0)
    assert actions.import_workouts(by=owner, drafts=drafts(squat), request=request).sets == 9
    assert LoggedSet.objects.count() == 9
    assert revs(owner) == list(range(1, 16))


def test_two_imports_of_a_file_at_once_add_it_once(
    owner: User, squat: Exercise, monkeypatch: pytest.MonkeyPatch
) -> None:
    before_the_reveal(monkeypatch, lambda: actions.import_workouts(by=owner, drafts=drafts(squat, sets=2)))
    added = actions.import_workouts(by=owner, drafts=drafts(squat))
    assert added.sets == 3, "the three that the quicker one did not have"
    assert live(owner) == (3, 3, 9)
    assert revs(owner) == list(range(1, 16))


def test_a_double_submit_is_applied_once(owner: User, squat: Exercise, monkeypatch: pytest.MonkeyPatch) -> None:
    request = uuid4()
    twin = drafts(squat)
    before_the_reveal(monkeypatch, lambda: actions.import_workouts(by=owner, drafts=twin, request=request))
    with pytest.raises(actions.Repeated):
        actions.import_workouts(by=owner, drafts=twin, request=request)
    assert live(owner) == (3, 3, 9)
    assert LoggedSet.objects.count() == 9


def test_a_workout_deleted_meanwhile_is_planned_anew(
    owner: User, squat: Exercise, monkeypatch: pytest.MonkeyPatch
) -> None:
    actions.import_workouts(by=owner, drafts=drafts(squat, workouts=1, sets=1))
    workout = Workout.objects.get()
    before_the_reveal(monkeypatch, lambda: actions.delete_workout(by=owner, workout=workout))
    actions.import_workouts(by=owner, drafts=drafts(squat, workouts=1, sets=2))
    assert live(owner) == (1, 1, 2), "no live set in a deleted workout"
    assert LoggedSet.objects.live().exclude(performed__workout__deleted_at=None).count() == 0


def test_a_set_logged_meanwhile_does_not_hold_an_import_up(
    owner: User, squat: Exercise, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = factories.performed(by=owner, exercise=squat, sets=[])
    before_the_reveal(
        monkeypatch, lambda: actions.record_set(by=owner, performed=row, draft=factories.draft()), times=99
    )
    actions.import_workouts(by=owner, drafts=drafts(squat))
    assert live(owner) == (4, 4, 10)
    assert revs(owner) == list(range(1, 19))


def test_a_set_logged_while_an_undo_runs_keeps_its_workout(
    owner: User, squat: Exercise, monkeypatch: pytest.MonkeyPatch
) -> None:
    request = uuid4()
    actions.import_workouts(by=owner, drafts=drafts(squat), request=request)
    row = PerformedExercise.objects.select_related("workout").first()
    assert row is not None
    before_the_reveal(monkeypatch, lambda: actions.record_set(by=owner, performed=row, draft=factories.draft(reps=20)))
    gone = actions.undo_import(by=owner, imported=request)
    assert (gone.workouts, gone.exercises, gone.sets) == (2, 2, 9)
    assert LoggedSet.objects.live().get().reps == 20
    assert revs(owner) == list(range(1, Ledger.objects.get(owner=owner).rev + 1))


def test_an_undo_that_breaks_off_leaves_all_as_it_was(
    owner: User, squat: Exercise, monkeypatch: pytest.MonkeyPatch
) -> None:
    request = uuid4()
    actions.import_workouts(by=owner, drafts=drafts(squat), request=request)

    def fail() -> None:
        raise OSError("the disk is full")

    before_the_reveal(monkeypatch, fail)
    with pytest.raises(OSError, match="disk"):
        actions.undo_import(by=owner, imported=request)
    assert live(owner) == (3, 3, 9)
    assert not LoggedSet.objects.exclude(deleted_by=None).exists()
    assert revs(owner) == list(range(1, 16))


def test_an_undo_takes_the_import_s_rows_and_no_others(owner: User, squat: Exercise) -> None:
    first, second = uuid4(), uuid4()
    actions.import_workouts(by=owner, drafts=drafts(squat, name="a"), request=first)
    actions.import_workouts(by=owner, drafts=drafts(squat, name="b"), request=second)
    factories.performed(by=owner, exercise=squat, sets=[factories.draft()])
    actions.undo_import(by=owner, imported=first)
    assert live(owner) == (4, 4, 10)
    assert not LoggedSet.objects.live().filter(origin_key__startswith="a").exists()


def test_another_s_import_is_not_undone(owner: User, other: User, squat: Exercise) -> None:
    request = uuid4()
    actions.import_workouts(by=owner, drafts=drafts(squat), request=request)
    actions.undo_import(by=other, imported=request)
    assert live(owner) == (3, 3, 9)
