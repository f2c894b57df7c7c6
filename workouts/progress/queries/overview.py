"""The overview: what was logged, weekly sets per muscle group, sessions a week. Its statements do not grow."""

import datetime
from dataclasses import dataclass

from django.db.models import Count, Exists, Max, OuterRef

from workouts.accounts.models import User
from workouts.catalogue.models import Exercise
from workouts.log.models import LoggedSet, PerformedExercise
from workouts.log.queries import last_time
from workouts.progress.queries.sets import DoneSet, Raw, judge
from workouts.progress.queries.weeks import Week, Weights, weeks_of


@dataclass(frozen=True, slots=True)
class Logged:
    """An exercise the lifter has logged, with its newest day, the heaviest set then, and how many sessions it had."""

    exercise: Exercise
    group: str
    day: datetime.date
    top: DoneSet
    sessions: int


@dataclass(frozen=True, slots=True)
class Overview:
    """`weeks` are the last eight, oldest first; the last one is the one that runs."""

    logged: list[Logged]
    weeks: list[Week]

    @property
    def this_week(self) -> Week:
        return self.weeks[-1]

    @property
    def height(self) -> int:
        """Of the drawing of the weeks: see `Week.plates`."""
        return 12 * max(len(week.plates) for week in self.weeks)

    @property
    def last_week(self) -> Week:
        return self.weeks[-2]


def overview(user: User, *, today: datetime.date) -> Overview:
    """Six statements, however long the history is."""
    counts = _sessions(user)
    newest = last_time(user, counts)
    weights = Weights.of(counts)
    exercises = {one.pk: one for one in Exercise.objects.filter(pk__in=list(counts))}
    logged = [
        Logged(exercises[pk], weights.leading(pk), newest[pk].workout.day, top_set(newest[pk], exercises[pk]), count)
        for pk, (count, _newest) in counts.items()
        if pk in newest and pk in exercises
    ]
    logged.sort(key=lambda one: (one.day, one.sessions), reverse=True)
    return Overview(logged, weeks_of(user, weights, today=today))


def _sessions(user: User) -> dict[int, tuple[int, datetime.date]]:
    """Workouts with a working set of the exercise, and the newest day, by exercise."""
    working = LoggedSet.objects.of(user).live().working().filter(performed=OuterRef("pk"))
    rows = PerformedExercise.objects.of(user).live().filter(Exists(working)).order_by().values("exercise")
    counted = rows.annotate(count=Count("workout", distinct=True), newest=Max("workout__day"))
    return {row["exercise"]: (row["count"], row["newest"]) for row in counted}


def top_set(performed: PerformedExercise, exercise: Exercise) -> DoneSet:
    """The heaviest working set, the one with most reps of equals. `performed` comes from `last_time`, which sees to
    it that there is one."""
    per_hand = exercise.load_type == Exercise.LoadType.DUMBBELL_PAIR
    done = [
        judge(_raw(performed, one), per_hand=per_hand)
        for one in getattr(performed, "live_sets", [])
        if one.kind != "warmup"
    ]
    return max(done, key=lambda one: (one.load or 0, one.count))


def _raw(performed: PerformedExercise, one: LoggedSet) -> Raw:
    def text(value: object) -> str | None:
        return None if value is None else str(value)

    return Raw(
        style=performed.rep_style,
        judged=not (performed.pain or performed.deload),
        kind=one.kind,
        mode=one.load_mode,
        text=one.weight_text,
        weight=text(one.weight),
        unit=one.unit,
        reps=one.reps,
        left=one.left,
        right=one.right,
        seconds=one.seconds,
        rir=text(one.rir),
        rpe=text(one.rpe),
    )
