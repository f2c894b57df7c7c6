"""The figures of an exercise as performed, from its working sets."""

from collections import Counter
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

# Columns of `FigureFields`: all, and those that follow from the sets.
KEPT = tuple(column.name for column in FigureFields._meta.local_fields)
COMPUTED = KEPT[2:]
# What the column holds: nobody does as many, but a file may say so.
MOST_SETS = 32_767


class Performed(NamedTuple):
    """What the figures depend on beside the sets: columns of the exercise as performed."""

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
    """A judged set with what costs most to compute: its load (0 for none) and estimates on the integer scale."""

    done: DoneSet
    load: int
    estimates: dict[str, int]
    pick: Pick


@dataclass
class Keeper:
    """Computes figures. It remembers each distinct set: an import of ten years types the same few again and again."""

    known: dict[Raw, _Known] = field(default_factory=dict)

    def figures(self, performed: Performed, raws: Sequence[Raw]) -> dict[str, Any]:
        """`COMPUTED` with their values; `raws` are the live working sets in order."""
        # Sets that are alike are looked at once, in the order in which the first of each was done.
        sets = [(self._know(raw), times) for raw, times in Counter(raws).items()]
        each = [one for one, _times in sets]
        sided = [(raw, times) for raw, times in Counter(raws).items() if raw.left is not None and raw.right is not None]
        top = max((one for one in each if one.load), key=lambda one: (one.load, one.done.count), default=None)
        judged = performed.prescribed and performed.judged
        stall = stall_of(performed, [self._know(raw).done for raw in raws]) if judged else Stall()
        return {
            "work_sets": min(len(raws), MOST_SETS),
            "work_reps": sum(one.done.reps * times for one, times in sets),
            "work_seconds": sum(one.done.count * times for one, times in sets if one.done.timed),
            "longest": max((one.done.count for one in each if one.done.timed and one.done.count), default=None),
            "left_reps": sum((raw.left or 0) * times for raw, times in sided) if sided else None,
            "right_reps": sum((raw.right or 0) * times for raw, times in sided) if sided else None,
            "volume_kg": _volume(sets, Unit.KG),
            "volume_lb": _volume(sets, Unit.LB),
            "top_load": None if top is None else top.load,
            "top_reps": None if top is None else top.done.count,
            **{formula.value: max((one.estimates.get(letter, 0) for one in each), default=0) or None
               for formula, letter in BEST.items()},
            "stall_weight": stall.weight,
            "stall_total": stall.total,
            "stall_in_range": stall.in_range,
            "picks": _picks(each),
            "loads": _loads(each) if performed.judged else "",
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
    load = exact(Decimal(raw.weight or 0), done.unit) if done.load else 0
    return _Known(done, load, values, Pick(raw, done.count, done.timed, grade, least))


def _volume(sets: Sequence[tuple[_Known, int]], unit: Unit) -> int:
    """Weight times reps in thousandths of `unit`, of the sets that were typed in it."""
    return sum(one.load // PER_THOUSANDTH[unit] * one.done.reps * times for one, times in sets if one.done.unit == unit)


def _picks(sets: Sequence[_Known]) -> str:
    chosen: list[tuple[str, _Known]] = []

    def pick(letter: str, some: Sequence[_Known], by: str = "") -> None:
        if some:
            key = [(one.estimates.get(by, 0), one.load if by or letter == TOP else 0, one.done.count) for one in some]
            chosen.append((letter, some[key.index(max(key))]))

    for letter in BEST.values():
        pick(letter, sets, by=letter)
    pick(TOP, [one for one in sets if one.load])
    pick(MOST, [one for one in sets if one.done.count and not one.done.timed])
    pick(LONGEST, [one for one in sets if one.done.count and one.done.timed])
    letters: dict[Pick, str] = {}
    for letter, one in chosen:
        letters[one.pick] = letters.get(one.pick, "") + letter
    return write_picks((keys, one) for one, keys in letters.items()) if letters else ""


def _loads(sets: Sequence[_Known]) -> str:
    """Most reps at each load; holds and help have no place among them."""
    best: dict[int, AtLoad] = {}
    for one in sets:
        done = one.done
        if (
            done.count
            and not done.timed
            and not done.assisted
            and not (one.load in best and best[one.load].reps >= done.count)
        ):
            best[one.load] = AtLoad(one.load, done.count, done.weight, done.raw.unit, done.counted)
    return write_loads(best.values()) if best else ""
