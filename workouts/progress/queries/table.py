"""Every session as a line of a table, with the numbers that the chart shows."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from workouts.catalogue.models import Exercise, RepStyle
from workouts.progress.queries.series import Measure, figure_of, set_of, unit_of_reps
from workouts.progress.queries.sessions import Session
from workouts.progress.queries.sets import DoneSet
from workouts.progress.queries.shown import Figure, estimate_in, volume_in
from workouts.science.one_rep_max import Estimate
from workouts.science.units import Unit


@dataclass(frozen=True, slots=True)
class Row:
    """A session as a line. `figure` is what the chart shows of it, `done` the set that it comes from; `counted` the
    reps (or seconds) of all sets."""

    session: Session
    done: DoneSet
    estimate: Estimate | None
    e1rm: Figure | None
    volume: Figure | None
    figure: Figure | None
    counted: int


@dataclass(frozen=True, slots=True)
class Table:
    """Which columns there are, and what they are called. A column that would be empty throughout is left out."""

    exercise: Exercise
    measure: Measure
    unit: Unit
    estimates: bool
    volumes: bool
    converted: bool

    @classmethod
    def of(cls, sessions: list[Session], measure: Measure, unit: Unit, exercise: Exercise) -> "Table":
        return cls(
            exercise=exercise,
            measure=measure,
            unit=unit,
            estimates=any(session.best.estimate for session in sessions),
            volumes=any(session.volume for session in sessions),
            converted=any(one.load and one.unit != unit for session in sessions for one in session.sets),
        )

    @property
    def counts(self) -> bool:
        """Whether the chart shows reps or seconds, which then have a column."""
        return self.measure in {Measure.REPS, Measure.SECONDS}

    @property
    def two_lines(self) -> bool:
        """Whether phones need a second line for volume and reps."""
        return self.estimates or self.counts

    @property
    def figure_name(self) -> str:
        return _("Longest, s") if self.measure == Measure.SECONDS else _("Most %(unit)s") % {"unit": self._reps}

    @property
    def _reps(self) -> str:
        return unit_of_reps(self.exercise)

    @property
    def counted_name(self) -> str:
        """Head of the column that adds up a session."""
        if self.measure == Measure.SECONDS:
            return _("Seconds in all")
        if self.exercise.rep_style == RepStyle.STEPS:
            return _("Steps")
        return _("Reps, both sides") if self.exercise.rep_style == RepStyle.PER_SIDE else _("Reps")

    @property
    def counted_unit(self) -> str:
        """The same in a sentence, after the number."""
        if self.measure == Measure.SECONDS:
            return _("s in all")
        return _("steps") if self.exercise.rep_style == RepStyle.STEPS else _("reps")

    def row(self, session: Session) -> Row:
        done = set_of(session, self.measure)
        return Row(
            session=session,
            done=done,
            estimate=session.best.estimate,
            e1rm=estimate_in(session.best, self.unit),
            volume=volume_in(session, self.unit),
            figure=figure_of(session, self.measure, self.unit, self.exercise),
            counted=session.reps or session.seconds,
        )
