"""Advice, to read: what the next session aims at and why, and whether today is a day for it."""

import datetime
from typing import Any

from django.http import Http404
from django.utils import timezone
from ninja import Query, Router

from workouts.accounts.callers import reader
from workouts.coach.queries import NextSession, Target, deload_reason, leg_days, next_session, week_sets
from workouts.coach.schemas import NextSessionOut, ReadinessOut, SessionAsked
from workouts.log.queries import open_workout
from workouts.routines.queries import GUIDE_ROUTINE
from workouts.science.readiness import readiness as judged
from workouts.science.units import plain
from workouts.shared.problems import Problem
from workouts.shared.requests import MemberRequest

router = Router(tags=["advice"])


@router.get(
    "/next-session",
    auth=reader,
    response={200: NextSessionOut, 404: Problem},
    summary="Targets of the next session",
)
def next_targets(request: MemberRequest, asked: Query[SessionAsked]) -> dict[str, Any]:
    """A target and its reason for each exercise of the routine, on your local date, in the words of the page Today."""
    day = _today(request)
    session = _session(request, asked.routine, day)
    if session is None:
        raise Http404
    return {
        "routine": session.routine.slug,
        "name": session.routine.name,
        "day": day,
        "targets": [_target(each) for each in session.targets],
    }


@router.get("/readiness", auth=reader, response=ReadinessOut, summary="Whether today is a leg day")
def readiness(request: MemberRequest) -> dict[str, Any]:
    """Advice on rest days, the offer of a lighter week, and this week's sets for each muscle group."""
    day, user = _today(request), request.user
    days = leg_days(user)
    state = judged(days, day)
    session = _session(request, GUIDE_ROUTINE, day)
    offered = deload_reason(session.targets, days, day, user.preferences.deload_declined) if session else None
    monday = day - datetime.timedelta(days=day.weekday())
    return {
        "day": day,
        "state": state.state,
        "code": state.code,
        "next_day": state.next_day,
        "deload": str(offered) if offered else None,
        "week": [
            {"group": each.group.slug, "name": each.group.name, "sets": plain(each.sets), "band": each.band}
            for each in week_sets(user, monday)
        ],
    }


def _today(request: MemberRequest) -> datetime.date:
    return request.user.preferences.today(timezone.now())


def _session(request: MemberRequest, slug: str, day: datetime.date) -> NextSession | None:
    """Without the workout in progress, whose sets are no last time yet."""
    return next_session(request.user, slug, day, but=open_workout(request.user))


def _target(target: Target) -> dict[str, Any]:
    names = ("sets", "low", "high", "rep_style", "per_hand", "load_mode", "action", "headline", "reason")
    return {name: getattr(target, name) for name in names} | {
        "exercise": target.dose.exercise.slug,
        "name": target.dose.exercise.name,
        "weight": target.weight_text or None,
        "unit": target.unit.value,
        "rir": plain(target.rir),
        "warm_up": [{"weight": plain(each.weight), "reps": each.reps} for each in target.warm_up],
        "instead": [text for text, _exercise in target.swaps],
    }
