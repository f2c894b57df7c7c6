"""Judging one logged session by its own prescription. Source: training-science 3.5."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

from workouts.science.progression.model import Prescription, Session, WorkingSet

ZERO = Decimal(0)


class Verdict(Enum):
    """Classes of a session, in the order in which they are tried."""

    BIGMISS = auto()
    MISS = auto()
    DROPPED = auto()
    INCOMPLETE = auto()
    TOOLIGHT = auto()
    TOPEASY = auto()
    TOP = auto()
    TOPHARD = auto()
    INRANGE = auto()


@dataclass(frozen=True, slots=True)
class Judged:
    """A session's verdict, its working weight W, the sets that were judged, and what they were judged by."""

    weight: Decimal
    verdict: Verdict
    sets: tuple[WorkingSet, ...]
    prescription: Prescription

    @property
    def total(self) -> int:
        """Repetitions of all judged sets together."""
        return sum(one.reps for one in self.sets)

    @property
    def fewest(self) -> WorkingSet:
        """The judged set with the fewest repetitions, the first of equals."""
        return min(self.sets, key=lambda one: one.reps)

    @property
    def min_rir(self) -> Decimal | int | None:
        """Fewest reps in reserve over the judged sets that have any logged, else None."""
        return min((one.rir for one in self.sets if one.rir is not None), default=None)

    @property
    def all_at_top(self) -> bool:
        """Whether every judged set reached the top of its range."""
        return self.fewest.reps >= self.prescription.high


def judge_all(history: Iterable[Session], current: Prescription) -> Iterator[Judged]:
    """Judge sessions in the order given, one at a time as asked for; those without sets are left out."""
    for session in history:
        if session.sets:
            yield _judged_once(session, session.prescription or current)


def _judged_once(session: Session, prescription: Prescription) -> Judged:
    known = session.judged
    if not known or known[0].prescription is not prescription:
        known[:] = [judge(session.sets, prescription)]
    return known[0]


def judge(sets: tuple[WorkingSet, ...], prescription: Prescription) -> Judged:
    """Judge the working sets (at least one) of a session."""
    weight, enough = _working_weight(sets, prescription)
    judged = tuple(one for one in sets if prescription.bodyweight or one.weight >= weight)[: prescription.sets]
    verdict = _verdict(judged, len(sets) > len(judged), prescription) if enough else Verdict.INCOMPLETE
    return Judged(weight, verdict, judged, prescription)


def _working_weight(sets: tuple[WorkingSet, ...], prescription: Prescription) -> tuple[Decimal, bool]:
    """Return W, and whether half of the prescribed sets (rounded up) used W or more."""
    half = (prescription.sets + 1) // 2
    enough = len(sets) >= half
    if prescription.bodyweight:
        return ZERO, enough
    heaviest_first = sorted((one.weight for one in sets), reverse=True)
    return heaviest_first[half - 1 if enough else 0], enough


def _verdict(judged: tuple[WorkingSet, ...], others: bool, prescription: Prescription) -> Verdict:
    reps = [one.reps for one in judged]
    # The mean against low - 2, without dividing.
    if sum(reps) < (prescription.low - 2) * len(reps):
        return Verdict.BIGMISS
    if min(reps) < prescription.low:
        return Verdict.MISS
    if len(judged) < prescription.sets:
        # What was not judged, when too few were, can only have been lighter.
        return Verdict.DROPPED if others else Verdict.INCOMPLETE
    return _by_effort(judged, min(reps) >= prescription.high, prescription.target_rir)


def _by_effort(judged: tuple[WorkingSet, ...], all_at_top: bool, target: Decimal | int) -> Verdict:
    known = [one.rir for one in judged if one.rir is not None]
    spare = min(known) - target if known else None
    if spare is not None and spare >= 3:
        return Verdict.TOOLIGHT
    if not all_at_top:
        return Verdict.INRANGE
    if spare is not None and spare >= 2:
        return Verdict.TOPEASY
    return Verdict.TOP if spare is None or spare >= -1 else Verdict.TOPHARD
