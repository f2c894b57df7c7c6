"""Whole histories in and out again: an import is one mutation, and its undo deletes what it wrote.

Both are planned without a lock, laid down in small pieces and revealed at once (staging.py)."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import IntegrityError
from django.db.models import Q

from workouts.accounts.models import User
from workouts.log import rules
from workouts.log.actions.figures import give_figures
from workouts.log.actions.journal import Repeated
from workouts.log.actions.staging import Disturbed, Staging, sweep
from workouts.log.actions.workouts import offset_minutes
from workouts.log.drafts import Added, ExerciseDraft, SetDraft, WorkoutDraft
from workouts.log.ids import new_id, own_key
from workouts.log.models import Change, Ledger, LoggedSet, Mutation, Op, PerformedExercise, Source, SyncedRow, Workout
from workouts.log.queries import LIVE, known_keys

ATTEMPTS = 5
# What a plan for new rows stands on: that their workouts live, and that nobody else imports the same rows.
REMOVALS_AND_IMPORTS = ~Q(op=Op.PUT) | Q(mutation__source__in=[Source.IMPORT, Source.DEMO])
ANYTHING = Q()


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows to write or to delete, and the exercises that stay and have other sets afterwards."""

    workouts: list[Workout]
    exercises: list[PerformedExercise]
    sets: list[LoggedSet]
    touched: list[PerformedExercise]


def import_workouts(
    *, by: User, drafts: Iterable[WorkoutDraft], request: UUID | None = None, source: Source = Source.IMPORT
) -> Added:
    """Adds what is new of `drafts`: a live row with the same `origin_key` is not written again, and is left as the
    lifter may have edited it; a deleted one does not stand in the way.

    One mutation. Raises ValidationError if a set breaks the rules (the reader has sorted those out), Repeated for a
    `request` that was applied before; nothing is written then.
    """
    wanted = list(drafts)
    exact = any(draft.uid for draft in wanted)

    def plan() -> Rows:
        new = Plan(by, named=Q() if exact else None)
        for draft in wanted:
            new.workout(draft)
        return new.rows()

    return _at_once(
        by=by,
        source=source,
        request=request or new_id(),
        plan=plan,
        lay=Staging.put,
        disturbing=REMOVALS_AND_IMPORTS,
    )


def undo_import(*, by: User, imported: UUID, request: UUID | None = None) -> Added:
    """Deletes the live rows that the mutation `imported` wrote, and says how many they were. What the lifter has
    added to such a workout since keeps it, with the exercises it hangs on. Raises Repeated as above."""

    return _at_once(
        by=by,
        source=Source.IMPORT,
        request=request or new_id(),
        plan=lambda: _written(by, imported),
        lay=Staging.delete,
        disturbing=ANYTHING,
    )


def _at_once(
    *,
    by: User,
    source: Source,
    request: UUID,
    plan: Callable[[], Rows],
    lay: Callable[[Staging, Sequence[SyncedRow]], None],
    disturbing: Q,
) -> Added:
    """Plans, lays down and reveals; plans anew where somebody wrote in between what the plan stands on."""
    sweep(by)
    for attempt in range(1, ATTEMPTS + 1):
        refuse_known(by, request)
        planned = revision(by)
        rows = plan()
        staging = Staging.begin(by, source, planned)
        try:
            for kind in (rows.workouts, rows.exercises, rows.sets):
                lay(staging, kind)
            staging.reveal(request, disturbing, rows.touched)
        except (Disturbed, IntegrityError):
            # IntegrityError: the same file at the same moment, whose rows have taken the ids that it names.
            staging.drop()
            if attempt == ATTEMPTS:
                raise
        except Exception:
            staging.drop()
            raise
        else:
            break
    return Added(len(rows.workouts), len(rows.exercises), len(rows.sets))


def revision(by: User) -> int:
    return Ledger.objects.filter(owner=by).values_list("rev", flat=True).first() or 0


def refuse_known(by: User, request: UUID) -> None:
    known = Mutation.objects.filter(owner=by, uid=request).first()
    if known:
        raise Repeated(known)


