"""What the plain form knows of a workout: exercises with their sets, targets, and last time."""

import datetime
import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID, uuid5

from django.db.models import OuterRef, Subquery

from workouts.accounts.models import User
from workouts.catalogue.models import Exercise
from workouts.coach.queries import Calibration, Target, calibration, lead_group, targets, with_plans, with_swaps
from workouts.log.models import LoggedSet, PerformedExercise, SetKind, StickyNote, Workout
from workouts.science.units import Unit
from workouts.shared.language.translated import alphabetical


@dataclass(frozen=True)
class SheetExercise:
    """An exercise of the workout, its live sets in order, the ids of deleted ones, and the lifter's note on it."""

    performed: PerformedExercise
    target: Target
    sets: list[LoggedSet]
    dead: frozenset[UUID]
    sticky: str

    @cached_property
    def calibration(self) -> Calibration | None:
        """In a first session: the next set's weight, from the last one that is stored."""
        return calibration(self.target, self.sets)

    @property
    def next_position(self) -> int:
        return max((each.position for each in self.sets), default=0) + 1

    @property
    def done(self) -> int:
        """Working sets that are stored."""
        return sum(each.kind != SetKind.WARMUP for each in self.sets)


@dataclass(frozen=True, slots=True)
class SheetPage:
    """A workout as the form needs it; `today` is the lifter's local date."""

    workout: Workout
    exercises: list[SheetExercise]
    today: datetime.date

    @property
    def under_way(self) -> bool:
        """Whether it is being trained: advice on a workout of the past would only be in the way."""
        return self.workout.started_at is not None and self.workout.finished_at is None

    @property
    def done(self) -> int:
        return sum(each.done for each in self.exercises)

    @property
    def asked(self) -> int:
        """Prescribed sets, or those that were done where more were done."""
        return sum(max(each.performed.sets if each.performed.prescribed else 0, each.done) for each in self.exercises)


def sheet_page(user: User, workout: Workout, today: datetime.date) -> SheetPage:
    """Four statements, however much the workout holds. One more each where her preferences have not been read, where
    something hurt, and where a rule looks further back than usual."""
    rows = PerformedExercise.objects.of(user).live().filter(workout=workout).select_related("exercise")
    notes = StickyNote.objects.of(user).live().filter(exercise=OuterRef("exercise"))
    told = rows.annotate(lead=lead_group(), sticky=Subquery(notes.values("text")[:1]))
    performed = list(told.order_by("position", "pk"))
    found = targets(user, performed, workout.day, unit=Unit(user.preferences.unit), but=workout)
    aims = with_swaps(with_plans(found))
    sets: dict[int, list[LoggedSet]] = {row.pk: [] for row in performed}
    # Hers, for the exercises are. Named too, the owner would be the index that SQLite takes: all sets of ten years.
    for each in LoggedSet.objects.filter(performed__in=sets).order_by("position", "pk"):
        sets[each.performed_id].append(each)
    exercises = [_exercise(row, aim, sets[row.pk]) for row, aim in zip(performed, aims, strict=True)]
    return SheetPage(workout, exercises, today)


def _exercise(row: PerformedExercise, aim: Target, sets: list[LoggedSet]) -> SheetExercise:
    live = [each for each in sets if each.deleted_at is None]
    dead = frozenset(each.uid for each in sets if each.deleted_at is not None)
    return SheetExercise(row, aim, live, dead, getattr(row, "sticky", None) or "")


def free_ids(known: SheetExercise) -> Iterator[UUID]:
    """Ids for rows that are not stored yet, the same for every window that shows the same state: the same row ticked
    in two windows is one set. The id of a deleted set is never offered again: it stays deleted."""
    taken = known.dead | {each.uid for each in known.sets}
    numbers = itertools.count(len(taken))
    ids = (uuid5(known.performed.uid, str(number)) for number in numbers)
    return (uid for uid in ids if uid not in taken)


def taken_elsewhere(user: User, workout: Workout, uids: Iterable[UUID]) -> set[UUID]:
    """Those of `uids` that are sets of another workout of hers: a form may not reach them. One statement."""
    rows = LoggedSet.objects.of(user).filter(uid__in=list(uids)).exclude(performed__workout=workout)
    return set(rows.values_list("uid", flat=True))


def exercises_to_add(user: User) -> list[Exercise]:
    """The site's and her own exercises that are on the lists, hers first."""
    rows = Exercise.objects.visible_to(user).current().only("pk", "name", "owner", "rep_style")
    return sorted(rows, key=lambda each: (each.owner_id is None, alphabetical(each.name)))
