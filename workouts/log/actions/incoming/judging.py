"""One mutation against the rows in memory: all of it or nothing. Everything is checked before anything is touched."""

from collections.abc import Callable, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from workouts.log.actions.fields import as_sent, plain
from workouts.log.actions.incoming.conflicts import Unseen
from workouts.log.actions.incoming.reading import FIXED, REQUIRED, invalid
from workouts.log.actions.incoming.rows import CHECKS, MAKERS, meant
from workouts.log.actions.incoming.shapes import Asked, Kind, Rejection, Verdict
from workouts.log.actions.incoming.world import World
from workouts.log.actions.journal import Journal
from workouts.log.models import LoggedSet, Op, PerformedExercise, StickyNote, SyncedRow, Workout


class Judge:
    """Applies mutations in their order, through the journal that the push has open."""

    def __init__(self, world: World, journal: Journal, unseen: Unseen) -> None:
        self.world, self.journal, self.unseen = world, journal, unseen
        self._ops: dict[Op, Callable[[Asked, Verdict], None]] = {
            Op.PUT: self._put,
            Op.DELETE: self._delete,
            Op.RESTORE: self._restore,
        }

    def apply(self, asked: Asked, verdict: Verdict) -> None:
        """Raises Rejection; nothing was touched then."""
        self._ops[asked.op](asked, verdict)

    def _known(self, asked: Asked) -> Any:
        row = self.world.get(asked.kind, asked.row)
        if row is None:
            raise Rejection("unknown-row", _("This entry is not on the site."))
        return row

    # --- put -------------------------------------------------------------------------------------------------

    def _put(self, asked: Asked, verdict: Verdict) -> None:
        row = self.world.get(asked.kind, asked.row)
        if row is not None:
            self._change(row, asked, verdict)
        elif all(asked.values.get(name) is not None for name in REQUIRED[asked.kind]):
            self._insert(asked, verdict)
        else:
            raise Rejection("unknown-row", _("This entry is not on the site, and not enough of it came to make it."))

    def _change(self, row: SyncedRow, asked: Asked, verdict: Verdict) -> None:
        for name in FIXED[asked.kind]:
            if name in asked.values and asked.values[name] != _identity(getattr(row, name)):
                raise Rejection("immutable-field", _("An entry stays where it was made: delete it and add a new one."))
        fields = meant(asked, self.world, row)
        if isinstance(row, StickyNote) and not fields.get("text", row.text).strip():
            self._bury([row])
            return
        new = {name: value for name, value in fields.items() if getattr(row, name) != value}
        _check(asked.kind, row, new)
        overwritten = self.unseen.of(asked, new)
        verdict.conflict = as_sent(asked.kind, plain(row, sorted(overwritten)))
        self.journal.change([(row, new)], conflict=bool(overwritten))
        self.unseen.written(row.uid, new)

    def _insert(self, asked: Asked, verdict: Verdict) -> None:
        row = MAKERS[asked.kind](asked, self.world)
        _check(asked.kind, row, {})
        if isinstance(row, LoggedSet):
            verdict.revived = self._revive(row.performed.workout, row.performed)
        self.world.add(row)
        self.journal.insert([row])
        if isinstance(row, PerformedExercise) and row.workout.deleted_at is not None:
            self.journal.delete_with(row, row.workout)

    # --- delete and restore ----------------------------------------------------------------------------------

    def _delete(self, asked: Asked, verdict: Verdict) -> None:
        row = self._known(asked)
        exercises, sets = self._inside(row)
        self._bury([*sets, *exercises, row])

    def _bury(self, rows: Sequence[SyncedRow]) -> None:
        self.journal.delete([row for row in rows if row.deleted_at is None])

    def _restore(self, asked: Asked, verdict: Verdict) -> None:
        """With what the row's deletion took. A row that is back needs the rows it hangs on."""
        row = self._known(asked)
        if row.deleted_at is None:
            return
        took = row.deleted_by
        exercises, sets = self._inside(row)
        back = [row, *(each for each in [*exercises, *sets] if each.deleted_at is not None and each.deleted_by == took)]
        if isinstance(row, StickyNote) and self.world.note_on(row.exercise):
            raise _note_exists()
        above = _above(row)
        self._no_twin([*above, *back])
        verdict.revived = self._revive(*above)
        self._raise(back)

    def _inside(self, row: SyncedRow) -> tuple[list[PerformedExercise], list[LoggedSet]]:
        return self.world.inside(row) if isinstance(row, Workout | PerformedExercise) else ([], [])

    def _revive(self, *rows: SyncedRow) -> bool:
        """Brings back what an arriving row hangs on: else nobody could reach it. Tells whether it was gone."""
        gone = [row for row in rows if row.deleted_at is not None]
        self._no_twin(gone)
        self._raise(gone)
        return bool(gone)

    def _raise(self, rows: Sequence[SyncedRow]) -> None:
        self.journal.restore(rows)
        for row in rows:
            self.world.revived(row)

    def _no_twin(self, rows: Sequence[SyncedRow]) -> None:
        if any(row.deleted_at is not None and self.world.twin(row) for row in rows):
            raise Rejection("already-back", _("This workout is back already: its file has been imported again."))


def _above(row: SyncedRow) -> list[SyncedRow]:
    if isinstance(row, LoggedSet):
        return [row.performed.workout, row.performed]
    return [row.workout] if isinstance(row, PerformedExercise) else []


def _identity(value: Any) -> Any:
    return value.uid if isinstance(value, SyncedRow) else value.slug


def _note_exists() -> Rejection:
    return Rejection("note-exists", _("There is a note on this exercise already: change that one."))


def _check(kind: Kind, row: SyncedRow, new: dict[str, Any]) -> None:
    """The log's rules on the row as it would be."""
    try:
        CHECKS[kind](row, new)
    except ValidationError as problem:
        raise invalid(problem.message_dict) from None
