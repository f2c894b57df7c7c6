"""Records when they happen: what one workout beat of all that came before it, whatever has come since."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.db.models import Count, F, FloatField, Max, Q, QuerySet
from django.utils.translation import gettext as _

from workouts.accounts.models import User
from workouts.catalogue.models import Exercise
from workouts.log.figures import read_loads
from workouts.log.figures.scale import SAME_LOAD
from workouts.log.models import PerformedExercise, Workout
from workouts.progress.queries.records import beats
from workouts.progress.queries.sessions import Session, columns, in_order, read
from workouts.progress.queries.shown import estimate_in, volume_in, volume_of
from workouts.science.one_rep_max import Formula
from workouts.science.units import Unit
from workouts.shared.language.numbers import spoken
from workouts.shared.language.translated import said

FAIR = Q(pain=False, deload=False)
# Both units on one scale, to find the most of the sessions before; a float is enough to compare sums by.
VOLUME = F("volume_kg") + F("volume_lb") * 0.45359237


@dataclass(frozen=True, slots=True)
class Happened:
    """An exercise of a workout: whether it was done for the first time, and the records set, in words."""

    name: str
    slug: str
    first: bool
    records: list[str]


class _Exercise(NamedTuple):
    pk: int
    name: str
    slug: str
    per_hand: bool


@dataclass(slots=True)
class _Before:
    """The best of the sessions before, judged ones only; `sessions` counts all."""

    sessions: int = 0
    e1rm: int | None = None
    top: int = 0
    volume: float = 0
    longest: int = 0
    reps: dict[int, int] = field(default_factory=dict)

    def add(self, sessions: int, e1rm: int | None, top: int | None, volume: float | None, longest: int | None) -> None:
        self.sessions += sessions
        if e1rm is not None:
            self.e1rm = max(self.e1rm or 0, e1rm)
        self.top = max(self.top, top or 0)
        self.volume = max(self.volume, volume or 0)
        self.longest = max(self.longest, longest or 0)

    def most_at(self, load: int) -> int | None:
        """Most reps at a load, or at one that differs by less than 5 g."""
        return max((reps for at, reps in self.reps.items() if abs(at - load) < SAME_LOAD), default=None)


def records_of(user: User, workout: Workout) -> list[Happened]:
    """What was set in `workout`, by exercise in its order; exercises without a record are left out.

    Two statements, and one more where an estimate beats the best before by no more than noise: it may still beat the
    record, for small steps add up.
    """
    formula = Formula(user.preferences.formula)
    done = _sessions(user, workout, formula)
    if not done:
        return []
    earlier = (
        PerformedExercise.objects.of(user)
        .live()
        .filter(_before(workout), work_sets__gt=0, exercise__in=[one.pk for one in done])
    )
    before = _best(earlier, formula)
    near = [
        one.pk
        for one, session in done.items()
        if (best := before[one.pk].e1rm) and session.e1rm and session.e1rm > best and not beats(session.e1rm, best)
    ]
    for pk, e1rm in _standing(earlier, near, formula).items():
        before[pk].e1rm = e1rm
    unit = Unit(user.preferences.unit)
    found = [
        Happened(one.name, one.slug, not before[one.pk].sessions, _words(session, before[one.pk], unit))
        for one, session in done.items()
    ]
    return [one for one in found if one.first or one.records]


def _sessions(user: User, workout: Workout, formula: Formula) -> dict[_Exercise, Session]:
    rows: dict[_Exercise, list[Any]] = defaultdict(list)
    found = PerformedExercise.objects.of(user).live().filter(workout=workout, work_sets__gt=0)
    names = ("exercise", said("exercise__name"), "exercise__slug", "exercise__load_type")
    for pk, name, slug, load_type, *values in found.order_by("position", "pk").values_list(*names, *columns(formula)):
        rows[_Exercise(pk, name, slug, load_type == Exercise.LoadType.DUMBBELL_PAIR)].append(tuple(values))
    return {one: read(values, formula, per_hand=one.per_hand)[0] for one, values in rows.items()}


def _before(workout: Workout) -> Q:
    """Sessions before it, in the order of `in_order`."""
    started = workout.started_at
    same = Q(day=workout.day)
    if started is None:
        return Q(day__lt=workout.day) | same & Q(started_at=None, workout__lt=workout.pk)
    hour = Q(started_at=None) | Q(started_at__lt=started) | Q(started_at=started, workout__lt=workout.pk)
    return Q(day__lt=workout.day) | same & hour


def _best(earlier: "QuerySet[PerformedExercise]", formula: Formula) -> dict[int, _Before]:
    """By exercise. Grouped by what was done at each load, which is often the same: one statement, few rows."""
    found: dict[int, _Before] = defaultdict(_Before)
    rows = (
        earlier.order_by()
        .values_list("exercise", "loads")
        .annotate(
            sessions=Count("pk"),
            e1rm=Max(formula.value),
            top=Max("top_load", filter=FAIR),
            volume=Max(VOLUME, filter=FAIR, output_field=FloatField()),
            held=Max("longest", filter=FAIR),
        )
    )
    for exercise, loads, *best in rows:
        before = found[exercise]
        before.add(*best)
        for at in read_loads(loads):
            before.reps[at.load] = max(before.reps.get(at.load, 0), at.reps)
    return found


def _standing(earlier: "QuerySet[PerformedExercise]", exercises: Iterable[int], formula: Formula) -> dict[int, int]:
    """The estimates that stood as records, of some exercises: each beat the one before it by more than noise."""
    held: dict[int, int] = {}
    if exercises:
        rows = earlier.filter(exercise__in=exercises).exclude(**{formula.value: None}).order_by(*in_order())
        for exercise, e1rm in rows.values_list("exercise", formula.value):
            if beats(e1rm, held.get(exercise)):
                held[exercise] = e1rm
    return held


def _words(session: Session, before: _Before, unit: Unit) -> list[str]:
    """What the session beat, in words; nothing where there was nothing to beat, or where it is not judged."""
    if not before.sessions or not session.judged:
        return []
    found: list[str] = []
    top, held = session.top, session.most(timed=True)
    if top and before.top and (session.top_load or 0) - before.top >= SAME_LOAD:
        found.append(_("heaviest set: %(set)s") % {"set": top.words})
    figure = estimate_in(session, session.best.unit)
    if figure and session.e1rm and before.e1rm and beats(session.e1rm, before.e1rm):
        words = {"text": figure.text, "unit": figure.unit, "grade": session.best.grade}
        least = session.best.at_least
        text = _("best estimate: at least %(text)s %(unit)s, grade %(grade)s")
        found.append((text if least else _("best estimate: %(text)s %(unit)s, grade %(grade)s")) % words)
    found += [
        _("most reps at %(load)s: %(count)s") % {"load": _load(at.weight, at.unit), "count": at.counted}
        for at in read_loads(session.loads)
        if (most := before.most_at(at.load)) and at.reps > most
    ]
    if held and before.longest and held.count > before.longest:
        found.append(_("longest set: %(count)s s") % {"count": held.count})
    volume = volume_in(session, volume_of(session).own_unit(unit))
    # As `VOLUME` has it, which knows nothing of a second hand.
    moved = session.volume_kg + session.volume_lb * 0.45359237
    if volume and before.volume and moved > before.volume:
        found.append(_("most in one session: %(text)s %(unit)s") % {"text": volume.text, "unit": volume.unit})
    return found


def _load(weight: str, unit: str) -> str:
    return f"{spoken(weight)} {unit}" if weight else _("body weight")
