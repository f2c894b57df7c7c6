"""What stands in the rows of the form before anybody types: stored sets as typed, the others as targets."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from workouts.catalogue.models import LoadMode, RepStyle
from workouts.coach.queries import PastSet, Target
from workouts.log.models import LoggedSet, SetKind
from workouts.science.units import plain
from workouts.training.forms.sets import SetForm, fingerprint
from workouts.training.queries.sheet import SheetExercise, free_ids

ON_THE_BODY = {LoadMode.BODYWEIGHT, LoadMode.BODYWEIGHT_PLUS}


def offered(prefix: str, known: SheetExercise) -> Iterator[SetForm]:
    """The sets that are stored, the prescribed ones that are not done yet, and a spare."""
    row = known.performed
    on_the_body = row.exercise.load_mode in ON_THE_BODY
    for at, each in enumerate(known.sets):
        values = _stored(each, on_the_body=on_the_body)
        yield SetForm(prefix=f"{prefix}-{at}", style=row.rep_style, position=each.position, stored=each, initial=values)
    first, ids = len(known.sets), free_ids(known)
    missing = max(row.sets - known.done, 0) if row.prescribed else 0
    found = {"weight": known.calibration.weight_text, "unit": known.calibration.unit} if known.calibration else {}
    for n in range(missing + 1):
        values = _aimed_at(known.target, known.done + n) | found | {"uid": next(ids)}
        form = SetForm(
            prefix=f"{prefix}-{first + n}", style=row.rep_style, position=known.next_position + n, initial=values
        )
        form.is_spare = n == missing
        yield form


def _stored(row: LoggedSet, *, on_the_body: bool) -> dict[str, Any]:
    """A stored set exactly as typed. In an exercise of the body, body weight is "plus nothing"."""
    mode = LoadMode(row.load_mode)
    return {
        "uid": row.uid,
        "seen": fingerprint(row),
        "done": True,
        "kind": row.kind,
        "weight": row.weight_text,
        "unit": row.unit,
        "load_mode": LoadMode.BODYWEIGHT_PLUS if on_the_body and mode == LoadMode.BODYWEIGHT else mode,
        "reps": row.reps,
        "left": row.left,
        "right": row.right,
        "seconds": row.seconds,
        "rir": _plain(row.rir),
        "rpe": _plain(row.rpe),
        "note": row.note,
    }


def _plain(value: Decimal | None) -> str:
    return "" if value is None else plain(value)


def _aimed_at(target: Target, nth: int) -> dict[str, Any]:
    """A row that is not done yet: the target's weight, and the reps of last time where the weight is the same."""
    lasts = target.last_sets
    last = lasts[min(nth, len(lasts) - 1)] if lasts else None
    count = "seconds" if target.rep_style == RepStyle.SECONDS else "reps"
    return {
        "kind": SetKind.WORKING,
        "weight": target.weight_text,
        "unit": target.unit,
        "load_mode": LoadMode.BODYWEIGHT_PLUS if target.on_the_body else target.load_mode,
        count: _count(target, last, count),
    }


def _count(target: Target, last: PastSet | None, name: str) -> int:
    done: int | None = getattr(last, name, None)
    if last is None or done is None or target.low == target.high:
        return target.low
    same = last.unit == target.unit and (last.weight or None) == (target.weight or None)
    return done if same else target.low
