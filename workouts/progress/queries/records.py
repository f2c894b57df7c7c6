"""Records of one exercise: working sets only, deloads and painful ones left out, in the unit they were typed in."""

import datetime
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workouts.catalogue.models import RepStyle
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
    done = [(session, one) for session in fair for one in session.sets if one.count]
    found = [
        _heaviest(done),
        _best_estimate(fair),
        _most_reps(done, _current_load(fair)),
        _longest(done),
        _most_volume(fair, unit),
    ]
    return [record for record in found if record is not None]


def _heaviest(done: list[Found]) -> Record | None:
    loaded = [(session, one, one.load) for session, one in done if one.load is not None]
    if not loaded:
        return None
    top = max(load for _session, _one, load in loaded)
    # The same load typed in the other unit is a few grams off; of equal loads the one with most reps counts.
    equal = [(session, one) for session, one, load in loaded if equal_load(load, top)]
    session, best = max(equal, key=lambda pair: pair[1].count)
    what = _("heaviest set, × %(count)s") % {"count": best.counted}
    return Record(best.weight, best.unit.value, what, session.day, session.uid)


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


def _current_load(sessions: list[Session]) -> DoneSet | None:
    """The heaviest set of the newest session that was done with a load."""
    for session in reversed(sessions):
        loaded = [one for one in session.sets if one.load and not one.timed]
        if loaded:
            return max(loaded, key=lambda one: one.load or 0)
    return None


def _most_reps(done: list[Found], current: DoneSet | None) -> Record | None:
    """Most reps with the load that is current or, for body weight, without any."""
    if current is None or current.load is None:
        return _reps_record(
            [pair for pair in done if not pair[1].weight and not pair[1].timed], _("most reps in a set")
        )
    load = current.load
    same = [pair for pair in done if pair[1].load and not pair[1].timed and equal_load(pair[1].load, load)]
    words = {"weight": current.weight, "unit": current.unit.value}
    return _reps_record(same, _("most reps at %(weight)s %(unit)s") % words)


def _reps_record(done: list[Found], what: str) -> Record | None:
    if not done:
        return None
    session, best = max(done, key=lambda pair: pair[1].count)
    unit = ngettext("rep", "reps", best.count)
    if best.raw.style == RepStyle.STEPS:
        unit = _("steps")
    elif best.raw.style == RepStyle.PER_SIDE or best.raw.left is not None:
        unit = _("per side")
    return Record(best.counted, unit, what, session.day, session.uid)


def _longest(done: list[Found]) -> Record | None:
    held = [pair for pair in done if pair[1].timed]
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
