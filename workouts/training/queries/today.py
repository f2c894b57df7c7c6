"""What /today/ says: the verdict, the week's goal, the next session and the week's sets."""

import datetime
from dataclasses import dataclass

from django.utils.translation import gettext as _

from workouts.accounts.models import Preferences, User
from workouts.coach.queries import GroupSets, NextSession, deload_reason, leg_days, next_session, week_sets
from workouts.log.models import Workout
from workouts.log.queries import open_workout
from workouts.routines.queries import GUIDE_ROUTINE
from workouts.science.progression.deload import DeloadReason
from workouts.science.readiness import Readiness, readiness
from workouts.training.queries.goal import Goal, goal_of


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayPage:
    """All of /today/. `session` is None while the site has no routine; `since` counts days since the last leg day;
    `deload` is why a lighter week is offered, if it is."""

    day: datetime.date
    open_workout: Workout | None
    readiness: Readiness
    since: int | None
    goal: Goal
    session: NextSession | None
    week: list[GroupSets]
    deload: DeloadReason | None

    @property
    def under_way(self) -> bool:
        """Whether today's workout is the one that is open: then there is nothing to advise."""
        return self.open_workout is not None and self.open_workout.day == self.day

    @property
    def begun(self) -> bool:
        """Whether anything was ever trained here."""
        return self.since is not None or (self.session is not None and any(each.last for each in self.session.targets))

    @property
    def rests(self) -> bool:
        """Whether the advice is to wait: a workout may be started all the same."""
        return self.readiness.code in {"trained_today", "rest_day", "three_in_seven_days"}

    @property
    def trained(self) -> bool:
        """Whether this week has sets to show."""
        return any(each.sets for each in self.week)


def today_page(user: User, now: datetime.datetime) -> TodayPage:
    """The page at `now` (aware). Six statements, whatever the history, and one more where something hurt; with
    session, user and reminder ten at most."""
    preferences: Preferences = user.preferences
    day = preferences.today(now)
    monday = day - datetime.timedelta(days=day.weekday())
    days = leg_days(user)
    state = readiness(days, day)
    current = open_workout(user)
    session = next_session(user, GUIDE_ROUTINE, day, but=current)
    return TodayPage(
        day=day,
        open_workout=current,
        readiness=state,
        since=max((day - days[0]).days, 0) if days else None,
        goal=goal_of(preferences, [each for each in days if monday <= each <= day], state, day),
        session=session,
        week=week_sets(user, monday),
        deload=deload_reason(session.targets, days, day, preferences.deload_declined)
        if session and not current
        else None,
    )


def headline(page: TodayPage) -> str:
    """The verdict in a few words."""
    state, today = page.readiness, page.day
    if page.under_way:
        return _("Leg day is under way.")
    if state.code == "rest_day" and state.next_day == today + datetime.timedelta(days=1):
        return _("Rest today. Legs tomorrow.")
    return {
        "first": _("Your first leg day."),
        "trained_today": _("Done for today."),
        "rest_day": _("Rest today."),
        "three_in_seven_days": _("Rest for now."),
        "ready": _("Ready for legs."),
        "few_days": _("Ready for legs."),
        "return_hold": _("Back to legs."),
        "return_lighter": _("Back to legs."),
    }[state.code]
