"""Records of one exercise: working sets only, deloads and painful ones left out, in the unit they were typed in."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workouts.progress.queries.sessions import Session
from workouts.progress.queries.sets import DoneSet
from workouts.progress.queries.shown import estimate_in, own_unit, volume_in
from workouts.science.one_rep_max import is_record
from workouts.science.units import Unit, equal_load


@dataclass(frozen=True, slots=True)
class Record:
    """One record: number and unit, what it is, and the workout it was done in. `about`: a sum of mixed units."""

    number: str
    unit: str
    what: str
    day: datetime.date
    uid: UUID
    about: bool = False


Found = tuple[Session, DoneSet]


def records_of(sessions: list[Session], unit: Unit) -> list[Record]:
    """The records that stand, of `sessions` (oldest first); the first who did it keeps it. `unit` is the lifter's own,
    for a volume of mixed units."""
    fair = [one for one in sessions if one.judged]
    found = [_heaviest(fair), _best_estimate(fair), *_most_reps(fair), _longest(fair), _most_volume(fair, unit)]
    return [record for record in found if record is not None]


def _all(sessions: Iterable[Session]) -> list[Found]:
    return [(session, one) for session in sessions for one in session.sets if one.count]


def _heaviest(sessions: list[Session]) -> Record | None:
    loaded = [(session, one, one.load) for session, one in _all(sessions) if one.load is not None]
    if not loaded:
        return None
    top = max(load for _session, _one, load in loaded)
    # The same load typed in the other unit is a few grams off; of equal loads the one with most reps counts.
    equal = [(session, one) for session, one, load in loaded if equal_load(load, top)]
    session, done = max(equal, key=lambda pair: pair[1].count)
    what = _("heaviest set, × %(count)s") % {"count": done.counted}
    return Record(done.weight, done.unit.value, what, session.day, session.uid)


def _best_estimate(sessions: list[Session]) -> Record | None:
    """The best e1RM: one that beat the record before it by more than noise."""
    holder: Session | None = None
    for session in sessions:
        best = session.best
        if best.estimate and is_record(best.estimate_grams, holder.best.estimate_grams if holder else None):
            holder = session
    figure = estimate_in(holder.best, holder.best.unit) if holder else None
    if holder is None or figure is None or holder.best.estimate is None:
        return None
    words = {"grade": holder.best.estimate.grade.value}
    least = holder.best.estimate.at_least
    what = _("best estimate, at least this, grade %(grade)s") if least else _("best estimate, grade %(grade)s")
    return Record(figure.text, figure.unit, what % words, holder.day, holder.uid)


def _most_reps(sessions: list[Session]) -> list[Record | None]:
    """Most reps without a load, and with the load that is current: the heaviest of the newest session that had one."""
    done = [pair for pair in _all(sessions) if not pair[1].timed]
    free = [pair for pair in done if not pair[1].weight]
    current = next((load for session in reversed(sessions) if (load := _heaviest_load(session))), None)
    if current is None or current.load is None:
        return [_reps_record(free, _("most reps in a set"))]
    same = [pair for pair in done if pair[1].load is not None and equal_load(pair[1].load, current.load)]
    words = {"weight": current.weight, "unit": current.unit.value}
    return [_reps_record(same, _("most reps at %(weight)s %(unit)s") % words)]


def _heaviest_load(session: Session) -> DoneSet | None:
    return max((one for one in session.sets if one.load and not one.timed), key=lambda one: one.load or 0, default=None)


def _reps_record(done: list[Found], what: str) -> Record | None:
    if not done:
        return None
    session, best = max(done, key=lambda pair: pair[1].count)
    unit = ngettext("rep", "reps", best.count)
    if best.raw.style == "steps":
        unit = _("steps")
    elif best.raw.style == "per_side" or best.raw.left is not None:
        unit = _("per side")
    return Record(best.counted, unit, what, session.day, session.uid)


def _longest(sessions: list[Session]) -> Record | None:
    held = [pair for pair in _all(sessions) if pair[1].timed]
    if not held:
        return None
    session, best = max(held, key=lambda pair: pair[1].count)
    return Record(str(best.count), _("s"), _("longest set"), session.day, session.uid)


def _most_volume(sessions: list[Session], unit: Unit) -> Record | None:
    most = max(sessions, key=lambda one: one.volume, default=None)
    figure = volume_in(most, own_unit(most, unit)) if most else None
    if most is None or figure is None:
        return None
    return Record(figure.text, figure.unit, _("most in one session, weight × reps"), most.day, most.uid, figure.about)
