"""The lifter's next session on paper: targets, plates and warm-ups beside the blank cells."""

import datetime
from dataclasses import dataclass

from workouts.accounts.models import User
from workouts.coach.queries import Target, next_session
from workouts.log.models import Workout
from workouts.routines.models import Prescription, Routine
from workouts.routines.queries import PrintedRow, printed_rows, routine_for


@dataclass(frozen=True, slots=True)
class AimedRow:
    """An exercise on her sheet: as printed for everybody, with her target."""

    printed: PrintedRow
    target: Target


@dataclass(frozen=True, slots=True)
class PrintedSession:
    """A routine's next session on paper; no rows while nothing stands in the routine."""

    routine: Routine
    rows: list[AimedRow]


def printed_session(
    user: User, slug: str, today: datetime.date, *, but: Workout | None = None
) -> PrintedSession | None:
    """The sheet of the routine that she means by `slug` (her own copy first) on her local date; None where there is no
    such routine. `but` is a workout in progress. Four statements, however long the history is."""
    session = next_session(user, slug, today, but=but)
    if session is None:
        routine = routine_for(user, slug)
        return PrintedSession(routine, []) if routine else None
    doses = [target.dose for target in session.targets if isinstance(target.dose, Prescription)]
    rows = zip(printed_rows(doses), session.targets, strict=True)
    return PrintedSession(session.routine, [AimedRow(printed, target) for printed, target in rows])
