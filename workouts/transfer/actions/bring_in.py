"""From a preview to the log, and back."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from uuid import UUID, uuid5

from django.utils import timezone

from workouts.accounts.models import User
from workouts.catalogue.actions import remove_own_exercises
from workouts.catalogue.models import Exercise
from workouts.log import actions
from workouts.log.drafts import Added
from workouts.log.models import Change, Mutation
from workouts.routines.models import Routine
from workouts.science.units import Unit
from workouts.transfer.actions.belongings import bring_belongings, noted, take_back_belongings
from workouts.transfer.actions.correct import correct
from workouts.transfer.actions.drafts import Drafts
from workouts.transfer.actions.exercises import bring_exercises
from workouts.transfer.actions.remember import remember
from workouts.transfer.formats import Reading, read
from workouts.transfer.formats.rows import Row
from workouts.transfer.models import ImportBatch


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What the lifter said: the unit where the file names none, the exercise that a name means (any other becomes one
    of her own), the names that are left out, and whether dates such as 03/04 begin with the day, and
    the sets (by identity) that are to be as the file has them now."""

    unit: Unit = Unit.KG
    chosen: dict[str, Exercise] = field(default_factory=dict)
    left: Collection[str] = ()
    day_first: bool | None = None
    take: Collection[str] = ()


def bring_in(*, by: User, batch: ImportBatch, answers: Answers) -> Added:
    """Writes what is new of the file into the log.

    The import's mutation has an id that follows from the batch: sent twice, or taken up after a crash, it is applied
    once. Raises nothing for a batch that is done.
    """
    batch.refresh_from_db()  # with the file; a twin of this request may have been quicker
    if batch.file is None:
        return Added(**batch.counts.get("added", {}))
    reading = read(bytes(batch.file), day_first=answers.day_first)
    batch.file = None  # five megabytes, read
    request = uuid5(batch.uid, "import")
    take = {key: row for key, row in _sets(reading) if key in set(answers.take)} if answers.take else {}
    exercises, made = bring_exercises(by=by, reading=reading, chosen=answers.chosen, left=answers.left)
    routines = _routines(by, batch, reading, exercises)
    drafts = Drafts(answers.unit, by.preferences.zone, exercises, routines)
    try:
        added = actions.import_workouts(by=by, drafts=drafts.of(reading), request=request)
    except actions.Repeated as repeated:
        added = _counted(repeated.mutation)
    except Exception:
        take_back_belongings(by=by, batch=batch)
        raise
    corrected = correct(by=by, rows=take, draft=drafts.corrected, request=uuid5(batch.uid, "take")) if take else 0
    kept = set(reading.own.exercises) if reading.own else set()
    unused = [exercises[name].slug for name in made if name not in kept]
    remove_own_exercises(by=by, slugs=unused, held=noted(by) if unused else ())
    if reading.own is None:
        remember(by, exercises, answers.left)
    batch.status, batch.mutation = ImportBatch.Status.DONE, request
    batch.finished_at = timezone.now()
    slugs = [exercises[name].slug for name in made]
    batch.answers |= {"unit": answers.unit.value, "made": slugs, "left": sorted(answers.left)}
    batch.counts["added"] = {"workouts": added.workouts, "exercises": added.exercises, "sets": added.sets}
    brought = batch.answers.get("brought", {})
    batch.counts["brought"] = {name: len(rows) for name, rows in brought.items() if rows}
    batch.counts["left_out"], batch.counts["corrected"] = drafts.over_limit, corrected
    batch.save(update_fields=["status", "mutation", "file", "finished_at", "answers", "counts"])
    return added


def _sets(reading: Reading) -> Iterator[tuple[str, Row]]:
    return (each for session in reading.sessions for block in session.blocks for each in block.sets)


def _counted(mutation: Mutation) -> Added:
    kinds = list(Change.objects.filter(mutation=mutation, op="put").values_list("kind", flat=True))
    return Added(*(kinds.count(kind) for kind in (Change.Kind.WORKOUT, Change.Kind.EXERCISE, Change.Kind.SET)))


def _routines(by: User, batch: ImportBatch, reading: Reading, exercises: dict[str, Exercise]) -> Mapping[str, Routine]:
    """The routines that workouts of a file of ours may name, by slug, the file's own among them; with what else such
    a file brings. Nothing for another app's."""
    own = reading.own
    if own is None:
        return {}
    site = {each.slug: each for each in Exercise.objects.site()}

    def exercise(slug: str) -> Exercise | None:
        label = own.label_of(slug)
        return exercises.get(label) if label else site.get(slug)

    known = {each.slug: each for each in Routine.objects.known_to(by)}
    return known | bring_belongings(by=by, batch=batch, own=own, exercise=exercise)


def undo(*, by: User, batch: ImportBatch) -> bool:
    """Deletes what the import wrote and takes away the exercises that it made, where nothing else uses them.
    Returns whether there was anything to undo."""
    if batch.status != ImportBatch.Status.DONE:
        return False
    # Repeated: sent twice, or taken up after a crash.
    with suppress(actions.Repeated):
        actions.undo_import(by=by, imported=_written_by(batch), request=uuid5(batch.uid, "undo"))
    take_back_belongings(by=by, batch=batch)
    remove_own_exercises(by=by, slugs=batch.answers.get("made", []), held=noted(by))
    batch.status = ImportBatch.Status.UNDONE
    batch.save(update_fields=["status"])
    return True


def _written_by(batch: ImportBatch) -> UUID:
    """A batch that is done has its mutation: the database holds it to that."""
    return batch.mutation or uuid5(batch.uid, "import")
