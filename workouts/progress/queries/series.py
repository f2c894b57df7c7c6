"""What the chart of an exercise shows, and its points: the same numbers as in the table."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from django.utils.translation import gettext as _

from workouts.catalogue.models import Exercise, RepStyle
from workouts.progress.queries.sessions import Session
from workouts.progress.queries.sets import DoneSet
from workouts.progress.queries.shown import Figure, estimate_in, volume_in
from workouts.science.units import Unit

EPOCH = datetime.date(1970, 1, 1)
BREAK_DAYS = 14


class Measure(StrEnum):
    """What can be drawn over time, the most telling first."""

    E1RM = "e1rm"
    VOLUME = "volume"
    SECONDS = "seconds"
    REPS = "reps"


@dataclass(frozen=True, slots=True)
class Point:
    """One session on the chart; `off` is the number of days without the exercise just before it, if over 14."""

    session: Session
    figure: Figure
    off: int


@dataclass(frozen=True, slots=True)
class Series:
    """The points of a chart, oldest first."""

    measure: Measure
    unit: str
    points: list[Point]

    def data(self) -> dict[str, object]:
        """For `json_script`: the one place where decimals become floats, since a canvas draws no decimals."""
        estimates = [point.session.best.estimate if self.measure == Measure.E1RM else None for point in self.points]
        return {
            "x": [(point.session.day - EPOCH).days for point in self.points],
            "y": [float(point.figure.value) for point in self.points],
            "unit": self.unit,
            "decimals": 1 if self.measure == Measure.E1RM else 0,
            "grades": [one.grade.value if one else "" for one in estimates],
            "least": [bool(one and one.at_least) for one in estimates],
            "about": [point.figure.about for point in self.points],
            "sets": [set_of(point.session, self.measure).words for point in self.points],
            "off": [point.off for point in self.points],
            "words": words(),
        }


def words() -> dict[str, str]:
    """What the read-out under a chart says in the page's language."""
    return {"least": _("at least"), "from": _("from"), "grade": _("grade"), "off": _("days off")}


def choose(sessions: list[Session]) -> Measure:
    """The first measure that at least half of the sessions have: sets of many reps have no estimate, body weight
    no volume. A chart of a few odd sessions would mislead."""
    half = len(sessions) / 2
    if sessions and sum(one.best.estimate is not None for one in sessions) >= half:
        return Measure.E1RM
    if sessions and sum(bool(one.volume) for one in sessions) >= half:
        return Measure.VOLUME
    if sessions and sum(one.most(timed=True) is not None for one in sessions) >= half:
        return Measure.SECONDS
    return Measure.REPS


def figure_of(session: Session, measure: Measure, unit: Unit, exercise: Exercise) -> Figure | None:
    """The session's value of `measure`, with weights in `unit`; None where it has none."""
    by_measure: dict[Measure, Callable[[], Figure | None]] = {
        Measure.E1RM: lambda: estimate_in(session.best, unit),
        Measure.VOLUME: lambda: volume_in(session, unit),
        Measure.SECONDS: lambda: _count(session.most(timed=True), _("s")),
        Measure.REPS: lambda: _count(session.most(timed=False), unit_of_reps(exercise)),
    }
    return by_measure[measure]()


def set_of(session: Session, measure: Measure) -> DoneSet:
    """The set to name beside the session's value: the one it comes from, or the best one of a sum."""
    counted = measure in {Measure.SECONDS, Measure.REPS}
    return (session.most(timed=measure == Measure.SECONDS) if counted else None) or session.best


def _count(done: DoneSet | None, unit: str) -> Figure | None:
    return None if done is None else Figure(Decimal(done.count), str(done.count), unit)


def unit_of_reps(exercise: Exercise) -> str:
    """Steps are counted per side here as well: a set of 20 steps is 10."""
    return _("per side") if exercise.rep_style in {RepStyle.STEPS, RepStyle.PER_SIDE} else _("reps")


def series_of(sessions: list[Session], measure: Measure, unit: Unit, exercise: Exercise) -> Series:
    """The points of `sessions` (oldest first) that have a value. A session without one still ends a break."""
    points: list[Point] = []
    before: datetime.date | None = None
    off = 0
    for session in sessions:
        days = (session.day - before).days if before else 0
        before = session.day
        off = max(off, days if days > BREAK_DAYS else 0)
        figure = figure_of(session, measure, unit, exercise)
        if figure is not None:
            points.append(Point(session, figure, off if points else 0))
            off = 0
    axis = {Measure.SECONDS: _("s"), Measure.REPS: unit_of_reps(exercise)}.get(measure, unit.value)
    return Series(measure, axis, points)