class Plan:
    """The rows that are new, found with three statements however long the history is; with three more where the
    drafts name ids, for those that are taken, be it by a tombstone. `known` picks the rows that are there: the live
    ones, and with a `staging` those that it has laid down. `named` picks the rows that may have an id which the
    drafts name; None where they name none."""

    def __init__(self, by: User, known: Q = LIVE, staging: UUID | None = None, *, named: Q | None = None) -> None:
        self.workouts: list[Workout] = []
        self.exercises: list[PerformedExercise] = []
        self.sets: list[LoggedSet] = []
        self._staging = staging
        exact = named is not None
        self._workouts: dict[str, Workout] = _by_origin(Workout, by, known, exact=exact)
        self._exercises: dict[str, PerformedExercise] = _by_origin(PerformedExercise, by, known, exact=exact)
        self._sets = known_keys(LoggedSet, by, exact=exact, known=known)
        self._taken: set[tuple[type[SyncedRow], UUID]] = set()
        for model in (Workout, PerformedExercise, LoggedSet) if named is not None else ():
            uids = model._default_manager.filter(named, owner=by).values_list("uid", flat=True)
            self._taken.update((model, uid) for uid in uids)

    def rows(self) -> Rows:
        """What was planned. New exercises of new workouts bring their figures along."""
        sets: dict[UUID, list[LoggedSet]] = defaultdict(list)
        for each in self.sets:
            sets[each.performed.uid].append(each)
        rows = {each.performed.uid: each.performed for each in self.sets} | {row.uid: row for row in self.exercises}
        new: list[tuple[PerformedExercise, list[LoggedSet]]] = []
        touched: list[PerformedExercise] = []
        for uid, row in rows.items():
            workout = row.workout
            if row.pk is None and (workout.pk is None or (self._staging and workout.deleted_by == self._staging)):
                new.append((row, sets[uid]))
            else:
                touched.append(row)
        give_figures(new)
        return Rows(self.workouts, self.exercises, self.sets, touched)

    def workout(self, draft: WorkoutDraft) -> None:
        rules.check_day(draft.day)
        row = _found(self._workouts, draft)
        if row is None:
            row = Workout(
                uid=self._id(Workout, draft.uid),
                origin_key=draft.origin_key,
                day=draft.day,
                zone=draft.zone,
                started_at=draft.started_at,
                utc_offset=draft.utc_offset if draft.uid else offset_minutes(draft.started_at),
                finished_at=draft.finished_at,
                routine=draft.routine,
                title=draft.title,
                note=draft.note,
            )
            rules.check_workout(row)
            self.workouts.append(row)
        for position, exercise in enumerate(draft.exercises, start=1):
            self._exercise(row, position, exercise)

    def _exercise(self, workout: Workout, position: int, draft: ExerciseDraft) -> None:
        row = _found(self._exercises, draft)
        new = [each for each in draft.sets if not self._has(each)]
        if row is None:
            if not new and draft.uid is None:
                return
            columns = {"position": position, "prescribed": False, "rep_style": draft.exercise.rep_style}
            row = PerformedExercise(
                uid=self._id(PerformedExercise, draft.uid),
                origin_key=draft.origin_key,
                workout=workout,
                exercise=draft.exercise,
                superset=draft.superset,
                note=draft.note,
                **{**columns, **draft.columns},
            )
            rules.check_performed(row)
            self.exercises.append(row)
        for each in new:
            rules.check_set(each)
            uid = self._id(LoggedSet, each.uid)
            self.sets.append(LoggedSet(uid=uid, performed=row, origin_key=each.origin_key, **each.columns()))

    def _has(self, draft: SetDraft) -> bool:
        return draft.origin_key in self._sets or (draft.uid is not None and own_key(draft.uid) in self._sets)

    def _id(self, model: type[SyncedRow], wanted: UUID | None) -> UUID:
        """The id that the file names, unless a row of the lifter's has it."""
        if wanted is None or (model, wanted) in self._taken:
            return new_id()
        self._taken.add((model, wanted))
        return wanted


def _found(rows: dict[str, Any], draft: WorkoutDraft | ExerciseDraft) -> Any:
    return rows.get(draft.origin_key) or (rows.get(own_key(draft.uid)) if draft.uid else None)


def _by_origin(model: type[SyncedRow], by: User, known: Q, *, exact: bool) -> dict[str, Any]:
    """Known rows by their identity in files; with `exact` those that came from no file too, by their id."""
    there = model._default_manager.filter(known, owner=by)
    rows = list(there if exact else there.exclude(origin_key=""))
    by_id = {own_key(row.uid): row for row in rows} if exact else {}
    return by_id | {row.origin_key: row for row in rows if row.origin_key}


def _written(by: User, imported: UUID) -> Rows:
    """The live rows that the mutation wrote, without those that something else of the lifter's hangs on.

    Sorted out here and not by the database: NOT IN a list of 50,000 takes PostgreSQL half a minute.
    """
    put = Change.objects.filter(mutation__owner=by, mutation__uid=imported, op=Op.PUT)
    written = set(put.values_list("row", flat=True))
    sets = list(LoggedSet.objects.of(by).live().only("uid", "performed_id"))
    held = {each.performed_id for each in sets if each.uid not in written}
    exercises = list(PerformedExercise.objects.of(by).live().only("uid", "workout_id"))
    going = [each for each in exercises if each.uid in written and each.pk not in held]
    gone = {each.pk for each in going}
    kept = {each.workout_id for each in exercises if each.pk not in gone}
    workouts = Workout.objects.of(by).live().only("uid")
    poorer = {each.performed_id for each in sets if each.uid in written} - gone
    return Rows(
        [each for each in workouts if each.uid in written and each.pk not in kept],
        going,
        [each for each in sets if each.uid in written],
        [each for each in exercises if each.pk in poorer],
    )
