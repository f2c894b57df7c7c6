"""What several sessions say together: misses in a row, and plateaus. Source: training-science 3.5, rules 6 and 9."""

from collections.abc import Iterable
from itertools import takewhile

from workouts.science.progression.judge import Judged, Verdict

STALE_SESSIONS = 4

_MISSED = frozenset({Verdict.MISS, Verdict.BIGMISS})
_STUCK = frozenset({Verdict.INRANGE, Verdict.MISS, Verdict.TOPHARD})


def misses_in_a_row(newest_first: Iterable[Judged]) -> int:
    """Count misses from the newest back, at the newest one's weight. A session cut short there is passed over."""
    count = 0
    weight = None
    for one in newest_first:
        weight = one.weight if weight is None else weight
        if one.weight != weight or one.verdict not in _MISSED | {Verdict.INCOMPLETE}:
            break
        count += one.verdict in _MISSED
    return count


def is_plateau(newest_first: Iterable[Judged]) -> bool:
    """Tell whether the newest run at one weight has gone four sessions without a new best total."""
    return _stale(_newest_run(newest_first)) >= STALE_SESSIONS


def plateaus(newest_first: Iterable[Judged]) -> int:
    """Count the runs of the whole history, the newest included, that came to a plateau at some session in range."""
    rest = list(newest_first)
    count = 0
    while rest:
        run = _newest_run(rest)
        count += any(
            one.verdict is Verdict.INRANGE and _stale(run[at:]) >= STALE_SESSIONS for at, one in enumerate(run)
        )
        # A session that belongs to no run is passed over on its own.
        rest = rest[max(len(run), 1) :]
    return count


def _newest_run(newest_first: Iterable[Judged]) -> list[Judged]:
    """Return the unbroken line of newest sessions (there is one) at one weight that neither rose nor were cut short."""
    sessions = iter(newest_first)
    first = next(sessions)
    if first.verdict not in _STUCK:
        return []
    same = takewhile(lambda one: one.weight == first.weight and one.verdict in _STUCK, sessions)
    return [first, *same]


def _stale(run: list[Judged]) -> int:
    """Count the sessions of a run (newest first) after its best total; a total only equalled is not a new best."""
    in_time = [one.total for one in reversed(run)]
    return len(in_time) - 1 - in_time.index(max(in_time))
