"""Whole histories in and out again: an import is one mutation, and its undo deletes what it wrote."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from workouts.accounts.models import User
from workouts.log import rules
from workouts.log.actions.journal import Journal, mutation
from workouts.log.actions.workouts import offset_minutes
from workouts.log.drafts import Added, ExerciseDraft, WorkoutDraft
from workouts.log.ids import new_id
from workouts.log.models import Change, LoggedSet, Mutation, PerformedExercise, Source, SyncedRow, Workout


def import_workouts(
    *, by: User, drafts: Iterable[WorkoutDraft], request: UUID | None = None, source: Source = Source.IMPORT
) -> Added:
    """Adds what is new of `drafts`: a live row with the same `origin_key` is not written again, and is left as the
    lifter may have edited it; a deleted one does not stand in the way.

    One mutation, one lock. Raises ValidationError if a set breaks the rules (the reader has sorted those out).
    """
    with mutation(by=by, uid=request, source=source) as journal:
        plan = _Plan(by)
        for draft in drafts:
            plan.workout(draft)
        for rows in (plan.workouts, plan.exercises, plan.sets):
            journal.insert(rows)
    return Added(len(plan.workouts), len(plan.exercises), len(plan.sets))


class _Plan:
    """The rows that are new, found with three statements however long the history is."""

    def __init__(self, by: User) -> None:
        self.workouts: list[Workout] = []
        self.exercises: list[PerformedExercise] = []
        self.sets: list[LoggedSet] = []
        self._workouts: dict[str, Workout] = _by_origin(Workout, by)
        self._exercises: dict[str, PerformedExercise] = _by_origin(PerformedExercise, by)
        self._sets = set(LoggedSet.objects.of(by).live().exclude(origin_key="").values_list("origin_key", flat=True))

    def workout(self, draft: WorkoutDraft) -> None:
        rules.check_day(draft.day)
        row = self._workouts.get(draft.origin_key)
        if row is None:
            row = Workout(
                uid=new_id(),
                origin_key=draft.origin_key,
                day=draft.day,
                zone=draft.zone,
                started_at=draft.started_at,
                utc_offset=offset_minutes(draft.started_at),
                finished_at=draft.finished_at,
                title=draft.title,
                note=draft.note,
            )
            self.workouts.append(row)
        for position, exercise in enumerate(draft.exercises, start=1):
            self._exercise(row, position, exercise)

    def _exercise(self, workout: Workout, position: int, draft: ExerciseDraft) -> None:
        row = self._exercises.get(draft.origin_key)
        new = [each for each in draft.sets if each.origin_key not in self._sets]
        if row is None:
            if not new:
                return
            row = PerformedExercise(
                uid=new_id(),
                origin_key=draft.origin_key,
                workout=workout,
                exercise=draft.exercise,
                position=position,
                superset=draft.superset,
                prescribed=False,
                rep_style=draft.exercise.rep_style,
                note=draft.note,
            )
            self.exercises.append(row)
        for each in new:
            rules.check_set(each)
            self.sets.append(LoggedSet(uid=new_id(), performed=row, origin_key=each.origin_key, **each.columns()))


def _by_origin(model: type[SyncedRow], by: User) -> dict[str, Any]:
    rows = model._default_manager.filter(owner=by, deleted_at=None).exclude(origin_key="")
    return {row.origin_key: row for row in rows}


def undo_import(*, by: User, imported: UUID, request: UUID | None = None) -> None:
    """Deletes the live rows that the mutation `imported` wrote. What the lifter has added to such a workout since
    keeps it, with the exercises it hangs on."""
    with mutation(by=by, uid=request, source=Source.IMPORT) as journal:
        written = Change.objects.filter(mutation__in=Mutation.objects.filter(owner=by, uid=imported), op="put")
        _delete_written(journal, written.values("row"))


def _delete_written(journal: Journal, written: object) -> None:
    by = journal.owner
    journal.delete(list(LoggedSet.objects.of(by).live().filter(uid__in=written)))
    kept = LoggedSet.objects.of(by).live().values("performed")
    exercises = PerformedExercise.objects.of(by).live()
    journal.delete(list(exercises.filter(uid__in=written).exclude(pk__in=kept)))
    journal.delete(
        list(Workout.objects.of(by).live().filter(uid__in=written).exclude(pk__in=exercises.values("workout")))
    )
