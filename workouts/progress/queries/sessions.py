"""The sessions of one exercise, oldest first: two statements, and cheap enough for ten years of them."""

import datetime
from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Self
from uuid import UUID

from django.db.models import F

from workouts.accounts.models import User
from workouts.catalogue.models import Exercise
from workouts.log.models import LoggedSet, PerformedExercise
from workouts.progress.queries.sets import COLUMNS, DoneSet, Raw, judge


@dataclass(frozen=True, slots=True)
class Session:
    """One workout's working sets of the exercise, in the order they were done. Weights in exact grams.

    `best` is the set with the highest estimate; where none has one, the heaviest, then the one with most reps.
    """

    uid: UUID
    day: datetime.date
    sets: list[DoneSet]
    pain: bool
    deload: bool
    best: DoneSet
    volume: Decimal

    @classmethod
    def of(cls, uid: UUID, day: datetime.date, sets: list[DoneSet], *, pain: bool, deload: bool) -> Self:
        """A session of at least one set."""
        best = max(sets, key=lambda one: (one.estimate_grams, one.load or 0, one.count))
        return cls(uid, day, sets, pain, deload, best, sum([one.volume for one in sets], Decimal(0)))

    @property
    def judged(self) -> bool:
        """Whether it can set a record: neither a deload nor painful."""
        return not (self.pain or self.deload)

    @property
    def reps(self) -> int:
        """Of all sets, both sides together."""
        return sum(one.reps for one in self.sets)

    @property
    def seconds(self) -> int:
        return sum(one.count for one in self.sets if one.timed)

    def most(self, *, timed: bool) -> DoneSet | None:
        """The set with the longest hold, or with most reps; None without such a set."""
        sets = [one for one in self.sets if one.timed == timed and one.count]
        return max(sets, key=lambda one: one.count, default=None)


def sessions_of(user: User, exercise: Exercise) -> list[Session]:
    """Oldest first. Warm-ups and deleted rows are left out; a workout of warm-ups alone is no session."""
    performed = PerformedExercise.objects.of(user).live().filter(exercise=exercise)
    done = _sets(user, exercise)
    found: dict[UUID, Session] = {}
    rows = performed.order_by("workout__day", F("workout__started_at").asc(nulls_first=True), "pk").values_list(
        "pk", "rep_style", "pain", "deload", "workout__uid", "workout__day"
    )
    per_hand = exercise.load_type == Exercise.LoadType.DUMBBELL_PAIR
    known: dict[Raw, DoneSet] = {}
    for pk, style, pain, deload, uid, day in rows:
        judged = []
        for fields in done.get(pk, ()):
            raw = Raw(style, not (pain or deload), *fields)
            if raw not in known:
                known[raw] = judge(raw, per_hand=per_hand)
            judged.append(known[raw])
        if judged:
            session = Session.of(uid, day, judged, pain=pain, deload=deload)
            found[uid] = _together(found[uid], session) if uid in found else session
    return list(found.values())


def _together(first: Session, second: Session) -> Session:
    """An exercise done twice in one workout is one session."""
    pain, deload = first.pain or second.pain, first.deload or second.deload
    return Session.of(first.uid, first.day, first.sets + second.sets, pain=pain, deload=deload)


def _sets(user: User, exercise: Exercise) -> dict[int, list[tuple[Any, ...]]]:
    """`COLUMNS` of the sets in order, by exercise as performed."""
    rows = (
        LoggedSet.objects.live()
        .working()
        # The owner of the exercise as performed, not the set's: with both, SQLite reads every set of the lifter's.
        .filter(performed__owner=user, performed__exercise=exercise, performed__deleted_at=None)
        .order_by("position", "pk")
        .values_list("performed_id", *COLUMNS)
    )
    found: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for row in rows:
        found[row[0]].append(row[1:])
    return found
