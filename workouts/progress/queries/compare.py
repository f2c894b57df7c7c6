"""Exercises of one movement pattern side by side over the last months.

Loads of different exercises are no contest, a leg press moves more than a squat: what is compared is the course of
each, on a scale of its own.
"""

import datetime
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count

from workouts.accounts.models import Preferences, User
from workouts.catalogue.models import Exercise
from workouts.log.figures import Pick
from workouts.log.models import PerformedExercise
from workouts.progress.forms import Range
from workouts.progress.queries.series import Series, choose, series_of
from workouts.progress.queries.sessions import Session, columns, in_order, read, together
from workouts.progress.queries.shown import Figure, estimate_in, volume_in
from workouts.progress.queries.sketch import Sketch, sketch
from workouts.progress.queries.tallies import Weights
from workouts.science.one_rep_max import Formula
from workouts.science.units import Unit
from workouts.shared.language.translated import alphabetical

DAYS = {Range.MONTHS: 91, Range.YEAR: 365}
Pattern = Exercise.Pattern


@dataclass(frozen=True, slots=True)
class Stretch:
    """Sessions of one exercise taken together: how many, the heaviest set, the best estimate, volume."""

    first: datetime.date
    sessions: int
    top: Pick
    best: Pick
    e1rm: Figure | None
    volume: Figure | None

    @classmethod
    def of(cls, sessions: Sequence[Session], unit: Unit) -> "Stretch":
        """Of at least one session, oldest first. Deloads and painful sessions never give an estimate."""
        whole = together(sessions)
        top = whole.top or whole.best
        return cls(whole.day, len(sessions), top, whole.best, estimate_in(whole, unit), volume_in(whole, unit))


@dataclass(frozen=True, slots=True)
class Compared:
    """One exercise: its course, the whole stretch, and each month of it, the newest first."""

    exercise: Exercise
    group: str
    series: Series
    sketch: Sketch | None
    whole: Stretch
    months: list[Stretch]

    @property
    def this_machine(self) -> bool:
        return self.exercise.load_type in {Exercise.LoadType.STACK, Exercise.LoadType.SLED}

    @property
    def per_hand(self) -> bool:
        return self.exercise.load_type == Exercise.LoadType.DUMBBELL_PAIR


@dataclass(frozen=True, slots=True)
class Comparison:
    """`patterns` are those logged in the range; `pattern` is the one shown, None where nothing was logged."""

    range: Range
    first: datetime.date
    unit: Unit
    patterns: list[Pattern]
    pattern: Pattern | None
    formula: Formula
    exercises: list[Compared]

    @property
    def formula_name(self) -> str:
        return str(dict(Preferences.FORMULAS)[self.formula])

    @property
    def estimates(self) -> bool:
        return any(one.whole.e1rm for one in self.exercises)

    @property
    def volumes(self) -> bool:
        return any(one.whole.volume for one in self.exercises)

    @property
    def per_hand(self) -> bool:
        return any(one.per_hand for one in self.exercises)

    @property
    def this_machine(self) -> bool:
        return any(one.this_machine and one.whole.e1rm for one in self.exercises)


def compare(user: User, *, pattern: str, wanted: str, today: datetime.date) -> Comparison:
    """Four statements over three months or a year; longer ones stand on the page of each exercise."""
    chosen = Range.MONTHS if wanted == Range.MONTHS else Range.YEAR
    first = today - datetime.timedelta(days=DAYS[chosen] - 1)
    unit, formula = Unit(user.preferences.unit), Formula(user.preferences.formula)
    patterns = _patterns(user, first)
    shown = next((each for each in patterns if each.value == pattern), patterns[0] if patterns else None)
    found = _sessions(user, shown, first, formula) if shown else {}
    exercises = {one.pk: one for one in Exercise.objects.filter(pk__in=list(found))}
    weights = Weights.of(found, user)
    compared = [
        _compared(exercises[pk], weights.leading(pk), sessions, unit, (first, today)) for pk, sessions in found.items()
    ]
    compared.sort(key=lambda one: (-one.whole.sessions, alphabetical(one.exercise.name)))
    return Comparison(chosen, first, unit, patterns, shown, formula, compared)


def _patterns(user: User, first: datetime.date) -> list[Pattern]:
    """The patterns logged since `first`, the one with most exercises first: that is where there is most to compare."""
    rows = (
        PerformedExercise.objects.live()
        .order_by()
        # See `tallies_of`.
        .filter(workout__owner=user, workout__deleted_at=None, workout__day__gte=first, work_sets__gt=0)
        .values_list("exercise__pattern")
        .annotate(exercises=Count("exercise", distinct=True), times=Count("pk"))
    )
    ranked = sorted(rows, key=lambda row: (-row[1], -row[2], row[0]))
    return [Pattern(name) for name, _exercises, _times in ranked if name in Pattern.values]


def _sessions(user: User, pattern: Pattern, first: datetime.date, formula: Formula) -> dict[int, list[Session]]:
    """Sessions since `first`, oldest first, by exercise. One statement."""
    rows = PerformedExercise.objects.of(user).live().filter(day__gte=first, exercise__pattern=pattern, work_sets__gt=0)
    found: dict[tuple[int, str], list[Any]] = defaultdict(list)
    for exercise, load_type, *row in rows.order_by(*in_order()).values_list(
        "exercise", "exercise__load_type", *columns(formula)
    ):
        found[exercise, load_type].append(tuple(row))
    pair = Exercise.LoadType.DUMBBELL_PAIR
    return {pk: read(mine, formula, per_hand=load_type == pair) for (pk, load_type), mine in found.items()}


def _compared(
    exercise: Exercise, group: str, sessions: list[Session], unit: Unit, days: tuple[datetime.date, datetime.date]
) -> Compared:
    months: dict[tuple[int, int], list[Session]] = defaultdict(list)
    for session in sessions:
        months[session.day.year, session.day.month].append(session)
    series = series_of(sessions, choose(sessions), unit, exercise)
    return Compared(
        exercise=exercise,
        group=group,
        series=series,
        sketch=sketch(series, *days),
        whole=Stretch.of(sessions, unit),
        months=[Stretch.of(month, unit) for month in reversed(months.values())],
    )
