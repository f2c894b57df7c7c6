"""The user, what she prefers, what she trains with, what she weighs, her tokens, and which accounts are gone."""

from workouts.accounts.models.deleted import DeletedAccount
from workouts.accounts.models.gear import MAX_PAIRS, MAX_RUNGS, MAX_WEIGHT, USUAL_PLATES, ExerciseGear, Gear
from workouts.accounts.models.tokens import ApiCalls, ApiToken
from workouts.accounts.models.user import (
    BODY_WEIGHT_LIMITS,
    FIRST_DAY,
    LAST_DAY,
    BodyWeight,
    Preferences,
    User,
    UserManager,
    known_zone,
)

__all__ = [
    "BODY_WEIGHT_LIMITS",
    "FIRST_DAY",
    "LAST_DAY",
    "MAX_PAIRS",
    "MAX_RUNGS",
    "MAX_WEIGHT",
    "USUAL_PLATES",
    "ApiCalls",
    "ApiToken",
    "BodyWeight",
    "DeletedAccount",
    "ExerciseGear",
    "Gear",
    "Preferences",
    "User",
    "UserManager",
    "known_zone",
]
