"""From a preview to the log, and back."""

import datetime
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from decimal import Decimal
from uuid import UUID, uuid5

from django.utils import timezone

from workouts.accounts.models import User
from workouts.catalogue.actions import bring_back, create_own_exercise, remove_own_exercises
from workouts.catalogue.models import Exercise, LoadMode, RepStyle
from workouts.log import actions
from workouts.log.drafts import Added, ExerciseDraft, SetDraft, WorkoutDraft
from workouts.log.models import Change, Mutation
from workouts.science.units import WEIGHT_LIMITS, TypedWeight, Unit, parse_weight
from workouts.transfer.actions.correct import correct
from workouts.transfer.actions.remember import remember
from workouts.transfer.formats import Reading, cells, read
from workouts.transfer.formats.dates import local
from workouts.transfer.formats.rows import Block, Row, Session
from workouts.transfer.models import ImportBatch

BY_BODY = {LoadMode.BODYWEIGHT, LoadMode.BODYWEIGHT_PLUS}


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
    exercises, made = _exercises(by, reading, answers)
    drafts = _Drafts(answers.unit, by.preferences.zone, exercises)
    try:
        added = actions.import_workouts(by=by, drafts=drafts.of(reading), request=request)
    except actions.Repeated as repeated:
        added = _counted(repeated.mutation)
    corrected = correct(by=by, rows=take, draft=drafts.corrected, request=uuid5(batch.uid, "take")) if take else 0
    remove_own_exercises(by=by, slugs=made)
    remember(by, exercises, answers.left)
    batch.status, batch.mutation = ImportBatch.Status.DONE, request
    batch.finished_at = timezone.now()
    batch.answers = {"unit": answers.unit.value, "made": made, "left": sorted(answers.left)}
    batch.counts["added"] = {"workouts": added.workouts, "exercises": added.exercises, "sets": added.sets}
    batch.counts["left_out"], batch.counts["corrected"] = drafts.over_limit, corrected
    batch.save(update_fields=["status", "mutation", "file", "finished_at", "answers", "counts"])
    return added


def _sets(reading: Reading) -> Iterator[tuple[str, Row]]:
    return (each for session in reading.sessions for block in session.blocks for each in block.sets)


def _counted(mutation: Mutation) -> Added:
    kinds = list(Change.objects.filter(mutation=mutation, op="put").values_list("kind", flat=True))
    return Added(*(kinds.count(kind) for kind in (Change.Kind.WORKOUT, Change.Kind.EXERCISE, Change.Kind.SET)))


def _exercises(by: User, reading: Reading, answers: Answers) -> tuple[dict[str, Exercise], list[str]]:
    """The exercise of every name of the file that is not left out, and the slugs of those that were made for it."""
    chosen = answers.chosen
    rows: dict[str, list[Row]] = {}
    for block in (block for session in reading.sessions for block in session.blocks):
        if block.name not in answers.left:
            rows.setdefault(block.name, []).extend(row for _key, row in block.sets)
    bring_back(by=by, exercises=list(chosen.values()))
    found: dict[str, Exercise] = {}
    made: list[str] = []
    for name, sets in rows.items():
        if name in chosen:
            found[name] = chosen[name]
            continue
        found[name], new = create_own_exercise(
            by=by,
            name=name,
            rep_style=RepStyle.REPS if any(row.reps for row in sets) else RepStyle.SECONDS,
            load_mode=LoadMode.EXTERNAL if any(row.amount for row in sets) else LoadMode.BODYWEIGHT,
        )
        made += [found[name].slug] if new else []
    return found, made


