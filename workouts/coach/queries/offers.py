"""The offer of a lighter week: read from the same history as the targets. Source: training-science 3.5."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from workouts.catalogue.models import LoadMode, RepStyle
from workouts.coach.queries.reading import Sessions
from workouts.coach.queries.recent import asked
from workouts.coach.queries.targets import Target
from workouts.science.progression import Action, recommend
from workouts.science.progression.deload import STALL_DAYS, DeloadReason, Stall, deload_offer

# An offer that was put off comes back after so many days.
QUIET_DAYS = 7
_STALLED = {Action.RESET, Action.PLATEAU}


def deload_reason(
    targets: Iterable[Target],
    training_days: Sequence[datetime.date],
    today: datetime.date,
    declined: datetime.date | None,
) -> DeloadReason | None:
    """Why a lighter week is offered today, or None: also for a week after she put it off."""
    if declined is not None and (today - declined).days < QUIET_DAYS:
        return None
    stalls = [stall for found in asked(targets, lambda target: list(_stalls(target, today))) for stall in found]
    return deload_offer(stalls, training_days, today) if stalls else None


def _stalls(target: Target, today: datetime.date) -> Iterator[Stall]:
    """When the exercise came to RESET or PLATEAU lately: its advice as it stood after each session of two weeks.

    A deload since then has answered it.
    """
    if target.rep_style == RepStyle.SECONDS or target.load_mode == LoadMode.ASSISTED:
        return
    lately = list(takewhile(lambda past: (today - past.row.day).days < STALL_DAYS, target.history))
    deload = next((past.row.day for past in lately if past.row.deload), None)
    for at, past in enumerate(past for past in lately if past.counts):
        if deload is not None and past.row.day <= deload:
            return
        action = recommend(target.prescription, Sessions(target.history, target.reader, but=at), gap_days=1).action
        if action in _STALLED:
            yield Stall(target.dose.exercise.slug, past.row.day, action)
