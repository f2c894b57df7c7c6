"""What a file of ours brings besides workouts: routines, body weights and sticky notes.

What the account has by that name, day or exercise is left alone, and counted.
"""

from collections.abc import Callable
from contextlib import suppress
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction

from workouts.accounts.actions import bring_body_weights, drop_body_weights
from workouts.accounts.models import User
from workouts.catalogue.models import Exercise
from workouts.log import actions as log
from workouts.log.models import StickyNote
from workouts.routines.actions import Line, bring_routine, delete_routine
from workouts.routines.models import Routine
from workouts.transfer.formats.own import Own, OwnRoutine
from workouts.transfer.models import ImportBatch

Find = Callable[[str], Exercise | None]
MOST_LINES = 30


def bring_belongings(*, by: User, batch: ImportBatch, own: Own, exercise: Find) -> dict[str, Any]:
    """Writes them, and notes on the batch what is new, so that an undo finds it; both or neither. `exercise` finds
    one by the slug that the file has. Returns the routines by the slug of the file."""
    with transaction.atomic():
        routines: dict[str, tuple[Routine, bool]] = {}
        for each in own.routines:
            routines[each.slug] = _routine(by, each, exercise, [row.pk for row, fresh in routines.values() if fresh])
        weights = bring_body_weights(by=by, entries={each.day: (each.weight, each.note) for each in own.body_weights})
        texts = {found: (each.uid, each.text) for each in own.notes if (found := exercise(each.slug)) is not None}
        notes: list[UUID] = []
        with suppress(log.Repeated):
            notes = log.bring_notes(by=by, notes=texts, request=uuid5(batch.uid, "notes")) if texts else []
        new = {
            "routines": [row.slug for row, fresh in routines.values() if fresh],
            "body_weights": weights,
            "notes": [str(uid) for uid in notes],
        }
        before = batch.answers.get("brought", {})
        batch.answers["brought"] = {name: [*before.get(name, []), *rows] for name, rows in new.items()}
        batch.save(update_fields=["answers"])
    return {slug: row for slug, (row, _fresh) in routines.items()}


def noted(by: User) -> set[int]:
    """Keys of the exercises that a sticky note of hers hangs on, be it a deleted one."""
    return set(StickyNote.objects.of(by).values_list("exercise", flat=True))


def take_back_belongings(*, by: User, batch: ImportBatch) -> None:
    """The undo. Routines are deleted as the lifter deletes one: workouts that were begun with them name them."""
    brought = batch.answers.get("brought", {})
    for routine in Routine.objects.of(by).filter(slug__in=brought.get("routines", [])):
        delete_routine(by=by, routine=routine)
    drop_body_weights(by=by, uids=brought.get("body_weights", []))
    notes = [UUID(each) for each in brought.get("notes", [])]
    if notes:
        with suppress(log.Repeated):
            log.drop_notes(by=by, uids=notes, request=uuid5(batch.uid, "drop notes"))


def _routine(by: User, each: OwnRoutine, exercise: Find, but: list[int]) -> tuple[Routine, bool]:
    based_on = Routine.objects.site().filter(slug=each.based_on).first() if each.based_on else None
    lines = [Line(exercise=found, **dose) for slug, dose in each.lines if (found := exercise(slug)) is not None]
    fields = {
        "name": each.name,
        "summary": each.summary,
        "advice": each.advice,
        "position": each.position,
        "based_on": based_on,
        "deleted_at": each.deleted_at,
    }
    return bring_routine(by=by, slug=each.slug, fields=fields, lines=lines[:MOST_LINES], but=but)
