"""Records of one exercise: working sets only, deloads and painful ones left out, in the unit they were typed in."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workouts.catalogue.models import RepStyle
from workouts.log.figures import Pick, read_loads, read_picks
from workouts.log.figures.scale import SAME_LOAD, grams
from workouts.log.figures.texts import BEST
from workouts.progress.queries.feats import Feat
from workouts.progress.queries.loads import RepRecord
from workouts.progress.queries.shown import Volume, estimate_figure, volume_figure
from workouts.science.one_rep_max import Formula, is_record
from workouts.science.units import Unit


@dataclass(frozen=True, slots=True)
class Record:
    """One record: number and unit, what it is, and when it was done. `about`: a sum of mixed units."""

    number: str
    unit: str
    what: str
    feat: Feat
    about: bool = False

    @property
    def day(self) -> datetime.date:
        return self.feat.date


def standing_records(
    feats: Sequence[Feat], reps: Sequence[RepRecord], formula: Formula, unit: Unit, *, hands: int
) -> list[Record]:
    """The records that stand, of `feats` (oldest first); the first who did it keeps it.

    `reps` are the best at each load; `unit` is the lifter's own, for a volume of mixed units; `hands` is 2 where each
    holds the weight.
    """
    found = [
        _heaviest(reps),
        _best_estimate(feats, formula),
        _most_reps(feats, reps),
        _longest(feats),
        _most_volume(feats, unit, hands),
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
    return Record(top.at.weight, top.at.unit, _("heaviest set, × %(count)s") % {"count": top.at.counted}, top.feat)


def _best_estimate(feats: Sequence[Feat], formula: Formula) -> Record | None:
    """The best e1RM: one that beat the record before it by more than noise."""
    holder: Feat | None = None
    best: int | None = None
    for feat in feats:
        if feat.e1rm is not None and beats(feat.e1rm, best):
            holder, best = feat, feat.e1rm
    if holder is None or best is None:
        return None
    done = read_picks(holder.picks)[BEST[formula]]
    figure = estimate_figure(best, done.unit, done.unit)
    text = _("best estimate, at least this, grade %(grade)s") if done.at_least else _("best estimate, grade %(grade)s")
    return Record(figure.text, figure.unit, text % {"grade": done.grade}, holder)


def _most_reps(feats: Sequence[Feat], reps: Sequence[RepRecord]) -> Record | None:
    """Most reps with the load that is current or, for body weight, without any."""
    newest = (max((at.load for at in read_loads(feat.loads)), default=0) for feat in reversed(feats))
    current = next((load for load in newest if load), None)
    if current is None:
        found = next((one for one in reps if not one.at.weight), None)
        return _reps_record(found, _("most reps in a set")) if found else None
    found = next((one for one in reps if abs(one.at.load - current) < SAME_LOAD), None)
    return _reps_record(found, _("most reps at %(load)s") % {"load": found.load}) if found else None


def _reps_record(found: RepRecord, what: str) -> Record:
    unit = ngettext("rep", "reps", found.at.reps)
    style = _any_set(found.feat).raw.style
    if style == RepStyle.STEPS:
        unit = _("steps")
    elif style == RepStyle.PER_SIDE or "/" in found.at.counted:
        unit = _("per side")
    return Record(found.at.counted, unit, what, found.feat)


def _any_set(feat: Feat) -> Pick:
    return next(iter(read_picks(feat.picks).values()))


def _longest(feats: Sequence[Feat]) -> Record | None:
    best = max((feat for feat in feats if feat.longest), key=lambda feat: feat.longest or 0, default=None)
    if best is None:
        return None
    return Record(str(best.longest), _("s"), _("longest set"), best)


def _most_volume(feats: Sequence[Feat], unit: Unit, hands: int) -> Record | None:
    most = max(feats, key=lambda feat: feat.volume, default=None)
    if most is None or not most.volume:
        return None
    moved = Volume(most.volume_kg * hands, most.volume_lb * hands)
    figure = volume_figure(moved, moved.own_unit(unit))
    return Record(figure.text, figure.unit, _("most in one session, weight × reps"), most, figure.about)
