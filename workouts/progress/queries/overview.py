"""The overview: what was logged, and one week with what its numbers are made of. Its statements do not grow."""

import datetime
from dataclasses import dataclass

from django.db.models import Count, Max

from workouts.accounts.models import User
from workouts.log.models import LoggedSet, PerformedExercise
from workouts.progress.queries.sets import COLUMNS, DoneSet, Raw, judge
from workouts.progress.queries.tallies import Weights, tallies_of
from workouts.progress.queries.weeks import DAY, WEEK, Rolling, Week, monday_of, rolling_of, week_key, weeks_of
from workouts.shared.language.translated import said

WEEKS = 8


@dataclass(frozen=True, slots=True)
class Logged:
    """An exercise the lifter has logged, with its newest day, the heaviest set then, and how many sessions it had."""

    name: str
    slug: str
    group: str
    day: datetime.date
    top: DoneSet
    sessions: int


@dataclass(frozen=True, slots=True)
class Overview:
    """`weeks` are the last eight up to the one that is shown, oldest first; `rolling` is there with the current one."""

    logged: list[Logged]
    weeks: list[Week]
    rolling: Rolling | None
    current: bool

    @property
    def week(self) -> Week:
        return self.weeks[-1]

    @property
    def height(self) -> int:
        """Of the drawing of the weeks: see `Week.plates`."""
        return 12 * max(len(week.plates) for week in self.weeks)

    @property
    def before(self) -> str:
        return week_key(self.week.monday - WEEK)

    @property
    def after(self) -> str:
        return week_key(self.week.monday + WEEK)


@dataclass(frozen=True, slots=True)
class _Known:
    """An exercise with a working set: how many workouts, and the newest day."""

    name: str
    slug: str
    sessions: int
    newest: datetime.date


def overview(user: User, *, today: datetime.date, monday: datetime.date) -> Overview:
    """With the week that begins on `monday`. Four statements, however long the history is."""
    known = _known(user)
    weights = Weights.of(known, user)
    tops = _top_sets(user, {pk: one.newest for pk, one in known.items()})
    logged = [
        Logged(one.name, one.slug, weights.leading(pk), one.newest, tops[pk], one.sessions)
        for pk, one in known.items()
        if pk in tops
    ]
    logged.sort(key=lambda one: (one.day, one.sessions), reverse=True)
    mondays = [monday - WEEK * n for n in reversed(range(WEEKS))]
    tallies = tallies_of(user, mondays[0], monday + 6 * DAY)
    names = {pk: (one.name, one.slug) for pk, one in known.items()}
    current = monday == monday_of(today)
    return Overview(
        logged=logged,
        weeks=weeks_of(user, tallies, weights, names, mondays),
        rolling=rolling_of(tallies, weights, names, today) if current else None,
        current=current,
    )


def _known(user: User) -> dict[int, _Known]:
    # The whole history, but from the figures alone: no set is read, and a row of the answer is an exercise.
    rows = PerformedExercise.objects.of(user).live().filter(work_sets__gt=0).order_by()
    counted = rows.values_list("exercise", said("exercise__name"), "exercise__slug").annotate(
        count=Count("workout", distinct=True), newest=Max("day")
    )
    return {pk: _Known(*rest) for pk, *rest in counted}


def _top_sets(user: User, newest: dict[int, datetime.date]) -> dict[int, DoneSet]:
    """The heaviest working set of each exercise on its newest day, the one with most reps of equals.

    One statement, over the workouts of these days: as many as there are exercises, however long the history is.
    """
    rows = (
        LoggedSet.objects.live()
        .working()
        .order_by()
        # See `tallies_of`.
        .filter(performed__workout__owner=user, performed__workout__deleted_at=None)
        .filter(performed__workout__day__in=set(newest.values()))
        .values_list("performed__exercise", "performed__workout__day", "performed__rep_style", *COLUMNS)
    )
    tops: dict[int, DoneSet] = {}
    for pk, day, style, *fields in rows:
        if newest.get(pk) != day:
            continue
        done = judge(Raw(style, True, *fields), per_hand=False)
        if pk not in tops or (done.load or 0, done.count) > (tops[pk].load or 0, tops[pk].count):
            tops[pk] = done
    return tops
