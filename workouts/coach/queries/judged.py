"""The last sessions of an exercise as the rules saw them: what stands behind a target, one tap away."""

import datetime
import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from workouts.catalogue.models import LoadMode, RepStyle
from workouts.coach.queries.past import History, Past, PastRow, PastSet
from workouts.coach.queries.reading import Dose, Reader
from workouts.science.progression.judge import Verdict, judge
from workouts.shared.language.numbers import spoken

SHOWN = 5


@dataclass(frozen=True, slots=True)
class Judgement:
    """A session: its day, its sets as typed, and its class in words."""

    day: datetime.date
    sets: str
    verdict: str


def judgements(history: History, reader: Reader, dose: "Dose | PastRow") -> list[Judgement]:
    """The newest five, those that do not count included."""
    return [Judgement(past.row.day, _sets(past), _verdict(past, reader, dose)) for past in history.newest(SHOWN)]


def _verdict(past: Past, reader: Reader, dose: "Dose | PastRow") -> str:
    if past.row.pain:
        return _("It hurt: not counted")
    if past.row.deload:
        return _("Deload: not counted")
    if past.row.rep_style == RepStyle.SECONDS:
        return ""
    session = reader.session(past)
    verdict = judge(session.sets, session.prescription or reader.prescription(dose)).verdict
    return {
        Verdict.BIGMISS: _("Far below the range"),
        Verdict.MISS: _("Below the range"),
        Verdict.DROPPED: _("Lighter sets among them"),
        Verdict.INCOMPLETE: _("Cut short"),
        Verdict.TOOLIGHT: _("Too light"),
        Verdict.TOPEASY: _("Top of the range, easily"),
        Verdict.TOP: _("Top of the range"),
        Verdict.TOPHARD: _("Top of the range, nothing to spare"),
        Verdict.INRANGE: _("In the range"),
    }[verdict]


def _sets(past: Past) -> str:
    """ "60 kg: 10, 10, 9, 8" for sets of one weight, the next weight after a semicolon; what was left, if logged."""
    groups = itertools.groupby(past.sets, _load)
    told = "; ".join(f"{load}: {', '.join(_counts(group))}" for load, group in groups)
    spare = min((each.rir for each in past.sets if each.rir is not None), default=None)
    return told if spare is None else _("%(sets)s (%(spare)s to spare)") % {"sets": told, "spare": spoken(spare)}


def _load(each: PastSet) -> str:
    if each.load_mode == LoadMode.BODYWEIGHT:
        return _("body weight")
    words = {"weight": spoken(each.weight_text), "unit": each.unit}
    if each.load_mode == LoadMode.ASSISTED:
        return _("%(weight)s %(unit)s of help") % words
    return f"{spoken(each.weight_text)} {each.unit}"


def _counts(sets: Iterator[PastSet]) -> Iterator[str]:
    for each in sets:
        if each.left is not None:
            yield f"{each.left} | {each.right}"
        elif each.reps is not None:
            yield str(each.reps)
        else:
            yield _("%(seconds)s s") % {"seconds": each.seconds}
