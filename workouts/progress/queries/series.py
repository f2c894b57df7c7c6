"""What the chart of an exercise shows, and its points: the same numbers as in the table."""

import datetime
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from django.utils.translation import gettext as _

from workouts.catalogue.models import Exercise, RepStyle
from workouts.log.figures import Pick
from workouts.log.figures.scale import in_tenths
from workouts.progress.queries.periods import Period, drawn
from workouts.progress.queries.sessions import Session
from workouts.progress.queries.shown import Figure, estimate_in, volume_in, volume_of
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
class Scale:
    """What is measured of an exercise, and the unit its weights are shown in."""

    measure: Measure
    unit: Unit
    exercise: Exercise

    @property
    def name(self) -> str:
        """The unit on the axis."""
        counted = {Measure.SECONDS: _("s"), Measure.REPS: unit_of_reps(self.exercise)}
        return counted.get(self.measure, self.unit.value)

    def number(self, session: Session) -> float:
        """The value that `figure_of` shows, of a session that has one; for a canvas, which draws no decimals."""
        if self.measure == Measure.E1RM:
            return in_tenths(session.e1rm or 0, self.unit) / 10
        if self.measure == Measure.VOLUME:
            return volume_of(session).whole(self.unit)
        return set_of(session, self.measure).count

    def about(self, session: Session) -> bool:
        """Whether that value was converted."""
        if self.measure == Measure.E1RM:
            return session.best.raw.unit != self.unit
        return self.measure == Measure.VOLUME and volume_of(session).about(self.unit)


@dataclass(slots=True)
class Point:
    """One session on the chart; `off` is the longest time without the exercise since the point before, if over 14
    days."""

    session: Session
    off: int
    scale: Scale

    @property
    def figure(self) -> Figure:
        """Made when asked for: a chart of ten years takes its numbers by a shorter way."""
        scale = self.scale
        found = figure_of(self.session, scale.measure, scale.unit, scale.exercise)
        return found or Figure(Decimal(0), "0", scale.name)


@dataclass(frozen=True, slots=True)
class Series:
    """The points of a chart, oldest first: the best session of each `period`. `deloads` are sessions marked so, and
    `plateaus` those in which one was reached, whether they have a point or not."""

    scale: Scale
    points: list[Point]
    period: Period = Period.SESSION
    deloads: list[Session] = field(default_factory=list)
    plateaus: list[Session] = field(default_factory=list)

    @property
    def measure(self) -> Measure:
        return self.scale.measure

    @property
    def unit(self) -> str:
        return self.scale.name

    def data(self) -> dict[str, object]:
        """For `json_script`, in the shape of `frontend/progress/series.ts`."""
        scale, sessions = self.scale, [point.session for point in self.points]
        estimated = self.measure == Measure.E1RM
        sets = [set_of(session, self.measure) for session in sessions]
        said: dict[int, str] = {}
        values = [scale.number(session) for session in sessions]
        for each in sets:
            if id(each) not in said:
                said[id(each)] = each.words
        return {
            "x": [(session.day - EPOCH).days for session in sessions],
            "y": values,
            "peak": values.index(max(values)) if values else 0,
            "unit": self.unit,
            "decimals": 1 if estimated else 0,
            "grades": [each.grade if estimated else "" for each in sets],
            "least": [each.at_least and estimated for each in sets],
            "about": [scale.about(session) for session in sessions],
            "sets": [said[id(each)] for each in sets],
            "off": [point.off for point in self.points],
            "plateaus": [(session.day - EPOCH).days for session in self.plateaus],
            "deloads": [(session.day - EPOCH).days for session in self.deloads],
            "words": words(),
        }


def words() -> dict[str, str]:
    """What the read-out under a chart says in the page's language."""
    return {
        "least": _("at least"),
        "from": _("from"),
        "grade": _("grade"),
        "off": _("days off"),
        "deload": _("deload"),
        "plateau": _("plateau"),
    }


def choose(sessions: list[Session]) -> Measure:
    """The first measure that at least half of the sessions have: sets of many reps have no estimate, body weight
    no volume. A chart of a few odd sessions would mislead."""
    half = len(sessions) / 2
    if sessions and sum(one.e1rm is not None for one in sessions) >= half:
        return Measure.E1RM
    if sessions and sum(bool(one.volume_kg or one.volume_lb) for one in sessions) >= half:
        return Measure.VOLUME
    if sessions and sum(one.longest is not None for one in sessions) >= half:
        return Measure.SECONDS
    return Measure.REPS


def value_of(measure: Measure) -> Callable[[Session], int | None]:
    """What two sessions are compared by; None of one that has nothing to draw."""

    def most(session: Session) -> int | None:
        done = session.most(timed=False)
        return None if done is None else done.count

    by_measure: dict[Measure, Callable[[Session], int | None]] = {
        Measure.E1RM: lambda session: session.e1rm,
        Measure.VOLUME: lambda session: session.volume or None,
        Measure.SECONDS: lambda session: session.longest,
        Measure.REPS: most,
    }
    return by_measure[measure]


def figure_of(session: Session, measure: Measure, unit: Unit, exercise: Exercise) -> Figure | None:
    """The session's value of `measure`, with weights in `unit`; None where it has none."""
    by_measure: dict[Measure, Callable[[], Figure | None]] = {
        Measure.E1RM: lambda: estimate_in(session, unit),
        Measure.VOLUME: lambda: volume_in(session, unit),
        Measure.SECONDS: lambda: _count(session.most(timed=True), _("s")),
        Measure.REPS: lambda: _count(session.most(timed=False), unit_of_reps(exercise)),
    }
    return by_measure[measure]()


def set_of(session: Session, measure: Measure) -> Pick:
    """The set to name beside the session's value: the one it comes from, or the best one of a sum."""
    counted = measure in {Measure.SECONDS, Measure.REPS}
    return (session.most(timed=measure == Measure.SECONDS) if counted else None) or session.best


def _count(done: Pick | None, unit: str) -> Figure | None:
    return None if done is None else Figure(Decimal(done.count), str(done.count), unit)


def unit_of_reps(exercise: Exercise) -> str:
    """Steps are counted per side here as well: a set of 20 steps is 10."""
    return _("per side") if exercise.rep_style in {RepStyle.STEPS, RepStyle.PER_SIDE} else _("reps")


def series_of(
    sessions: list[Session], measure: Measure, unit: Unit, exercise: Exercise, plateaus: Collection[int] = frozenset()
) -> Series:
    """The points of `sessions` (oldest first) that are drawn; `plateaus` are workouts by key. A session without a
    point still ends a break."""
    scale = Scale(measure, unit, exercise)
    days = [datetime.date.fromisoformat(one.on).toordinal() for one in sessions]  # `day` would be called for each
    period, chosen = drawn(sessions, days, value_of(measure))
    return Series(
        scale,
        [Point(session, off, scale) for session, off in zip(chosen, _breaks(sessions, days, chosen), strict=True)],
        period,
        [one for one in sessions if one.deload],
        [one for one in sessions if one.workout in plateaus] if plateaus else [],
    )


def _breaks(sessions: Sequence[Session], days: Sequence[int], chosen: Collection[Session]) -> list[int]:
    """For each chosen session the longest break since the chosen one before it, in days; 0 for none over 14."""
    workouts = {one.workout for one in chosen}
    found: list[int] = []
    off = 0
    for session, day, before in zip(sessions, days, [*days[:1], *days], strict=False):
        if day - before > BREAK_DAYS:
            off = max(off, day - before)
        if session.workout in workouts:
            found.append(off if found else 0)
            off = 0
    return found
