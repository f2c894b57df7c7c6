"""The sessions of one exercise, oldest first, from the figures that are kept with each.

Ten years are 1,560 of them, and records look at all: each is the row that the database gave, and what its texts say is
read where somebody asks.
"""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache, partial
from itertools import groupby
from typing import Any, NamedTuple

from django.db.models import CharField, ExpressionWrapper, F, QuerySet
from django.db.models.functions import Cast

from workouts.accounts.models import User
from workouts.catalogue.models import Exercise
from workouts.log.figures import Pick, read_picks
from workouts.log.figures.scale import KG, LB
from workouts.log.figures.texts import BEST, LONGEST, MOST, TOP
from workouts.log.models import PerformedExercise
from workouts.log.queries import raw
from workouts.science.one_rep_max import Formula

# A lifter does the same few sets for years, and looks again after each.
_picks = lru_cache(maxsize=512)(read_picks)


class Session(NamedTuple):
    """One workout's working sets of the exercise. Loads and estimates as in `log/figures/scale.py`, volume in
    thousandths of each unit with one of `hands`, reps of both sides together.

    `on` and `started` are day and hour as text that sorts, `text` what the picks are read from, `letter` that of
    the pick with the highest estimate; `merged` stands for the picks of several sessions.
    """

    workout: int
    on: str
    started: str | None
    pain: bool
    deload: bool
    e1rm: int | None
    volume_kg: int
    volume_lb: int
    reps: int
    seconds: int
    left: int | None
    right: int | None
    top_load: int | None
    top_reps: int | None
    stall_weight: int | None
    stall_total: int | None
    stall_in_range: bool
    longest: int | None
    loads: str
    text: str
    letter: str
    hands: int
    merged: Mapping[str, Pick] | None

    @property
    def day(self) -> datetime.date:
        return datetime.date.fromisoformat(self.on)

    @property
    def judged(self) -> bool:
        """Whether it can set a record: neither a deload nor painful."""
        return not (self.pain or self.deload)

    @property
    def volume(self) -> int:
        """Weight times reps of both units, on the scale of loads."""
        return self.hands * (self.volume_kg * KG + self.volume_lb * LB)

    @property
    def picks(self) -> Mapping[str, Pick]:
        return _picks(self.text) if self.merged is None else self.merged

    @property
    def best(self) -> Pick:
        """The set with the highest estimate; where none has one, the heaviest, then the one with most reps."""
        return self.picks[self.letter]

    @property
    def top(self) -> Pick | None:
        """The heaviest set that was completed, of equals the one with most reps."""
        return self.picks.get(TOP)

    def most(self, *, timed: bool) -> Pick | None:
        """The set with the longest hold, or with most reps; None without such a set."""
        return self.picks.get(LONGEST if timed else MOST)


# What `Session._make` does, without counting the fields of each row.
_new = partial(tuple.__new__, Session)


def in_order(prefix: str = "") -> tuple[Any, ...]:
    """The order of sessions: by day, then by the hour; of a day without hours, as they were written."""
    started = F(f"{prefix}started_at").asc(nulls_first=True)
    return (f"{prefix}day", started, f"{prefix}workout", f"{prefix}pk")


def columns(formula: Formula) -> tuple[Any, ...]:
    """What `read` takes. Days and hours come as text, flags as the driver gives them: making dates of ten years of them
    would take longer than reading them. SQLite's driver does so by a column's type, and leaves expressions alone."""
    day, started = (Cast(name, CharField()) for name in ("day", "started_at"))
    flags = ("pain", "deload", "stall_in_range")
    pain, deload, in_range = (ExpressionWrapper(F(name), output_field=CharField()) for name in flags)
    middle = ("volume_kg", "volume_lb", "work_reps", "work_seconds", "left_reps", "right_reps", "top_load", "top_reps")
    stall = ("stall_weight", "stall_total", in_range)
    return ("workout_id", day, started, pain, deload, formula.value, *middle, *stall, "longest", "loads", "picks")


def rows_of(user: User, exercise: Exercise) -> "QuerySet[PerformedExercise]":
    """Every time she did it. Warm-ups and deleted rows are left out; a workout of warm-ups alone is no session."""
    return PerformedExercise.objects.of(user).live().filter(exercise=exercise, work_sets__gt=0)


def sessions_of(user: User, exercise: Exercise, formula: Formula) -> list[Session]:
    """All there are, oldest first. One statement."""
    # The index has them by day. Days with two are few, and sorting here costs less than having all rows sorted there.
    rows = list(raw(rows_of(user, exercise).order_by("day", "pk").values_list(*columns(formula))))
    if len({row[1] for row in rows}) < len(rows):
        rows.sort(key=lambda row: (row[1], row[2] is not None, row[2] or "", row[0]))
    return read(rows, formula, per_hand=exercise.load_type == Exercise.LoadType.DUMBBELL_PAIR)


def read(rows: Iterable[tuple[Any, ...]], formula: Formula, *, per_hand: bool) -> list[Session]:
    """Sessions from rows of `columns`. An exercise done twice in one workout is one session."""
    rest = (BEST[formula], 2 if per_hand else 1, None)
    found = [_new(row + rest) for row in rows]
    if len({one.workout for one in found}) == len(found):
        return found
    return [together(list(same)) for _workout, same in groupby(found, key=lambda one: one.workout)]


def together(sessions: Sequence[Session]) -> Session:
    """Sessions as if they were one, on the first one's day: the best of their sets, the sums of their work."""
    first = sessions[0]
    if len(sessions) == 1:
        return first
    heaviest = max(sessions, key=lambda one: (one.top_load or 0, one.top_reps or 0))
    best = max(sessions, key=lambda one: (one.e1rm or 0, one.top_load or 0, one.best.count))
    picks = {TOP: heaviest.top, **{letter: _longer(sessions, letter) for letter in (MOST, LONGEST)}}
    return first._replace(
        pain=any(one.pain for one in sessions),
        deload=any(one.deload for one in sessions),
        e1rm=best.e1rm,
        volume_kg=sum(one.volume_kg for one in sessions),
        volume_lb=sum(one.volume_lb for one in sessions),
        reps=sum(one.reps for one in sessions),
        seconds=sum(one.seconds for one in sessions),
        left=_sum(one.left for one in sessions),
        right=_sum(one.right for one in sessions),
        top_load=heaviest.top_load,
        top_reps=heaviest.top_reps,
        stall_weight=None,
        stall_total=None,
        longest=max((one.longest or 0 for one in sessions), default=0) or None,
        loads=joined(one.loads for one in sessions),
        merged={first.letter: best.best, **{letter: pick for letter, pick in picks.items() if pick}},
    )


def joined(loads: Iterable[str]) -> str:
    """Several texts of best reps at each load (JSON lists) as one."""
    return "".join(loads).replace("][", ",")


def _longer(sessions: Sequence[Session], letter: str) -> Pick | None:
    return max((one.picks[letter] for one in sessions if letter in one.picks), key=lambda one: one.count, default=None)


def _sum(sides: Iterable[int | None]) -> int | None:
    given = [one for one in sides if one is not None]
    return sum(given) if given else None
