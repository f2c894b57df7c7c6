"""Sessions in which an exercise came to a plateau: the rule of the coach (training-science 3.5, rule 9) over a whole
history. Each session was judged by its own prescription when it was written; see `log/figures/stalls.py`."""

from collections.abc import Iterable

from workouts.progress.queries.sessions import Session
from workouts.science.progression.runs import STALE_SESSIONS


def plateaus_of(sessions: Iterable[Session]) -> set[int]:
    """The workouts (by key) in which a run first went four sessions without a new best total.

    `sessions` oldest first, without deloads and painful ones. One that rose, was cut short or had no prescription
    ends a run.
    """
    found: set[int] = set()
    weight: int | None = None
    best = stale = 0
    told = False
    for session in sessions:
        if session.stall_weight is None or session.stall_weight != weight:
            weight, best, stale, told = session.stall_weight, session.stall_total or 0, 0, False
            continue
        total = session.stall_total or 0
        best, stale = (total, 0) if total > best else (best, stale + 1)
        if stale >= STALE_SESSIONS and session.stall_in_range and not told:
            found.add(session.workout)
            told = True
    return found
