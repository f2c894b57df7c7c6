"""What this lifter's log says of the next session: targets with reasons, rest days, the week's sets."""

from workouts.coach.queries.recent import Past, recent
from workouts.coach.queries.session import NextSession, next_session
from workouts.coach.queries.targets import Target, targets
from workouts.coach.queries.week import GroupSets, lead_group, leg_days, week_sets

__all__ = [
    "GroupSets",
    "NextSession",
    "Past",
    "Target",
    "lead_group",
    "leg_days",
    "next_session",
    "recent",
    "targets",
    "week_sets",
]
