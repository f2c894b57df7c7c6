"""Writes of whole workouts: start, edit, delete, restore."""

import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from workouts.accounts.models import User
from workouts.catalogue.models import Exercise
from workouts.log import rules
from workouts.log.actions.fields import DOSE
from workouts.log.actions.journal import Journal, mutation
from workouts.log.ids import new_id
from workouts.log.models import LoggedSet, PerformedExercise, Source, SyncedRow, Workout
from workouts.routines.models import Prescription, Routine


class AlreadyBack(Exception):
    """What should be restored lives again under another id: its file was imported once more."""

    def __str__(self) -> str:
        return _("This workout is back already: its file has been imported again.")


def start_workout(
    *,
    by: User,
    day: datetime.date,
    zone: str,
    routine: Routine | None = None,
    started_at: datetime.datetime | None = None,
    title: str = "",
    uid: UUID | None = None,
    request: UUID | None = None,
    source: Source = Source.FORM,
) -> Workout:
    """A new workout of `by`, with the routine's exercises and their prescriptions as they stand now.

    `day` is the local date; `started_at` aware, or None for a past workout whose hour nobody knows. `request` is
    the id of the mutation: sending the same form twice raises Repeated. Raises ValidationError for a wrong day.
    """
    rules.check_day(day)
    with mutation(by=by, uid=request, source=source) as journal:
        workout = Workout(
            uid=uid or new_id(),
            day=day,
            zone=zone,
            started_at=started_at,
            utc_offset=offset_minutes(started_at),
            routine=routine,
            title=title or (routine.name if routine else ""),
        )
        journal.insert([workout])
        if routine:
            prescriptions = routine.prescriptions.select_related("exercise")
            journal.insert([_as_prescribed(workout, line) for line in prescriptions])
    return workout


def offset_minutes(moment: datetime.datetime | None) -> int | None:
    """Minutes east of UTC that the wall clock of `moment` (aware, in its own zone) stood at."""
    offset = moment.utcoffset() if moment else None
    return None if offset is None else int(offset.total_seconds() // 60)


def _as_prescribed(workout: Workout, line: Prescription) -> PerformedExercise:
    dose = {name: getattr(line, name) for name in DOSE}
    return PerformedExercise(
        uid=new_id(),
        workout=workout,
        exercise=line.exercise,
        position=line.position,
        superset=line.superset,
        **dose,
    )


def add_exercise(
    *,
    by: User,
    workout: Workout,
    exercise: Exercise,
    dose: dict[str, Any] | None = None,
    uid: UUID | None = None,
    request: UUID | None = None,
    source: Source = Source.FORM,
) -> PerformedExercise:
    """One more exercise at the end of `workout`; without a `dose` (fields of DoseFields) nothing was prescribed."""
    with mutation(by=by, uid=request, source=source) as journal:
        last = workout.exercises.order_by("-position").values_list("position", flat=True).first() or 0
        performed = PerformedExercise(
            uid=uid or new_id(),
            workout=workout,
            exercise=exercise,
            position=last + 1,
            prescribed=dose is not None,
            **{"rep_style": exercise.rep_style, **(dose or {})},
        )
        journal.insert([performed])
    return performed


def remove_exercise(
    *, by: User, performed: PerformedExercise, request: UUID | None = None, source: Source = Source.FORM
) -> None:
    """Deletes an exercise as performed, with its sets."""
    with mutation(by=by, uid=request, source=source) as journal:
        journal.delete(list(performed.logged_sets.filter(deleted_at=None)))
        journal.delete([performed])


def delete_workout(*, by: User, workout: Workout, request: UUID | None = None, source: Source = Source.FORM) -> None:
    """Deletes a workout with all that is in it; `restore_workout` brings back just that."""
    with mutation(by=by, uid=request, source=source) as journal:
        journal.delete(list(LoggedSet.objects.of(by).live().filter(performed__workout=workout)))
        journal.delete(list(PerformedExercise.objects.of(by).live().filter(workout=workout)))
        journal.delete([workout])


def restore_workout(*, by: User, workout: Workout, request: UUID | None = None, source: Source = Source.FORM) -> None:
    """Brings a deleted workout back with what its deletion took. Raises AlreadyBack (see there)."""
    with mutation(by=by, uid=request, source=source) as journal:
        took = workout.deleted_by
        exercises = PerformedExercise.objects.of(by).filter(workout=workout, deleted_by=took)
        sets = LoggedSet.objects.of(by).filter(performed__workout=workout, deleted_by=took)
        # The log takes all their fields, and of what they hang on the id.
        inside = [exercises.select_related("workout", "exercise"), sets.select_related("performed")]
        for rows in ([workout], *map(list, inside)):
            _no_twin(by, rows)
            journal.restore(rows)


def _no_twin(by: User, rows: "list[Any]") -> None:
    keys = [row.origin_key for row in rows if row.origin_key]
    if keys and type(rows[0]).objects.of(by).live().filter(origin_key__in=keys).exists():
        raise AlreadyBack


def revive(journal: Journal, performed: PerformedExercise) -> bool:
    """Brings the exercise and the workout of an arriving set back, if they were deleted: else nobody could reach
    the set. Returns whether they were, so that the lifter can be told. Raises AlreadyBack."""
    gone: list[SyncedRow] = [row for row in (performed.workout, performed) if row.deleted_at is not None]
    for row in gone:
        _no_twin(journal.owner, [row])
        journal.restore([row])
    return bool(gone)
