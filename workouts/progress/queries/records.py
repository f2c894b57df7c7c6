"""Records of one exercise: working sets only, deloads and painful ones left out, in the unit they were typed in."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workouts.catalogue.models import RepStyle
from workouts.log.figures import read_loads
from workouts.log.figures.scale import SAME_LOAD, grams
from workouts.progress.queries.loads import RepRecord
from workouts.progress.queries.sessions import Session
from workouts.progress.queries.shown import estimate_figure, volume_figure, volume_of
from workouts.science.one_rep_max import is_record
from workouts.science.units import Unit
from workouts.shared.language.numbers import spoken


@dataclass(frozen=True, slots=True)
class Record:
    """One record: number and unit, what it is, and when it was done. `about`: a sum of mixed units."""

    number: str
    unit: str
    what: str
    session: Session
    about: bool = False

    @property
    def day(self) -> datetime.date:
        return self.session.day


def standing_records(sessions: Sequence[Session], reps: Sequence[RepRecord], unit: Unit) -> list[Record]:
    """The records that stand, of judged `sessions` (oldest first); the first one that did it keeps it.

    `reps` are the best at each load; `unit` is the lifter's own, for a volume of mixed units.
    """
    found = [
        _heaviest(reps),
        _best_estimate(sessions),
        _most_reps(sessions, reps),
        _longest(sessions),
        _most_volume(sessions, unit),
    ]
    return [record for record in found if record is not None]


def beats(new: int, best: int | None) -> bool:
    """Whether an estimate beats the record by more than noise. The integers are rounded: a unit in favour of the new
    one keeps a tie on paper a tie."""
    if best is not None and new <= best:
        return False
    return is_record(grams(new + 1), None if best is None else grams(best))


def _heaviest(reps: Sequence[RepRecord]) -> Record | None:
    top = next((one for one in reps if one.at.load), None)
    if top is None:
        return None
    return Record(
        spoken(top.at.weight), top.at.unit, _("heaviest set, × %(count)s") % {"count": top.at.counted}, top.session
    )


def _best_estimate(sessions: Sequence[Session]) -> Record | None:
    """The best e1RM: one that beat the record before it by more than noise."""
    holder: Session | None = None
    best: int | None = None
    for session in sessions:
        if session.e1rm is not None and beats(session.e1rm, best):
            holder, best = session, session.e1rm
    if holder is None or best is None:
        return None
    done = holder.best
    figure = estimate_figure(best, done.unit, done.unit)
    text = _("best estimate, at least this, grade %(grade)s") if done.at_least else _("best estimate, grade %(grade)s")
    return Record(figure.text, figure.unit, text % {"grade": done.grade}, holder)


def _most_reps(sessions: Sequence[Session], reps: Sequence[RepRecord]) -> Record | None:
    """Most reps with the load that is current or, for body weight, without any."""
    newest = (max((at.load for at in read_loads(one.loads)), default=0) for one in reversed(sessions))
    current = next((load for load in newest if load), None)
    if current is None:
        found = next((one for one in reps if not one.at.weight), None)
        return _reps_record(found, _("most reps in a set")) if found else None
    found = next((one for one in reps if abs(one.at.load - current) < SAME_LOAD), None)
    return _reps_record(found, _("most reps at %(load)s") % {"load": found.load}) if found else None


def _reps_record(found: RepRecord, what: str) -> Record:
    unit = ngettext("rep", "reps", found.at.reps)
    style = found.session.best.raw.style
    if style == RepStyle.STEPS:
        unit = _("steps")
    elif style == RepStyle.PER_SIDE or "/" in found.at.counted:
        unit = _("per side")
    return Record(found.at.counted, unit, what, found.session)


def _longest(sessions: Sequence[Session]) -> Record | None:
    best = max((one for one in sessions if one.longest), key=lambda one: one.longest or 0, default=None)
    if best is None:
        return None
    return Record(str(best.longest), _("s"), _("longest set"), best)


def _most_volume(sessions: Sequence[Session], unit: Unit) -> Record | None:
    most = max(sessions, key=lambda one: one.volume, default=None)
    if most is None or not most.volume:
        return None
    moved = volume_of(most)
    figure = volume_figure(moved, moved.own_unit(unit))
    return Record(figure.text, figure.unit, _("most in one session, weight × reps"), most, figure.about)
