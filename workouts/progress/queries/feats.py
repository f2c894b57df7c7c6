"""What of each session can be a record: a few numbers of every session there is, in one statement.

Records look at ten years whatever range is shown, and need little of each session.
"""

import datetime
from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID

from django.db.models import CharField
from django.db.models.functions import Cast

from workouts.accounts.models import User
from workouts.catalogue.models import Exercise
from workouts.log.figures.scale import KG, LB
from workouts.log.models import Workout
from workouts.progress.queries.sessions import Session, in_order, joined, rows_of
from workouts.science.one_rep_max import Formula


class Feat(NamedTuple):
    """One time the exercise was done, as in `Session`; `day` as text, volume without the second hand."""

    workout: int
    day: str
    e1rm: int | None
    volume_kg: int
    volume_lb: int
    longest: int | None
    loads: str
    picks: str

    @property
    def date(self) -> datetime.date:
        return datetime.date.fromisoformat(self.day)

    @property
    def volume(self) -> int:
        return self.volume_kg * KG + self.volume_lb * LB


def feats_of(user: User, exercise: Exercise, formula: Formula) -> list[Feat]:
    """Oldest first, without deloads and painful ones; an exercise done twice in one workout is one. One statement."""
    rows = rows_of(user, exercise).filter(pain=False, deload=False).order_by(*in_order())
    day = Cast("day", CharField())
    columns = ("workout_id", day, formula.value, "volume_kg", "volume_lb", "longest", "loads", "picks")
    found: list[Feat] = []
    for row in rows.values_list(*columns):
        feat = Feat._make(row)
        if found and found[-1].workout == feat.workout:
            found[-1] = _together(found[-1], feat)
        else:
            found.append(feat)
    return found


def from_sessions(sessions: Iterable[Session], *, hands: int) -> list[Feat]:
    """The same from sessions that were read whole, as for a chart of all there is: nothing is asked for twice."""
    return [
        Feat(
            one.workout,
            one.day.isoformat(),
            one.e1rm,
            one.volume_kg // hands,
            one.volume_lb // hands,
            one.longest,
            one.loads,
            one.text,
        )
        for one in sessions
        if not (one.pain or one.deload)
    ]


def _together(one: Feat, other: Feat) -> Feat:
    better = max(one, other, key=lambda each: each.e1rm or 0)
    return better._replace(
        volume_kg=one.volume_kg + other.volume_kg,
        volume_lb=one.volume_lb + other.volume_lb,
        longest=max(one.longest or 0, other.longest or 0) or None,
        loads=joined([one.loads, other.loads]),
    )


def places(user: User, workouts: Iterable[int]) -> dict[int, UUID]:
    """The ids of workouts by key, for links. One statement."""
    return dict(Workout.objects.of(user).filter(pk__in=set(workouts)).values_list("pk", "uid"))
