"""Reads of the log that more than one feature needs."""

from collections.abc import Iterable

from django.db.models import Prefetch

from workouts.accounts.models import User
from workouts.log.ids import own_key
from workouts.log.models import LoggedSet, PerformedExercise, StickyNote, SyncedRow, Workout


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


def known_keys(model: type[SyncedRow], user: User, *, exact: bool = False) -> set[str]:
    """The identities in files that her live rows of `model` have; with `exact` (an export of ours) each row's own id
    too. One statement."""
    rows = model._default_manager.filter(owner=user, deleted_at=None)
    if not exact:
        return set(rows.exclude(origin_key="").values_list("origin_key", flat=True))
    pairs = list(rows.values_list("origin_key", "uid"))
    return {key for key, _uid in pairs if key} | {own_key(uid) for _key, uid in pairs}
