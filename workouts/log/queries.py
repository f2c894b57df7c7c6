"""Reads of the log that more than one feature needs."""

import datetime
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from django.db import connection
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from workouts.accounts.models import User
from workouts.log.ids import own_key
from workouts.log.models import Change, LoggedSet, PerformedExercise, StickyNote, SyncedRow, Workout
from workouts.log.models.rows import SetQuerySet, SyncedQuerySet

LIVE = Q(deleted_at=None)
Rows = TypeVar("Rows", bound=SyncedQuerySet)
_A_PIECE = 2_000


def whole(user: User, workout: Workout) -> list[PerformedExercise]:
    """The live exercises of a workout in order, with their exercise and, as `live_sets`, their live sets.

    Two statements, whatever the workout holds.
    """
    rows = PerformedExercise.objects.of(user).live().filter(workout=workout).select_related("exercise")
    return list(rows.order_by("position", "pk").prefetch_related(live_sets()))


def live_sets() -> "Prefetch[str]":
    """Prefetch of an exercise's live sets in order, into `live_sets`."""
    return Prefetch("logged_sets", LoggedSet.objects.live().order_by("position", "pk"), to_attr="live_sets")


def open_workout(user: User) -> Workout | None:
    """The newest workout that was begun and not finished, for *Resume*. Imported ones have ended, said or not."""
    rows = Workout.objects.of(user).live().filter(finished_at=None, started_at__isnull=False, origin_key="")
    newest: Workout | None = rows.order_by("-started_at").first()
    return newest


def sticky_notes(user: User, exercises: Iterable[int]) -> dict[int, str]:
    """What she wrote to herself on these exercises, by their key. One statement."""
    rows = StickyNote.objects.of(user).live().filter(exercise__in=set(exercises))
    return dict(rows.values_list("exercise", "text"))


def known_keys(model: type[SyncedRow], user: User, *, exact: bool = False, known: Q = LIVE) -> set[str]:
    """The identities in files that her live rows of `model` have, or those that `known` picks; with `exact` (an
    export of ours) each row's own id too. One statement."""
    rows = model._default_manager.filter(known, owner=user)
    if not exact:
        return set(rows.exclude(origin_key="").values_list("origin_key", flat=True))
    pairs = list(rows.values_list("origin_key", "uid"))
    return {key for key, _uid in pairs if key} | {own_key(uid) for _key, uid in pairs}


def workouts_asked(
    user: User,
    *,
    first: datetime.date | None = None,
    last: datetime.date | None = None,
    routine: str | None = None,
    exercise: str | None = None,
    updated: datetime.datetime | None = None,
) -> SyncedQuerySet:
    """Her workouts that fit all that is given, with routine and, as `live_exercises`, their exercises in order. Two
    statements. `updated`: changed at that moment or since."""
    rows = _between(Workout.objects.of(user).live(), "day", first, last).select_related("routine")
    done = PerformedExercise.objects.live().filter(workout=OuterRef("pk"))
    if routine is not None:
        rows = rows.filter(routine__slug=routine)
    if exercise is not None:
        rows = rows.filter(Exists(done.filter(exercise__slug=exercise)))
    if updated is not None:
        changed = Change.objects.filter(owner=user, mutation__at__gte=updated).values("row")
        sets = LoggedSet.objects.of(user).filter(uid__in=changed).values("performed__workout")
        exercises = PerformedExercise.objects.of(user).filter(uid__in=changed).values("workout")
        rows = rows.filter(Q(uid__in=changed) | Q(pk__in=exercises) | Q(pk__in=sets))
    shown = PerformedExercise.objects.live().select_related("exercise").order_by("position", "pk")
    return rows.prefetch_related(Prefetch("exercises", shown, to_attr="live_exercises"))


def sets_asked(
    user: User,
    *,
    first: datetime.date | None = None,
    last: datetime.date | None = None,
    exercise: str | None = None,
    kind: str | None = None,
) -> SetQuerySet:
    """Her sets that fit all that is given, with their workout and exercise. One statement."""
    rows = LoggedSet.objects.of(user).live().select_related("performed__workout", "performed__exercise")
    rows = _between(rows, "performed__workout__day", first, last)
    if exercise is not None:
        rows = rows.filter(performed__exercise__slug=exercise)
    return rows.filter(kind=kind) if kind is not None else rows


def _between(rows: Rows, day: str, first: datetime.date | None, last: datetime.date | None) -> Rows:
    if first is not None:
        rows = rows.filter(**{f"{day}__gte": first})
    return rows if last is None else rows.filter(**{f"{day}__lte": last})


def raw(rows: "QuerySet[Any, Any]") -> Iterator[tuple[Any, ...]]:
    """The rows of a `values_list()` just as the driver has them, piece by piece; for ten years of them. The QuerySet
    itself would convert each column, a hundred rows at a time, and keep all of them. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(*rows.query.sql_with_params())
        while piece := cursor.fetchmany(_A_PIECE):
            yield from piece
