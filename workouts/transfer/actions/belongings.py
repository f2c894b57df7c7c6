"""What a file of ours brings besides workouts: routines, body weights and sticky notes.

What the account has by that name, day or exercise is left alone, and counted.
"""

from collections.abc import Callable
from contextlib import suppress
from uuid import UUID, uuid5

from django.db import transaction

from workouts.accounts.actions import bring_body_weights, drop_body_weights
from workouts.accounts.models import User
from workouts.catalogue.models import Exercise
from workouts.log import actions as log
from workouts.log.models import StickyNote
from workouts.routines.actions import Line, bring_routine, delete_routine, place_routine
from workouts.routines.models import Routine
from workouts.transfer.formats.own import Own, OwnRoutine
from workouts.transfer.models import ImportBatch

Find = Callable[[str], Exercise | None]
MOST_LINES = 30


def place_routines(*, by: User, own: Own) -> tuple[dict[str, Routine], list[int]]:
    """The routines that workouts of the file may name, by its slugs, and the keys of those that were made for it:
    empty, and seen by nobody until `bring_belongings`."""
    routines = {each.slug: each for each in Routine.objects.known_to(by)}
    site = {slug: each for slug, each in routines.items() if each.owner_id is None}
    placed: list[int] = []
    for each in own.routines:
        row, made = place_routine(by=by, slug=each.slug, name=each.name, based_on=site.get(each.based_on), but=placed)
        placed += [row.pk] if made else []
        routines[each.slug] = row
    return routines, placed


def bring_belongings(*, by: User, batch: ImportBatch, own: Own, exercise: Find) -> None:
    """Writes them once the workouts are in the log, and notes on the batch what is new, so that an undo finds it; both
    or neither, and once. `exercise` finds one by the slug that the file has."""
    if "brought" in batch.answers:
        return
    rows = Routine.objects.in_bulk(batch.answers["routines"].values())
    placed = set(batch.answers["placed"])
    with transaction.atomic():
        routines: list[str] = []
        for each in own.routines:
            row = rows.get(batch.answers["routines"].get(each.slug, 0))
            if row is not None and _bring(by, row, each, exercise, placed=row.pk in placed):
                routines.append(row.slug)
                placed.discard(row.pk)
        weights = bring_body_weights(by=by, entries={each.day: (each.weight, each.note) for each in own.body_weights})
        texts = {found: (each.uid, each.text) for each in own.notes if (found := exercise(each.slug)) is not None}
        notes: list[UUID] = []
        with suppress(log.Repeated):
            notes = log.bring_notes(by=by, notes=texts, request=uuid5(batch.uid, "notes")) if texts else []
        batch.answers["brought"] = {
            "routines": routines,
            "body_weights": weights,
            "notes": [str(uid) for uid in notes],
        }
        batch.save(update_fields=["answers"])


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


def _bring(by: User, row: Routine, each: OwnRoutine, exercise: Find, *, placed: bool) -> bool:
    lines = [Line(exercise=found, **dose) for slug, dose in each.lines if (found := exercise(slug)) is not None]
    fields = {
        "name": each.name,
        "summary": each.summary,
        "advice": each.advice,
        "position": each.position,
        "deleted_at": each.deleted_at,
    }
    return bring_routine(by=by, routine=row, fields=fields, lines=lines[:MOST_LINES], placed=placed)
