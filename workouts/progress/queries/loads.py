"""Most reps at each load of an exercise: a record for every weight on the bar, not for the heaviest alone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from workouts.log.figures import AtLoad, read_loads
from workouts.log.figures.scale import SAME_LOAD
from workouts.progress.queries.sessions import Session
from workouts.shared.language.numbers import spoken


@dataclass(frozen=True, slots=True)
class RepRecord:
    """Most reps at one load, and when that was done first."""

    at: AtLoad
    session: Session

    @property
    def load(self) -> str:
        """ "60 kg"; words for body weight alone."""
        return f"{spoken(self.at.weight)} {self.at.unit}" if self.at.weight else _("body weight")


def most_reps(sessions: Iterable[Session]) -> list[RepRecord]:
    """The records of judged `sessions` (oldest first), heaviest load first. Loads that differ by less than 5 g are
    one: the same plates, typed in the other unit."""
    # Who did just what somebody had done before sets no record, so each text is read once.
    first: dict[str, Session] = {}
    for session in sessions:
        first.setdefault(session.loads, session)
    found: dict[int, RepRecord] = {}
    for text, session in first.items():
        for at in read_loads(text):
            held = found.get(at.load)
            if held is None or at.reps > held.at.reps:
                found[at.load] = RepRecord(at, session)
    return _merged([found[load] for load in sorted(found, reverse=True)])


def _merged(records: Sequence[RepRecord]) -> list[RepRecord]:
    merged: list[RepRecord] = []
    top = 0
    for record in records:
        if merged and top - record.at.load < SAME_LOAD:
            held = merged[-1]
            if (record.at.reps, held.session.day) > (held.at.reps, record.session.day):
                merged[-1] = record
        else:
            merged.append(record)
            top = record.at.load
    return merged
