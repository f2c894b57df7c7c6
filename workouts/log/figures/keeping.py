"""The figures of an exercise as performed, from its working sets."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NamedTuple

from workouts.log.figures.scale import PER_THOUSANDTH, exact
from workouts.log.figures.sets import DoneSet, Raw, judge
from workouts.log.figures.stalls import Stall, stall_of
from workouts.log.figures.texts import BEST, LONGEST, MOST, TOP, AtLoad, Pick, write_loads, write_picks
from workouts.log.models.figures import FigureFields
from workouts.science.units import Unit

COLUMNS_KEPT = tuple(column.name for column in FigureFields._meta.local_fields)


class Performed(NamedTuple):
    """What the figures depend on beside the sets: columns of the exercise as performed and of its workout."""

    day: datetime.date
    started_at: datetime.datetime | None
    rep_style: str
    pain: bool
    deload: bool
    prescribed: bool
    sets: int
    low: int
    high: int
    target_rir: Decimal | None

    @property
    def judged(self) -> bool:
        """Whether it can set a record: neither a deload nor painful."""
        return not (self.pain or self.deload)


class _Known(NamedTuple):
    """A judged set with what costs most to compute: its estimates on the integer scale."""

    done: DoneSet
    estimates: dict[str, int]
    pick: Pick


@dataclass
class Keeper:
    """Computes figures. It remembers each distinct set: an import of ten years types the same few again and again."""

    known: dict[Raw, _Known] = field(default_factory=dict)

    def figures(self, performed: Performed, raws: Sequence[Raw]) -> dict[str, Any]:
        """`COLUMNS_KEPT` with their values; `raws` are the live working sets in order."""
        sets = [self._know(raw) for raw in raws]
        done = [one.done for one in sets]
        sided = [raw for raw in raws if raw.left is not None and raw.right is not None]
        top = max((one for one in done if one.load), key=lambda one: (one.load or 0, one.count), default=None)
        stall = stall_of(performed, done) if performed.prescribed and performed.judged else Stall()
        return {
            "day": performed.day,
            "started_at": performed.started_at,
            "work_sets": len(done),
            "work_reps": sum(one.reps for one in done),
            "work_seconds": sum(one.count for one in done if one.timed),
            "longest": max((one.count for one in done if one.timed and one.count), default=None),
            "left_reps": sum(raw.left or 0 for raw in sided) if sided else None,
            "right_reps": sum(raw.right or 0 for raw in sided) if sided else None,
            "volume_kg": _volume(done, Unit.KG),
            "volume_lb": _volume(done, Unit.LB),
            "top_load": None if top is None else _load(top),
            "top_reps": None if top is None else top.count,
            **{formula.value: max((one.estimates.get(letter, 0) for one in sets), default=0) or None
               for formula, letter in BEST.items()},
            "stall_weight": stall.weight,
            "stall_total": stall.total,
            "stall_in_range": stall.in_range,
            "picks": _picks(sets),
            "loads": _loads(done) if performed.judged else "",
        }  # fmt: skip

    def _know(self, raw: Raw) -> _Known:
        known = self.known.get(raw)
        if known is None:
            known = self.known[raw] = _judge(raw)
        return known


def _judge(raw: Raw) -> _Known:
    done = judge(raw)
    estimates = {letter: done.estimate(formula) for formula, letter in BEST.items()}
    values = {letter: exact(one.value, done.unit) for letter, one in estimates.items() if one}
    # Grade and "at least" follow from the reps alone, whatever the formula.
    first = next((one for one in estimates.values() if one), None)
    grade, least = (first.grade.value, first.at_least) if first else ("", False)
    return _Known(done, values, Pick(raw, done.count, done.timed, grade, least))


def _load(done: DoneSet) -> int:
    """Where the set has a load."""
    return exact(Decimal(done.raw.weight or 0), done.unit)


def _volume(sets: Sequence[DoneSet], unit: Unit) -> int:
    """Weight times reps in thousandths of `unit`, of the sets that were typed in it."""
    return sum(_load(one) // PER_THOUSANDTH[unit] * one.reps for one in sets if one.load and one.unit == unit)


def _picks(sets: Sequence[_Known]) -> str:
    if not sets:
        return ""

    def place(one: _Known, letter: str) -> tuple[int, Decimal, int]:
        return one.estimates.get(letter, 0), one.done.load or Decimal(0), one.done.count

    chosen = [(letter, max(sets, key=lambda one: place(one, letter))) for letter in BEST.values()]
    for letter, some in (
        (TOP, [one for one in sets if one.done.load]),
        (MOST, [one for one in sets if one.done.count and not one.done.timed]),
        (LONGEST, [one for one in sets if one.done.count and one.done.timed]),
    ):
        if some:
            key = place if letter == TOP else lambda one, _letter: (0, Decimal(0), one.done.count)
            chosen.append((letter, max(some, key=lambda one: key(one, letter))))
    letters: dict[Pick, str] = {}
    for letter, one in chosen:
        letters[one.pick] = letters.get(one.pick, "") + letter
    return write_picks((keys, pick) for pick, keys in letters.items())


def _loads(sets: Sequence[DoneSet]) -> str:
    """Most reps at each load; holds and help have no place among them."""
    best: dict[int, AtLoad] = {}
    for one in sets:
        if not one.count or one.timed or one.assisted:
            continue
        load = _load(one) if one.load else 0
        if load not in best or one.count > best[load].reps:
            best[load] = AtLoad(load, one.count, one.weight, one.raw.unit, one.counted)
    return write_loads(best.values()) if best else ""
