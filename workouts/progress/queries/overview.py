"""The overview: what was logged, weekly sets per muscle group, sessions a week. Its statements do not grow."""

import datetime
from dataclasses import dataclass

from django.db.models import Count, Exists, Max, OuterRef

from workouts.accounts.models import User
from workouts.catalogue.models import Exercise
from workouts.log.models import LoggedSet, PerformedExercise
from workouts.progress.queries.sets import COLUMNS, DoneSet, Raw, judge
from workouts.progress.queries.weeks import Week, Weights, weeks_of


@dataclass(frozen=True, slots=True)
class Logged:
    """An exercise the lifter has logged, with its newest day, the heaviest set then, and how many sessions it had."""

    exercise: Exercise
    group: str
    day: datetime.date
    top: DoneSet
    sessions: int


@dataclass(frozen=True, slots=True)
class Overview:
    """`weeks` are the last eight, oldest first; the last one is the one that runs."""

    logged: list[Logged]
    weeks: list[Week]

    @property
    def this_week(self) -> Week:
        return self.weeks[-1]

    @property
    def height(self) -> int:
        """Of the drawing of the weeks: see `Week.plates`."""
        return 12 * max(len(week.plates) for week in self.weeks)

    @property
    def last_week(self) -> Week:
        return self.weeks[-2]


def overview(user: User, *, today: datetime.date) -> Overview:
    """Five statements, however long the history is."""
    counts = _sessions(user)
    weights = Weights.of(counts)
    exercises = {one.pk: one for one in Exercise.objects.filter(pk__in=list(counts))}
    tops = _top_sets(user, {pk: day for pk, (_count, day) in counts.items()}, exercises)
    logged = [
        Logged(exercises[pk], weights.leading(pk), day, tops[pk], count)
        for pk, (count, day) in counts.items()
        if pk in tops
    ]
    logged.sort(key=lambda one: (one.day, one.sessions), reverse=True)
    return Overview(logged, weeks_of(user, weights, today=today))


def _sessions(user: User) -> dict[int, tuple[int, datetime.date]]:
    """Workouts with a working set of the exercise, and the newest day, by exercise."""
    working = LoggedSet.objects.of(user).live().working().filter(performed=OuterRef("pk"))
    rows = PerformedExercise.objects.of(user).live().filter(Exists(working)).order_by().values("exercise")
    counted = rows.annotate(count=Count("workout", distinct=True), newest=Max("workout__day"))
    return {row["exercise"]: (row["count"], row["newest"]) for row in counted}


def _top_sets(user: User, newest: dict[int, datetime.date], exercises: dict[int, Exercise]) -> dict[int, DoneSet]:
    """The heaviest working set of each exercise on its newest day, the one with most reps of equals.

    One statement, over the workouts of these days: as many as there are exercises, however long the history is.
    """
    rows = (
        LoggedSet.objects.live()
        .working()
        .order_by()
        # The workout's owner, not the set's, and "live" said once more: asked any other way, SQLite reads every set
        # the lifter ever logged instead of an index by day.
        .filter(performed__workout__owner=user, performed__workout__deleted_at=None)
        .filter(performed__workout__day__in=set(newest.values()))
        .values_list("performed__exercise", "performed__workout__day", "performed__rep_style", *COLUMNS)
    )
    tops: dict[int, DoneSet] = {}
    for pk, day, style, *fields in rows:
        if newest.get(pk) != day or pk not in exercises:
            continue
        done = judge(Raw(style, True, *fields), per_hand=False)
        if pk not in tops or (done.load or 0, done.count) > (tops[pk].load or 0, tops[pk].count):
            tops[pk] = done
    return tops
