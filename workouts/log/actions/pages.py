"""Rows that wait to be written: new ones, changed fields, tombstones; and the figures that follow from them."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from workouts.log.actions.figures import INPUTS, place, refresh
from workouts.log.models import LoggedSet, PerformedExercise, StickyNote, SyncedRow, Workout

# What is referred to before what refers to it.
ORDER: tuple[type[SyncedRow], ...] = (Workout, PerformedExercise, LoggedSet, StickyNote)
BATCH = 500


class Pages:
    """Collects rows and writes their last state: a set that is put, changed and deleted at once is one statement.

    A row without a key is new, and its last state is what is inserted.
    """

    def __init__(self) -> None:
        self._new: dict[type[SyncedRow], list[SyncedRow]] = defaultdict(list)
        self._changed: dict[type[SyncedRow], dict[int, tuple[SyncedRow, set[str]]]] = defaultdict(dict)
        self._buried: dict[type[SyncedRow], dict[int, SyncedRow]] = defaultdict(dict)
        # Whose figures are no longer right, and workouts of another day or hour.
        self._stale: list[SyncedRow] = []
        self._moved: list[Workout] = []

    def insert(self, row: SyncedRow) -> None:
        if isinstance(row, PerformedExercise):
            row.day, row.started_at = row.workout.day, row.workout.started_at
        elif isinstance(row, LoggedSet):
            self._stale.append(row)
        self._new[type(row)].append(row)

    def change(self, row: SyncedRow, names: Collection[str]) -> None:
        if row.pk is not None:
            self._changed[type(row)].setdefault(row.pk, (row, set()))[1].update(names)
        if isinstance(row, LoggedSet) or (isinstance(row, PerformedExercise) and not INPUTS.isdisjoint(names)):
            self._stale.append(row)
        elif isinstance(row, Workout) and not {"day", "started_at"}.isdisjoint(names):
            self._moved.append(row)

    def bury(self, row: SyncedRow) -> None:
        """A tombstone was laid on the row, or taken off."""
        if row.pk is not None:
            self._buried[type(row)][row.pk] = row
        if isinstance(row, LoggedSet | PerformedExercise):
            self._stale.append(row)

    def write(self) -> None:
        """Tombstones first and resurrections last: a note that makes room for another one must be gone before."""
        self._write_tombstones(laid=True)
        for model in ORDER:
            if self._new[model]:
                _manager(model).bulk_create(self._new[model], batch_size=BATCH)
        for model in ORDER:
            self._write_changes(model)
        self._write_tombstones(laid=False)
        refresh(_keys_of_performed(self._stale))
        if self._moved:
            place(PerformedExercise.objects.filter(workout__in=[row.pk for row in self._moved]))

    def _write_changes(self, model: type[SyncedRow]) -> None:
        changed = self._changed[model].values()
        names = {name for _, each in changed for name in each}
        if names:
            _manager(model).bulk_update([row for row, _ in changed], sorted(names), batch_size=BATCH)

    def _write_tombstones(self, *, laid: bool) -> None:
        for model in ORDER:
            alike: dict[tuple[Any, Any], list[int]] = defaultdict(list)
            for key, row in self._buried[model].items():
                if (row.deleted_at is not None) == laid:
                    alike[row.deleted_at, row.deleted_by].append(key)
            for (at, by), keys in alike.items():
                for start in range(0, len(keys), BATCH):
                    chunk = _manager(model).filter(pk__in=keys[start : start + BATCH])
                    chunk.update(deleted_at=at, deleted_by=by)


def _keys_of_performed(rows: Iterable[SyncedRow]) -> set[int]:
    return {row.performed_id if isinstance(row, LoggedSet) else row.pk for row in rows}


def _manager(model: type[SyncedRow]) -> Any:
    return model._default_manager
