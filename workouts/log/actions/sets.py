"""Writes of sets: one, or the lines of a whole sheet."""

from typing import Any
from uuid import UUID

from workouts.accounts.models import User
from workouts.log import rules
from workouts.log.actions.journal import Journal, mutation
from workouts.log.actions.notes import write_notes
from workouts.log.actions.workouts import revive
from workouts.log.drafts import SetDraft, SetEntry, Sheet
from workouts.log.ids import new_id
from workouts.log.models import LoggedSet, PerformedExercise, Source, Workout


def record_set(
    *,
    by: User,
    performed: PerformedExercise,
    draft: SetDraft,
    uid: UUID | None = None,
    request: UUID | None = None,
    source: Source = Source.FORM,
) -> UUID:
    """Writes one set that was done, or what was changed on the set `uid`. Returns the set's id.

    Raises ValidationError with messages by field, Repeated for a `request` that was applied before, and AlreadyBack
    where the exercise is deleted and lives again under another id.
    """
    entry = SetEntry(uid=uid or new_id(), performed=performed.uid, draft=draft)
    with mutation(by=by, uid=request, source=source) as journal:
        _put(journal, {performed.uid: performed}, [entry])
    return entry.uid


def delete_set(*, by: User, logged: LoggedSet, request: UUID | None = None, source: Source = Source.FORM) -> None:
    with mutation(by=by, uid=request, source=source) as journal:
        journal.delete([logged])


def save_sheet(
    *, by: User, workout: Workout, sheet: Sheet, request: UUID | None = None, source: Source = Source.FORM
) -> None:
    """Writes a whole workout as the plain form sends it, all of it or nothing; rows that did not change are not
    touched. Raises ValidationError and Repeated as `record_set` does."""
    if "day" in sheet.workout:
        rules.check_day(sheet.workout["day"])  # type: ignore[arg-type]  # the form has made it a date
    with mutation(by=by, uid=request, source=source) as journal:
        journal.change([(workout, sheet.workout)])
        rows = PerformedExercise.objects.of(by).live().filter(workout=workout).select_related("workout", "exercise")
        performed: dict[UUID, PerformedExercise] = {row.uid: row for row in rows}
        journal.change((performed[uid], fields) for uid, fields in sheet.exercises.items() if uid in performed)
        _put(journal, performed, [entry for entry in sheet.sets if entry.performed in performed])
        write_notes(journal, {performed[uid].exercise: text for uid, text in sheet.notes.items() if uid in performed})


def _put(journal: Journal, performed: dict[UUID, PerformedExercise], entries: list[SetEntry]) -> None:
    for entry in entries:
        if entry.draft is not None:
            rules.check_set(entry.draft)
    rows = LoggedSet.objects.of(journal.owner).filter(uid__in=[entry.uid for entry in entries])
    known: dict[UUID, LoggedSet] = {row.uid: row for row in rows}
    fresh: list[LoggedSet] = []
    changed: list[tuple[LoggedSet, dict[str, Any]]] = []
    for entry in entries:
        if entry.draft is None:
            continue
        if entry.uid in known:
            changed.append((known[entry.uid], entry.draft.columns()))
        else:
            fresh.append(_row(performed[entry.performed], entry.uid, entry.draft))
    for row in {row.performed.uid: row.performed for row in fresh}.values():
        revive(journal, row)
    journal.insert(fresh)
    journal.change(changed)
    dropped = [known[e.uid] for e in entries if e.draft is None and e.uid in known]
    journal.delete([row for row in dropped if row.deleted_at is None])


def _row(performed: PerformedExercise, uid: UUID, draft: SetDraft) -> LoggedSet:
    return LoggedSet(uid=uid, performed=performed, origin_key=draft.origin_key, **draft.columns())
