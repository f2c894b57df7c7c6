"""The end of an import: what remains once its workouts are in the log."""

from collections.abc import Iterator
from uuid import UUID, uuid5

from django.utils import timezone

from workouts.accounts.models import User
from workouts.catalogue.actions import bring_back, remove_own_exercises
from workouts.catalogue.models import Exercise
from workouts.log import actions
from workouts.science.units import Unit
from workouts.transfer.actions.belongings import bring_belongings, noted
from workouts.transfer.actions.correct import correct
from workouts.transfer.actions.drafts import Drafts
from workouts.transfer.actions.reading import reading_of
from workouts.transfer.actions.remember import remember
from workouts.transfer.formats import Reading
from workouts.transfer.formats.own import Own
from workouts.transfer.formats.rows import Row
from workouts.transfer.models import ImportBatch, ImportPiece


def finish(by: User, batch: ImportBatch, request: UUID) -> None:
    """Done again after a crash, it changes nothing."""
    answers, made = batch.answers, batch.answers["made"]
    found = Exercise.objects.in_bulk(answers["exercises"].values())
    exercises = {name: found[key] for name, key in answers["exercises"].items() if key in found}
    # The file once more, where it holds what the pieces do not.
    exact = "routines" in answers
    reading = reading_of(batch, day_first=answers["day_first"]) if exact or answers["take"] else None
    own = reading.own if reading else None
    gone = {name for name, each in own.named.items() if each.more.get("retired")} if own else set()
    bring_back(by=by, exercises=[each for name, each in exercises.items() if name not in gone])
    if own:
        _bring_others(by, batch, own, exercises)
    corrected = _corrected(by, batch, exercises, reading) if reading else 0
    kept = {exercises[name].slug for name in own.exercises if name in exercises} if own else set()
    remove_own_exercises(by=by, slugs=[slug for slug in made if slug not in kept], held=noted(by) if own else ())
    if own is None:
        remember(by, exercises, answers["left"])
    added, brought = actions.added_by(by, request), answers.get("brought", {})
    batch.status, batch.mutation, batch.file = ImportBatch.Status.DONE, request, None
    batch.finished_at = timezone.now()
    batch.answers = {"unit": answers["unit"], "made": made, "left": answers["left"], "brought": brought}
    batch.counts["added"] = {"workouts": added.workouts, "exercises": added.exercises, "sets": added.sets}
    batch.counts["brought"] = {name: len(rows) for name, rows in brought.items() if rows}
    batch.counts["corrected"] = corrected
    batch.save(update_fields=["status", "mutation", "file", "finished_at", "answers", "counts"])
    ImportPiece.objects.filter(batch=batch).delete()


def _bring_others(by: User, batch: ImportBatch, own: Own, exercises: dict[str, Exercise]) -> None:
    site = {each.slug: each for each in Exercise.objects.site()}

    def exercise(slug: str) -> Exercise | None:
        label = own.label_of(slug)
        return exercises.get(label) if label else site.get(slug)

    bring_belongings(by=by, batch=batch, own=own, exercise=exercise)


def _corrected(by: User, batch: ImportBatch, exercises: dict[str, Exercise], reading: Reading) -> int:
    take = set(batch.answers["take"])
    if not take:
        return 0
    rows = {key: row for key, row in _sets(reading) if key in take}
    drafts = Drafts(Unit(batch.answers["unit"]), by.preferences.zone, exercises, {})
    return correct(by=by, rows=rows, draft=drafts.corrected, request=uuid5(batch.uid, "take"))


def _sets(reading: Reading) -> Iterator[tuple[str, Row]]:
    return (each for session in reading.sessions for block in session.blocks for each in block.sets)
