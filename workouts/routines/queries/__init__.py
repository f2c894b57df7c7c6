"""What the routine pages read: doses, rest, and weekly sets per group."""

from workouts.routines.queries.doses import GUIDE_ROUTINE, Dose, RoutinePage, Row, all_routines, dose_of, routine_page
from workouts.routines.queries.own import (
    OwnPage,
    exercises_for,
    fingerprint,
    own_page,
    own_routine,
    routine_for,
    routines_for,
    routines_seen,
)
from workouts.routines.queries.printed import PrintedRow, printed_routine, printed_rows
from workouts.routines.queries.volume import (
    BAND_WORDS,
    Coverage,
    GroupSets,
    WeeklyVolume,
    coverage,
    sets_per_session,
    weekly_volume,
)

__all__ = [
    "BAND_WORDS",
    "GUIDE_ROUTINE",
    "Coverage",
    "Dose",
    "GroupSets",
    "OwnPage",
    "PrintedRow",
    "RoutinePage",
    "Row",
    "WeeklyVolume",
    "all_routines",
    "coverage",
    "dose_of",
    "exercises_for",
    "fingerprint",
    "own_page",
    "own_routine",
    "printed_routine",
    "printed_rows",
    "routine_for",
    "routine_page",
    "routines_for",
    "routines_seen",
    "sets_per_session",
    "weekly_volume",
]
