"""Drafts as rows of a table, some hundred sets each: an import reads its file once, and goes on from here.

JSON, packed: a piece of 400 sets takes some ten kilobytes.
"""

import datetime
import json
import zlib
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any
from uuid import UUID

from workouts.catalogue.models import Exercise, LoadMode, RepStyle
from workouts.log.drafts import ExerciseDraft, SetDraft, WorkoutDraft
from workouts.log.models import SetKind
from workouts.routines.models import Routine
from workouts.science.units import TypedWeight, Unit
from workouts.transfer.models import ImportBatch, ImportPiece

# With their exercises and workouts about what one transaction of the log's staging takes.
SETS = 400


class Packer:
    """Writes the pieces of `batch` as the drafts come; a workout is never cut. What an earlier attempt left goes."""

    def __init__(self, batch: ImportBatch) -> None:
        self._batch, self._count = batch, 0
        self._drafts: list[WorkoutDraft] = []
        self._sets = 0
        ImportPiece.objects.filter(batch=batch).delete()

    def add(self, draft: WorkoutDraft) -> None:
        # Of a file of ours, workouts and exercises without sets are kept too.
        new = sum(max(1, len(each.sets)) for each in draft.exercises) or 1
        if self._drafts and self._sets + new > SETS:
            self._write()
        self._drafts.append(draft)
        self._sets += new

    def close(self) -> int:
        """The number of pieces."""
        if self._drafts:
            self._write()
        return self._count

    def _write(self) -> None:
        ImportPiece.objects.create(batch=self._batch, number=self._count, content=pack(self._drafts))
        self._count += 1
        self._drafts, self._sets = [], 0


def pack(drafts: list[WorkoutDraft]) -> bytes:
    return zlib.compress(json.dumps([_workout(each) for each in drafts], separators=(",", ":")).encode(), 1)


def unpack(
    content: bytes, exercises: Mapping[int, Exercise], routines: Mapping[int, Routine] | None = None
) -> list[WorkoutDraft]:
    """The drafts again; of an exercise that is gone meanwhile nothing is left, nor of a routine."""
    return [_read_workout(each, exercises, routines or {}) for each in json.loads(zlib.decompress(content))]


def _workout(draft: WorkoutDraft) -> list[Any]:
    times = [each.isoformat() if each else None for each in (draft.started_at, draft.finished_at)]
    words = [draft.title, draft.note, draft.origin_key]
    exact = [_text(draft.uid), draft.utc_offset, draft.routine and draft.routine.pk]
    return [draft.day.isoformat(), draft.zone, *times, *words, *exact, [_exercise(each) for each in draft.exercises]]


def _read_workout(row: list[Any], exercises: Mapping[int, Exercise], routines: Mapping[int, Routine]) -> WorkoutDraft:
    day, zone, started, finished, title, note, key, uid, offset, routine, performed = row
    return WorkoutDraft(
        day=datetime.date.fromisoformat(day),
        zone=zone,
        started_at=_moment(started),
        finished_at=_moment(finished),
        title=title,
        note=note,
        origin_key=key,
        uid=_uid(uid),
        utc_offset=offset,
        routine=routines.get(routine),
        exercises=[_read_exercise(each, exercises[each[0]]) for each in performed if each[0] in exercises],
    )


def _text(uid: UUID | None) -> str | None:
    return uid.hex if uid else None


def _uid(text: str | None) -> UUID | None:
    return UUID(text) if text else None


def _moment(text: str | None) -> datetime.datetime | None:
    return datetime.datetime.fromisoformat(text) if text else None


def _exercise(draft: ExerciseDraft) -> list[Any]:
    columns = {**draft.columns}
    if columns.get("target_rir") is not None:
        columns["target_rir"] = str(columns["target_rir"])
    exact = [_text(draft.uid), columns]
    return [
        draft.exercise.pk,
        draft.note,
        draft.superset,
        draft.origin_key,
        *exact,
        [_set(each) for each in draft.sets],
    ]


def _read_exercise(row: list[Any], exercise: Exercise) -> ExerciseDraft:
    _key, note, superset, key, uid, columns, sets = row
    if "target_rir" in columns:
        columns["target_rir"] = _rating(columns["target_rir"])
    if "rep_style" in columns:
        columns["rep_style"] = RepStyle(columns["rep_style"])
    return ExerciseDraft(
        exercise=exercise,
        note=note,
        superset=superset,
        origin_key=key,
        uid=_uid(uid),
        columns=columns,
        sets=[_read_set(each) for each in sets],
    )


def _set(draft: SetDraft) -> list[Any]:
    weight = [draft.weight.text, str(draft.weight.value)] if draft.weight else [None, None]
    rated = [None if each is None else str(each) for each in (draft.rpe, draft.rir)]
    words = [draft.unit.value, draft.load_mode.value, draft.kind.value]
    done = [draft.reps, draft.left, draft.right, draft.seconds]
    return [*weight, *words, *done, *rated, draft.note, draft.position, draft.origin_key, _text(draft.uid)]


def _read_set(row: list[Any]) -> SetDraft:
    text, value, unit, mode, kind, reps, left, right, seconds, rpe, rir, note, position, key, uid = row
    return SetDraft(
        weight=None if text is None else _typed(text, value, unit),
        unit=Unit(unit),
        load_mode=LoadMode(mode),
        kind=SetKind(kind),
        reps=reps,
        left=left,
        right=right,
        seconds=seconds,
        rpe=_rating(rpe),
        rir=_rating(rir),
        note=note,
        position=position,
        origin_key=key,
        uid=_uid(uid),
    )


def _typed(text: str, value: str, unit: str) -> TypedWeight:
    return TypedWeight(text, Decimal(value), Unit(unit))


@cache
def _rating(text: str | None) -> Decimal | None:
    """One of some forty: half steps from 0 to 10."""
    return None if text is None else Decimal(text)
