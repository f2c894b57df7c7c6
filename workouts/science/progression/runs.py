"""What several sessions say together: misses in a row, and plateaus. Source: training-science 3.5, rules 6 and 9."""

from collections.abc import Iterable, Iterator
from itertools import groupby, islice

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
    """Tell whether the newest run (there is one) has gone four sessions without a new best total."""
    return _is_stale(next(_runs(newest_first)))


def plateaus(newest_first: Iterable[Judged], most: int) -> int:
    """Count the runs, the newest included, that came to a plateau at some session in range.

    Not past `most`, so that no more of the history is looked at than decides.
    """
    count = 0
    for run in map(list, _runs(newest_first)):
        count += any(one.verdict is Verdict.INRANGE and _is_stale(run[at:]) for at, one in enumerate(run))
        if count == most:
            break
    return count


def _runs(newest_first: Iterable[Judged]) -> Iterator[Iterator[Judged]]:
    """The unbroken lines of sessions at one weight that neither rose nor were cut short, each newest first.

    Those that did come as lines of their own: no session of theirs is in range, so they never are a plateau.
    """
    for _kind, line in groupby(newest_first, key=lambda one: (one.weight, one.verdict in _STUCK)):
        yield line


def _is_stale(run: Iterable[Judged]) -> bool:
    """Tell whether four sessions came after the best total of a run; a total only equalled is not a new best.

    Then, and only then, one before the newest four was as good as the best of them: nothing older decides.
    """
    totals = (one.total for one in run)
    best = max(islice(totals, STALE_SESSIONS))
    return any(total >= best for total in totals)
