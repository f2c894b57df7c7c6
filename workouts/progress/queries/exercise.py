"""The page of one exercise: headline, chart, records, every session."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from workouts.accounts.models import Preferences, User
from workouts.catalogue.models import Exercise, ExerciseGroup, MuscleGroup, RepStyle
from workouts.progress.forms import DAYS, Range, read_range
from workouts.progress.queries.feats import feats_of, from_sessions
from workouts.progress.queries.loads import RepRecord, most_reps
from workouts.progress.queries.plateaus import plateaus_of
from workouts.progress.queries.records import Record, standing_records
from workouts.progress.queries.series import Measure, Point, Scale, Series, choose, has_value, series_of
from workouts.progress.queries.sessions import Session, rows_of, sessions_of
from workouts.progress.queries.sides import Sides, sides_of
from workouts.progress.queries.table import Table
from workouts.science.one_rep_max import Formula
from workouts.science.units import Unit

# A plateau may have begun before what is shown.
BEFORE = datetime.timedelta(days=182)


@dataclass(frozen=True)
class ExerciseProgress:
    """One lifter's progress in one exercise. `any`: whether there is any session; `sessions` are those of the range,
    oldest first; `records` and `reps` are of all, `sides` of the range."""

    exercise: Exercise
    group: MuscleGroup | None
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
        return any(one.workout in self.table.plateaus for one in self.sessions)

    def linked(self, page: Iterable[Session]) -> set[int]:
        """The workouts (by key) that the page links to: of its lines, of the records, of the sides."""
        sessions = [*page, *(self.sides.sessions if self.sides else [])]
        feats = [*(one.feat for one in self.records), *(one.feat for one in self.reps)]
        return {one.workout for one in sessions} | {one.workout for one in feats}

    @property
    def newest_first(self) -> list[Session]:
        return self.sessions[::-1]


def exercise_progress(user: User, exercise: Exercise, *, wanted: str, today: datetime.date) -> ExerciseProgress:
    """All that the page of `exercise` shows, over the range `wanted` (see `read_range`).

    Four statements; one more where the range is empty. What is charted is read for the range alone.
    """
    unit, formula = Unit(user.preferences.unit), Formula(user.preferences.formula)
    newest = rows_of(user, exercise).order_by("-day").values_list("day", flat=True).first()
    chosen = read_range(wanted, [newest] if newest else [], today)
    known = sessions_of(user, exercise, formula, _since(chosen, today))
    sessions = [one for one in known if chosen.holds(one.day, today)]
    if newest and not sessions:
        known = sessions_of(user, exercise, formula)
    measure = choose(sessions or known)
    plateaus = plateaus_of(known)
    hands = 2 if exercise.load_type == Exercise.LoadType.DUMBBELL_PAIR else 1
    whole = chosen == Range.ALL or not sessions
    feats = from_sessions(known, hands=hands) if whole else feats_of(user, exercise, formula)
    reps = most_reps(feats)
    return ExerciseProgress(
        exercise=exercise,
        group=leading_group(exercise),
        unit=unit,
        formula=formula,
        range=chosen,
        any=newest is not None,
        sessions=sessions,
        series=series_of(sessions, measure, unit, exercise, plateaus),
        headline=_headline(known, Scale(measure, unit, exercise)),
        records=standing_records(feats, reps, formula, unit, hands=hands),
        reps=reps,
        sides=sides_of(sessions),
        table=Table.of(sessions, measure, unit, exercise, plateaus),
    )


def _since(chosen: Range, today: datetime.date) -> datetime.date | None:
    """From where on to read: half a year more than is shown, since a plateau may have begun before."""
    days = DAYS.get(chosen)
    return None if days is None else today - datetime.timedelta(days=days) - BEFORE


def leading_group(exercise: Exercise) -> MuscleGroup | None:
    """The first target of the exercise, whose colour its chart wears; a lifter's own may have none."""
    first = ExerciseGroup.objects.filter(exercise=exercise, target_position__isnull=False).select_related("group")
    link = first.order_by("target_position").first()
    return link.group if link else None


def _headline(sessions: list[Session], scale: Scale) -> Point | None:
    """The newest session that has a value, whatever the range."""
    newest = next((one for one in reversed(sessions) if has_value(one, scale.measure)), None)
    return Point(newest, 0, scale) if newest else None
