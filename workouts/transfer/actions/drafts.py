"""Sessions of a file as drafts of the log."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from workouts.catalogue.models import Exercise, LoadMode
from workouts.log.drafts import ExerciseDraft, SetDraft, WorkoutDraft
from workouts.routines.models import Routine
from workouts.science.units import WEIGHT_LIMITS, TypedWeight, Unit, parse_weight
from workouts.transfer.formats import Reading, cells
from workouts.transfer.formats.dates import local
from workouts.transfer.formats.rows import Block, ExactWorkout, Row, Session

BY_BODY = {LoadMode.BODYWEIGHT, LoadMode.BODYWEIGHT_PLUS}


class Drafts:
    """Drafts in the lifter's zone and unit; of a file of ours, rows just as they were, with the `routines` of its
    slugs. `over_limit` counts the sets left out because the log holds no such weight in that unit."""

    def __init__(self, unit: Unit, zone: str, exercises: dict[str, Exercise], routines: Mapping[str, Routine]) -> None:
        self.unit, self.zone, self.exercises, self.routines = unit, zone, exercises, routines
        self.over_limit = 0
        self._weights: dict[tuple[str, Unit], TypedWeight] = {}

    def of(self, reading: Reading) -> Iterator[WorkoutDraft]:
        """Takes the sessions out of the reading one by one: rows and drafts are never there at the same time."""
        reading.sessions.reverse()
        while reading.sessions:
            draft = self._workout(reading.sessions.pop())
            if draft.exercises or draft.uid:
                yield draft

    def _workout(self, session: Session) -> WorkoutDraft:
        exercises = [self._exercise(block) for block in session.blocks if block.name in self.exercises]
        if session.exact is not None:
            return self._exact(session, session.exact, exercises)
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

    def _exact(self, session: Session, exact: ExactWorkout, exercises: list[ExerciseDraft]) -> WorkoutDraft:
        return WorkoutDraft(
            uid=exact.uid,
            day=exact.day,
            zone=exact.zone,
            started_at=exact.started_at,
            utc_offset=exact.utc_offset,
            finished_at=exact.finished_at,
            routine=self.routines.get(exact.routine),
            title=session.title,
            note=session.note,
            origin_key=session.key,
            exercises=exercises,
        )

    def _exercise(self, block: Block) -> ExerciseDraft:
        exercise = self.exercises[block.name]
        sets = [(key, row) for key, row in block.sets if self._holds(row)]
        self.over_limit += len(block.sets) - len(sets)
        drafts = [self._set(key, row, exercise, n, block.note) for n, (key, row) in enumerate(sets, start=1)]
        return ExerciseDraft(
            exercise=exercise,
            sets=drafts,
            note=block.note,
            superset=block.superset,
            origin_key=block.key,
            uid=block.exact.uid if block.exact else None,
            columns=block.exact.columns if block.exact else {},
        )

    def _holds(self, row: Row) -> bool:
        return abs(row.amount) <= WEIGHT_LIMITS[row.unit or self.unit][1]

    def _set(self, key: str, row: Row, exercise: Exercise, position: int, said: str) -> SetDraft:
        if row.exact is not None:
            return replace(row.exact, origin_key=key)
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
            rir=None if row.rpe is not None else row.rir,
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
