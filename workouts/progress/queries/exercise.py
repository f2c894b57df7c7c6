"""The page of one exercise: headline, chart, records, every session."""

import datetime
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from workouts.accounts.models import Preferences, User
from workouts.catalogue.models import Exercise, ExerciseGroup, MuscleGroup, RepStyle
from workouts.log.queries import sticky_notes
from workouts.progress.forms import DAYS, Range, read_range
from workouts.progress.queries.loads import RepRecord, most_reps
from workouts.progress.queries.plateaus import plateaus_of
from workouts.progress.queries.records import Record, standing_records
from workouts.progress.queries.series import Measure, Point, Scale, Series, choose, series_of, value_of
from workouts.progress.queries.sessions import Session, sessions_of
from workouts.progress.queries.sides import Sides, sides_of
from workouts.progress.queries.table import Table
from workouts.science.one_rep_max import Formula
from workouts.science.units import Unit

# A plateau may have begun before what is shown.
BEFORE = datetime.timedelta(days=182)


@dataclass(frozen=True)
class ExerciseProgress:
    """One lifter's progress in one exercise. `note` is her sticky note on it; `any`: whether there is any session;
    `sessions` are those of the range, oldest first; `records` and `reps` are of all, `sides` of the range."""

    exercise: Exercise
    group: MuscleGroup | None
    note: str
    unit: Unit
    formula: Formula
    range: Range
    any: bool
    sessions: list[Session]
    series: Series
    headline: Point | None
    records: list[Record]
    reps: list[RepRecord]
    sides: Sides | None
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
    def formula_name(self) -> str:
        return str(dict(Preferences.FORMULAS)[self.formula])

    @property
    def plateaus(self) -> bool:
        """Whether a session of the range came to one."""
        return bool(self.series.plateaus)

    def linked(self, page: Iterable[Session]) -> set[int]:
        """The workouts (by key) that the page links to: of its lines, the headline, the records, the sides."""
        sessions = [*page, *(self.sides.sessions if self.sides else [])]
        sessions += [self.headline.session] if self.headline else []
        held = [*(one.session for one in self.records), *(one.session for one in self.reps)]
        return {one.workout for one in [*sessions, *held]}

    @property
    def newest_first(self) -> list[Session]:
        return self.sessions[::-1]


def exercise_progress(user: User, exercise: Exercise, *, wanted: str, today: datetime.date) -> ExerciseProgress:
    """All that the page of `exercise` shows, over the range `wanted` (see `read_range`). Three statements."""
    unit, formula = Unit(user.preferences.unit), Formula(user.preferences.formula)
    history = sessions_of(user, exercise, formula)
    chosen = read_range(wanted, [one.day for one in history[-1:]], today)
    since = chosen.since(today)
    sessions = _from(history, since)
    measure = choose(sessions or history)
    judged = [one for one in history if one.judged]
    plateaus = plateaus_of(_from(judged, since - BEFORE) if chosen in DAYS else judged)
    reps = most_reps(judged)
    return ExerciseProgress(
        exercise=exercise,
        group=leading_group(exercise),
        note=sticky_notes(user, [exercise.pk]).get(exercise.pk, ""),
        unit=unit,
        formula=formula,
        range=chosen,
        any=bool(history),
        sessions=sessions,
        series=series_of(sessions, measure, unit, exercise, plateaus),
        headline=_headline(history, Scale(measure, unit, exercise)),
        records=standing_records(judged, reps, unit),
        reps=reps,
        sides=sides_of(sessions),
        table=Table.of(sessions, measure, unit, exercise, plateaus),
    )


def _from(sessions: list[Session], day: datetime.date) -> list[Session]:
    """Of sessions, oldest first, those on `day` and after."""
    return sessions[bisect_left(sessions, day, key=lambda one: one.day) :]


def leading_group(exercise: Exercise) -> MuscleGroup | None:
    """The first target of the exercise, whose colour its chart wears; a lifter's own may have none."""
    first = ExerciseGroup.objects.filter(exercise=exercise, target_position__isnull=False).select_related("group")
    link = first.order_by("target_position").first()
    return link.group if link else None


def _headline(sessions: list[Session], scale: Scale) -> Point | None:
    """The newest session that has a value, whatever the range."""
    value = value_of(scale.measure)
    newest = next((one for one in reversed(sessions) if value(one) is not None), None)
    return Point(newest, 0, scale) if newest else None
