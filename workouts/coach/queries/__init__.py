"""What this lifter's log says of the next session: targets with reasons, rest days, the week's sets."""

from workouts.coach.queries.first import Calibration, calibration
from workouts.coach.queries.gear import Kit, gym_of, listed_weights
from workouts.coach.queries.offers import deload_reason
from workouts.coach.queries.past import Past, PastSet
from workouts.coach.queries.ramp import plan_of
from workouts.coach.queries.recent import recent
from workouts.coach.queries.session import NextSession, next_session, with_plans, with_swaps
from workouts.coach.queries.targets import Target, targets
from workouts.coach.queries.week import GroupSets, lead_group, leg_days, week_sets

__all__ = [
    "Calibration",
    "GroupSets",
    "Kit",
    "NextSession",
    "Past",
    "PastSet",
    "Target",
    "calibration",
    "deload_reason",
    "gym_of",
    "lead_group",
    "leg_days",
    "listed_weights",
    "next_session",
    "plan_of",
    "recent",
    "targets",
    "week_sets",
    "with_plans",
    "with_swaps",
]
