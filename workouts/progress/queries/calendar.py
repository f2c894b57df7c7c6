"""The weeks that were, quietly: sessions against the goal, week by week. Source: training-science 3.8 and 4.4.

A day without training is part of every week and breaks nothing. A week of deloads is planned rest: it neither
lengthens a run nor ends one, and the week that still runs ends none either.
"""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workouts.accounts.models import FIRST_DAY, User
from workouts.log.models import Workout
from workouts.progress.queries.tallies import Tally, Weights, tallies_of
from workouts.progress.queries.weeks import DAY, WEEK, Session, Week, monday_of, sessions_in, week_key, weeks_of

A_PAGE = 13
# How far back a run is followed, the week that runs included.
YEAR = 53


@dataclass(frozen=True, slots=True)
class Run:
    """`met` of the last `of` weeks had the goal's sessions, `length` of them without a gap; `of` begins with the
    first leg session. `whole`: the run may be longer than what was read."""

    met: int
    of: int
    length: int
    whole: bool


@dataclass(frozen=True, slots=True)
class WeeksPage:
    """Thirteen weeks, the newest first; `older` and `newer` as in the address, None where there is nothing."""

    weeks: list[Week]
    run: Run | None
    older: str | None
    newer: str | None
    current: datetime.date

    @property
    def has_sessions(self) -> bool:
        return self.older is not None or self.run is None or bool(self.run.of)

    @property
    def high(self) -> int:
        """Plates to leave room for."""
        return max(max(len(week.sessions), week.high) for week in self.weeks)


def weeks_page(user: User, *, monday: datetime.date, today: datetime.date) -> WeeksPage:
    """The thirteen weeks up to the one that begins on `monday`. Three statements, over a year at most."""
    current = monday_of(today)
    newest = monday == current
    mondays = [monday - WEEK * n for n in range(A_PAGE)]
    first = monday - WEEK * (YEAR - 1) if newest else mondays[-1]
    tallies = tallies_of(user, max(first, FIRST_DAY), monday + 6 * DAY)
    weights = Weights.of({one.exercise for one in tallies}, user)
    return WeeksPage(
        weeks=weeks_of(user, tallies, weights, {}, mondays),
        run=run_of(_by_week(tallies, weights, first, YEAR), user.preferences.goal_low) if newest else None,
        older=week_key(mondays[-1] - WEEK) if _any_before(user, mondays[-1]) else None,
        newer=week_key(min(monday + WEEK * A_PAGE, current)) if monday < current else None,
        current=current,
    )


def _any_before(user: User, day: datetime.date) -> bool:
    return Workout.objects.of(user).live().filter(day__lt=day).exists()


def _by_week(tallies: Iterable[Tally], weights: Weights, first: datetime.date, count: int) -> list[list[Session]]:
    """The sessions of `count` weeks from the Monday `first` on."""
    found: list[list[Session]] = [[] for _n in range(count)]
    for session in sessions_in(tallies, weights):
        found[(session.day - first).days // 7].append(session)
    return found


def run_of(weeks: Sequence[Sequence[Session]], low: int) -> Run:
    """Judges weeks, oldest first, the last one still running, against a goal of `low` sessions."""
    begun = next((n for n, week in enumerate(weeks) if week), len(weeks))
    states = [_state(week, low) for week in weeks[begun:]]
    if states and states[-1] is False:
        states.pop()
    judged = [state for state in states if state is not None]
    length = next((n for n, state in enumerate(reversed(judged)) if not state), len(judged))
    return Run(met=sum(judged), of=len(judged), length=length, whole=begun == 0 and length == len(judged) > 0)


def _state(week: Sequence[Session], low: int) -> bool | None:
    """Whether the goal was met by what was no deload; None for a week of planned rest."""
    if sum(not one.deload for one in week) >= low:
        return True
    return None if any(one.deload for one in week) else False
