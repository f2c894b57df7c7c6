"""The two text columns of the figures: sets to be named, and the best reps at each load.

JSON, and short: pages read ten years of them, and read each distinct one once.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from workouts.log.figures.sets import Raw, TypedSet
from workouts.science.one_rep_max import Formula
from workouts.science.units import plain

# What a set was picked for. The best by a formula is the heaviest one where nothing can be estimated.
BEST = {Formula.EPLEY: "e", Formula.BRZYCKI: "b", Formula.WATHAN: "w"}
TOP, MOST, LONGEST = "t", "m", "l"
_SHOWN = 11  # columns of a set in `_lean`


@dataclass(frozen=True, slots=True)
class Pick(TypedSet):
    """A set to be named. `grade` is that of an estimate from it, or nothing."""

    grade: str
    at_least: bool


class AtLoad(NamedTuple):
    """Most reps (of the weaker side) at a load on the scale of `scale.py`, 0 for body weight: "62.5", "kg", "8/10"."""

    load: int
    reps: int
    weight: str
    unit: str
    counted: str


def write_picks(picks: Iterable[tuple[str, Pick]]) -> str:
    """The sets with the letters of what each was picked for."""
    return _dump([[keys, one.count, one.timed, one.grade, one.at_least, *_lean(one.raw)] for keys, one in picks])


def read_picks(text: str) -> Mapping[str, Pick]:
    """Each set by its letter."""
    found: dict[str, Pick] = {}
    for keys, count, timed, grade, least, *raw in json.loads(text):
        pick = Pick(_full(raw), count, timed, grade, least)
        found.update(dict.fromkeys(keys, pick))
    return found


def write_loads(loads: Iterable[AtLoad]) -> str:
    return _dump(list(loads))


def read_loads(text: str) -> list[AtLoad]:
    return [AtLoad(*each) for each in json.loads(text)] if text else []


def _lean(raw: Raw) -> list[object]:
    """Without what is not shown, and without what is missing at the end."""
    shown: list[object] = [raw.text, raw.unit, raw.reps, _plain(raw.rir), raw.style, raw.mode, raw.kind]
    shown += [_plain(raw.rpe), raw.left, raw.right, raw.seconds]
    while shown[-1] is None:
        shown.pop()
    return shown


def _plain(number: str | None) -> str | None:
    """PostgreSQL says "8.0" where SQLite says "8"."""
    return None if number is None else plain(Decimal(number))


def _full(lean: list[Any]) -> Raw:
    whole = [*lean, *[None] * (_SHOWN - len(lean))]
    text, unit, reps, rir, style, mode, kind, rpe, left, right, seconds = whole
    return Raw(style, True, kind, mode, text, None, unit, reps, left, right, seconds, rir, rpe)


def _dump(value: object) -> str:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)
