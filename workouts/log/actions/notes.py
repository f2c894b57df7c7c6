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


def bring_notes(*, by: User, notes: dict[Exercise, tuple[UUID, str]], request: UUID) -> list[UUID]:
    """Notes of a file of ours, by exercise, with the id that each had: those of exercises that have no note yet.
    Returns the ids that they got. Raises ValidationError, and Repeated for a `request` that was applied before."""
    for _uid, text in notes.values():
        rules.check_sticky_note(text)
    with mutation(by=by, uid=request, source=Source.IMPORT) as journal:
        mine = StickyNote.objects.of(by)
        noted = set(mine.live().values_list("exercise", flat=True))
        taken = set(mine.values_list("uid", flat=True))
        rows = [
            StickyNote(uid=new_id() if uid in taken else uid, exercise=exercise, text=text)
            for exercise, (uid, text) in notes.items()
            if exercise.pk not in noted
        ]
        journal.insert(rows)
    return [row.uid for row in rows]


def drop_notes(*, by: User, uids: list[UUID], request: UUID) -> None:
    """Deletes the live ones of `uids`: the undo of `bring_notes`. Raises Repeated as above."""
    with mutation(by=by, uid=request, source=Source.IMPORT) as journal:
        journal.delete(StickyNote.objects.of(by).live().filter(uid__in=uids).select_related("exercise"))


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
