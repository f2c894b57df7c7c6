"""The sessions of one exercise, oldest first, from the figures that are kept with each.

A chart of ten years takes 1,560 of them: each is a row of plain numbers, as the database gives it, and each distinct
text is read once.
"""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import CharField, F, IntegerField, QuerySet
from django.db.models.functions import Cast

from workouts.accounts.models import User
from workouts.catalogue.models import Exercise
from workouts.log.figures import Pick, read_picks
from workouts.log.figures.scale import KG, LB
from workouts.log.figures.texts import BEST, LONGEST, MOST, TOP
from workouts.log.models import PerformedExercise
from workouts.science.one_rep_max import Formula


@dataclass(slots=True)
class Session:
    """One workout's working sets of the exercise. Loads and estimates as in `log/figures/scale.py`, volume in
    thousandths of each unit with both hands, reps of both sides together.

    `best` is the set with the highest estimate; where none has one, the heaviest, then the one with most reps. `text`
    is what the picks were read from.
    """

    workout: int
    day: datetime.date
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
    picks: Mapping[str, Pick]
    best: Pick

    @property
    def judged(self) -> bool:
        """Whether it can set a record: neither a deload nor painful."""
        return not (self.pain or self.deload)

    @property
    def volume(self) -> int:
        """Weight times reps of both units, on the scale of loads."""
        return self.volume_kg * KG + self.volume_lb * LB

    @property
    def top(self) -> Pick | None:
        """The heaviest set that was completed, of equals the one with most reps."""
        return self.picks.get(TOP)

    def most(self, *, timed: bool) -> Pick | None:
        """The set with the longest hold, or with most reps; None without such a set."""
        return self.picks.get(LONGEST if timed else MOST)


def in_order(prefix: str = "") -> tuple[Any, ...]:
    """The order of sessions: by day, then by the hour; of a day without hours, as they were written."""
    started = F(f"{prefix}started_at").asc(nulls_first=True)
    return (f"{prefix}day", started, f"{prefix}workout", f"{prefix}pk")


def columns(formula: Formula) -> tuple[Any, ...]:
    """What `read` takes. Days and flags come in the database's own form: converting ten years of them would take
    longer than reading them."""
    flags = (Cast(name, IntegerField()) for name in ("pain", "deload"))
    middle = ("volume_kg", "volume_lb", "work_reps", "work_seconds", "left_reps", "right_reps", "top_load", "top_reps")
    stall = ("stall_weight", "stall_total", Cast("stall_in_range", IntegerField()), "longest")
    return ("workout_id", Cast("day", CharField()), *flags, formula.value, *middle, *stall, "loads", "picks")


def rows_of(user: User, exercise: Exercise) -> "QuerySet[PerformedExercise]":
    """Every time she did it. Warm-ups and deleted rows are left out; a workout of warm-ups alone is no session."""
    return PerformedExercise.objects.of(user).live().filter(exercise=exercise, work_sets__gt=0)


def sessions_of(user: User, exercise: Exercise, formula: Formula, since: datetime.date | None = None) -> list[Session]:
    """Oldest first, from the day `since` on. One statement."""
    rows = rows_of(user, exercise)
    rows = rows.filter(day__gte=since) if since else rows
    per_hand = exercise.load_type == Exercise.LoadType.DUMBBELL_PAIR
    return read(rows.order_by(*in_order()).values_list(*columns(formula)), formula, per_hand=per_hand)


def read(rows: Iterable[tuple[Any, ...]], formula: Formula, *, per_hand: bool) -> list[Session]:
    """Sessions from rows of `columns`. An exercise done twice in one workout is one session."""
    letter, hands = BEST[formula], 2 if per_hand else 1
    known: dict[str, Mapping[str, Pick]] = {}
    found: list[Session] = []
    for row in rows:
        workout, day, pain, deload, e1rm, kg, lb, reps, seconds, left, right, top, top_reps, *rest = row
        stall_weight, stall_total, stall_in_range, longest, loads, text = rest
        picks = known.get(text)
        if picks is None:
            picks = known[text] = read_picks(text)
        session = Session(
            workout,
            datetime.date.fromisoformat(day),
            bool(pain),
            bool(deload),
            e1rm,
            kg * hands,
            lb * hands,
            reps,
            seconds,
            left,
            right,
            top,
            top_reps,
            stall_weight,
            stall_total,
            bool(stall_in_range),
            longest,
            loads,
            text,
            picks,
            picks[letter],
        )
        if found and found[-1].workout == workout:
            found[-1] = together([found[-1], session])
        else:
            found.append(session)
    return found


def together(sessions: Sequence[Session]) -> Session:
    """Sessions as if they were one, on the first one's day: the best of their sets, the sums of their work."""
    first = sessions[0]
    heaviest = max(sessions, key=lambda one: (one.top_load or 0, one.top_reps or 0))
    best = max(sessions, key=lambda one: (one.e1rm or 0, one.top_load or 0, one.best.count))
    picks = {TOP: heaviest.top, **{letter: _longer(sessions, letter) for letter in (MOST, LONGEST)}}
    return replace(
        first,
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
        text=best.text,
        loads=joined(one.loads for one in sessions),
        picks={letter: pick for letter, pick in picks.items() if pick},
        best=best.best,
    )


def joined(loads: Iterable[str]) -> str:
    """Several texts of best reps at each load (JSON lists) as one."""
    return "".join(loads).replace("][", ",")


def _longer(sessions: Sequence[Session], letter: str) -> Pick | None:
    return max((one.picks[letter] for one in sessions if letter in one.picks), key=lambda one: one.count, default=None)


def _sum(sides: Iterable[int | None]) -> int | None:
    given = [one for one in sides if one is not None]
    return sum(given) if given else None