class _Drafts:
    """Sessions of a file as drafts of the log, in the lifter's zone and unit. `over_limit` counts the sets left out
    because the log holds no such weight in that unit."""

    def __init__(self, unit: Unit, zone: str, exercises: dict[str, Exercise]) -> None:
        self.unit, self.zone, self.exercises = unit, zone, exercises
        self.over_limit = 0
        self._weights: dict[tuple[str, Unit], TypedWeight] = {}

    def of(self, reading: Reading) -> Iterator[WorkoutDraft]:
        """Takes the sessions out of the reading one by one: rows and drafts are never there at the same time."""
        reading.sessions.reverse()
        while reading.sessions:
            draft = self._workout(reading.sessions.pop())
            if draft.exercises:
                yield draft

    def _workout(self, session: Session) -> WorkoutDraft:
        exercises = [self._exercise(block) for block in session.blocks if block.name in self.exercises]
        start = local(session.start, self.zone)
        begun = start if session.timed else None
        return WorkoutDraft(
            day=start.date(),
            zone=self.zone,
            started_at=begun,
            finished_at=_later(begun, session.length),
            title=session.title[:120],
            note=session.note,
            origin_key=session.key,
            exercises=[each for each in exercises if each.sets],
        )

    def _exercise(self, block: Block) -> ExerciseDraft:
        exercise = self.exercises[block.name]
        sets = [(key, row) for key, row in block.sets if self._holds(row)]
        self.over_limit += len(block.sets) - len(sets)
        drafts = [self._set(key, row, exercise, n, block.note) for n, (key, row) in enumerate(sets, start=1)]
        return ExerciseDraft(
            exercise=exercise, sets=drafts, note=block.note, superset=block.superset, origin_key=block.key
        )

    def _holds(self, row: Row) -> bool:
        return abs(row.amount) <= WEIGHT_LIMITS[row.unit or self.unit][1]

    def _set(self, key: str, row: Row, exercise: Exercise, position: int, said: str) -> SetDraft:
        unit = row.unit or self.unit
        mode = _mode(row.amount, LoadMode(exercise.load_mode))
        bare = mode == LoadMode.BODYWEIGHT
        return SetDraft(
            weight=None if bare else self._typed(row.weight, unit),
            unit=unit,
            load_mode=mode,
            kind=row.kind,
            reps=row.reps,
            seconds=row.seconds,
            rpe=row.rpe,
            # The first line's note is the exercise's.
            note="" if row.note == said else row.note,
            position=position,
            origin_key=key,
        )

    def corrected(self, row: Row, exercise: Exercise) -> SetDraft:
        return self._set("", row, exercise, 0, "")

    def _typed(self, text: str, unit: Unit) -> TypedWeight:
        """A weight comes again and again in a history: it is read, and kept, once."""
        if (text, unit) not in self._weights:
            self._weights[text, unit] = parse_weight(text, unit, max_digits=cells.MAX_DIGITS)
        return self._weights[text, unit]


def _mode(amount: Decimal, of_exercise: LoadMode) -> LoadMode:
    """What the number means: 0 no load at all, below 0 help; on top of the body where the exercise says so."""
    if amount == 0:
        return LoadMode.BODYWEIGHT
    if amount < 0 or of_exercise == LoadMode.ASSISTED:
        return LoadMode.ASSISTED
    return LoadMode.BODYWEIGHT_PLUS if of_exercise in BY_BODY else LoadMode.EXTERNAL


def _later(begun: datetime.datetime | None, length: int | None) -> datetime.datetime | None:
    """The end, counted on the real clock, so that an hour that daylight saving adds or takes is not in it. A workout
    of unknown length has ended when it began: one without an end would be offered to go on with."""
    if begun is None:
        return None
    end = begun.astimezone(datetime.UTC) + datetime.timedelta(seconds=length or 0)
    return end.astimezone(begun.tzinfo)


def undo(*, by: User, batch: ImportBatch) -> bool:
    """Deletes what the import wrote and takes away the exercises that it made, where nothing else uses them.
    Returns whether there was anything to undo."""
    if batch.status != ImportBatch.Status.DONE:
        return False
    # Repeated: sent twice, or taken up after a crash.
    with suppress(actions.Repeated):
        actions.undo_import(by=by, imported=_written_by(batch), request=uuid5(batch.uid, "undo"))
    remove_own_exercises(by=by, slugs=batch.answers.get("made", []))
    batch.status = ImportBatch.Status.UNDONE
    batch.save(update_fields=["status"])
    return True


def _written_by(batch: ImportBatch) -> UUID:
    """A batch that is done has its mutation: the database holds it to that."""
    return batch.mutation or uuid5(batch.uid, "import")
