"""The page of one exercise: headline, chart, records, every session."""

import datetime
from dataclasses import dataclass

from workouts.accounts.models import User
from workouts.catalogue.models import Exercise, ExerciseGroup, MuscleGroup, RepStyle
from workouts.progress.forms import Range, read_range
from workouts.progress.queries.records import Record, records_of
from workouts.progress.queries.series import Measure, Point, Series, choose, figure_of, series_of
from workouts.progress.queries.sessions import Session, sessions_of
from workouts.progress.queries.table import Table
from workouts.science.units import Unit


@dataclass(frozen=True)
class ExerciseProgress:
    """One lifter's progress in one exercise. `sessions` are those of the range, oldest first; `total` counts all."""

    exercise: Exercise
    group: MuscleGroup | None
    unit: Unit
    range: Range
    total: int
    sessions: list[Session]
    series: Series
    headline: Point | None
    records: list[Record]
    table: Table

    @property
    def measure(self) -> Measure:
        return self.series.measure

    @property
    def newest(self) -> Point:
        """The last point of the chart."""
        return self.series.points[-1]

    @property
    def per_side(self) -> bool:
        return self.exercise.rep_style in {RepStyle.STEPS, RepStyle.PER_SIDE}

    @property
    def per_hand(self) -> bool:
        return self.exercise.load_type == Exercise.LoadType.DUMBBELL_PAIR

    @property
    def this_machine(self) -> bool:
        """Angle, pulleys and friction differ: such figures hold for one machine."""
        return self.exercise.load_type in {Exercise.LoadType.STACK, Exercise.LoadType.SLED}

    @property
    def newest_first(self) -> list[Session]:
        return self.sessions[::-1]


def exercise_progress(user: User, exercise: Exercise, *, wanted: str, today: datetime.date) -> ExerciseProgress:
    """All that the page of `exercise` shows, over the range `wanted` (see `read_range`). Four statements."""
    unit = Unit(user.preferences.unit)
    everything = sessions_of(user, exercise)
    chosen = read_range(wanted, [one.day for one in everything], today)
    sessions = [one for one in everything if chosen.holds(one.day, today)]
    measure = choose(sessions or everything)
    return ExerciseProgress(
        exercise=exercise,
        group=leading_group(exercise),
        unit=unit,
        range=chosen,
        total=len(everything),
        sessions=sessions,
        series=series_of(sessions, measure, unit, exercise),
        headline=_headline(everything, measure, unit, exercise),
        records=records_of(everything, unit),
        table=Table.of(sessions, measure, unit, exercise),
    )


def leading_group(exercise: Exercise) -> MuscleGroup | None:
    """The first target of the exercise, whose colour its chart wears; a lifter's own may have none."""
    first = ExerciseGroup.objects.filter(exercise=exercise, target_position__isnull=False).select_related("group")
    link = first.order_by("target_position").first()
    return link.group if link else None


def _headline(sessions: list[Session], measure: Measure, unit: Unit, exercise: Exercise) -> Point | None:
    """The newest session that has a value, whatever the range."""
    for session in reversed(sessions):
        figure = figure_of(session, measure, unit, exercise)
        if figure is not None:
            return Point(session, figure, 0)
    return None
