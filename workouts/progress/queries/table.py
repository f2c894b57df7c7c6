"""Every session as a line of a table, with the numbers that the chart shows."""

from collections.abc import Collection
from dataclasses import dataclass

from django.utils.translation import gettext as _

from workouts.catalogue.models import Exercise, RepStyle
from workouts.log.figures import Pick
from workouts.progress.queries.series import Measure, figure_of, set_of, unit_of_reps
from workouts.progress.queries.sessions import Session
from workouts.progress.queries.shown import Figure, estimate_in, volume_in
from workouts.science.units import Unit


@dataclass(frozen=True, slots=True)
class Row:
    """A session as a line. `figure` is what the chart shows of it, `done` the set that it comes from; `counted` the
    reps (or seconds) of all sets."""

    session: Session
    done: Pick
    e1rm: Figure | None
    volume: Figure | None
    figure: Figure | None
    counted: int
    plateau: bool

    @property
    def remark(self) -> bool:
        """Whether words stand below its numbers."""
        return self.plateau or not self.session.judged


@dataclass(frozen=True, slots=True)
class Table:
    """Which columns there are, and what they are called. A column that would be empty throughout is left out."""

    exercise: Exercise
    measure: Measure
    unit: Unit
    plateaus: Collection[int]
    estimates: bool
    volumes: bool
    converted: bool

    @classmethod
    def of(
        cls, sessions: list[Session], measure: Measure, unit: Unit, exercise: Exercise, plateaus: Collection[int]
    ) -> "Table":
        return cls(
            exercise=exercise,
            measure=measure,
            unit=unit,
            plateaus=plateaus,
            estimates=any(session.e1rm for session in sessions),
            volumes=any(session.volume_kg or session.volume_lb for session in sessions),
            converted=any(session.volume_lb if unit == Unit.KG else session.volume_kg for session in sessions),
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
    def most_name(self) -> str:
        """Head of the best at each load: as they are logged, 20 steps are 20."""
        return _("Most steps") if self.exercise.rep_style == RepStyle.STEPS else _("Most reps")

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
        return Row(
            session=session,
            done=set_of(session, self.measure),
            e1rm=estimate_in(session, self.unit),
            volume=volume_in(session, self.unit),
            figure=figure_of(session, self.measure, self.unit, self.exercise),
            counted=session.reps or session.seconds,
            plateau=session.workout in self.plateaus,
        )
