"""Writes of sticky notes: one lifter's standing note on one exercise. Putting an empty one deletes it."""

from uuid import UUID

from workouts.accounts.models import User
from workouts.catalogue.models import Exercise
from workouts.log import rules
from workouts.log.actions.journal import Journal, mutation
from workouts.log.ids import new_id
from workouts.log.models import Source, StickyNote


def put_note(
    *,
    by: User,
    exercise: Exercise,
    text: str,
    uid: UUID | None = None,
    request: UUID | None = None,
    source: Source = Source.FORM,
) -> None:
    """Writes what `by` wants to read at every set of `exercise`; `uid` is the id of a new note, where a device has
    made one. Raises ValidationError, and Repeated for a `request` that was applied before."""
    with mutation(by=by, uid=request, source=source) as journal:
        write_notes(journal, {exercise: text}, uid=uid)


def delete_note(*, by: User, note: StickyNote, request: UUID | None = None, source: Source = Source.FORM) -> None:
    with mutation(by=by, uid=request, source=source) as journal:
        journal.delete([note])


def write_notes(journal: Journal, texts: dict[Exercise, str], *, uid: UUID | None = None) -> None:
    """The texts of several exercises' notes within one mutation. A deleted note stays deleted: a text that comes
    after it is a new row."""
    if not texts:
        return
    for text in texts.values():
        rules.check_sticky_note(text)
    rows = StickyNote.objects.of(journal.owner).live().filter(exercise__in=texts).select_related("exercise")
    known: dict[int, StickyNote] = {row.exercise_id: row for row in rows}
    meant = {exercise.pk: text for exercise, text in texts.items() if text.strip()}
    journal.insert(
        [
            StickyNote(uid=uid or new_id(), exercise=exercise, text=text)
            for exercise, text in texts.items()
            if exercise.pk in meant and exercise.pk not in known
        ]
    )
    journal.change([(row, {"text": meant[pk]}) for pk, row in known.items() if pk in meant])
    journal.delete([row for pk, row in known.items() if pk not in meant])
