"""All rows that a push names, read with a handful of statements and kept in memory while it is judged."""

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from django.db.models import Q

from workouts.accounts.models import User
from workouts.catalogue.models import Exercise
from workouts.log.actions.fields import KINDS, MODELS
from workouts.log.actions.incoming.shapes import Asked, Kind
from workouts.log.models import LoggedSet, Op, PerformedExercise, StickyNote, SyncedRow, Workout
from workouts.routines.models import Routine

# A tree is read where all below the row is touched.
WHOLE = {Op.DELETE, Op.RESTORE}


class World:
    """The account's rows by kind and id, each once: whoever hangs on a row hangs on the same object.

    Rows that an unfinished import has laid down are not there.
    """

    def __init__(self, owner: User) -> None:
        self.owner = owner
        self.exercises: dict[str, Exercise] = {}
        self.routines: dict[str, Routine] = {}
        self._rows: dict[tuple[Kind, UUID], SyncedRow] = {}
        # The live rows of imported files, by their key there: two may not live at once.
        self._origins: dict[tuple[Kind, str], UUID] = {}

    def get(self, kind: Kind, uid: UUID) -> Any:
        return self._rows.get((kind, uid))

    def workout(self, uid: UUID) -> Workout | None:
        found: Workout | None = self.get(Kind.WORKOUT, uid)
        return found

    def performed(self, uid: UUID) -> PerformedExercise | None:
        found: PerformedExercise | None = self.get(Kind.EXERCISE, uid)
        return found

    def add(self, row: SyncedRow) -> None:
        self._rows.setdefault((KINDS[type(row)], row.uid), row)

    def inside(self, row: SyncedRow) -> tuple[list[PerformedExercise], list[LoggedSet]]:
        """Exercises and sets below a workout or an exercise, whose tree was read."""
        exercises = [each for each in self._of(PerformedExercise) if each.workout is row]
        parents = exercises if isinstance(row, Workout) else [row]
        within = {parent.uid for parent in parents}
        return exercises, [each for each in self._of(LoggedSet) if self._parent(each) in within]

    def note_on(self, exercise: Exercise) -> StickyNote | None:
        """The live sticky note on an exercise."""
        live = (row for row in self._of(StickyNote) if row.deleted_at is None and row.exercise_id == exercise.pk)
        return next(live, None)

    def twin(self, row: SyncedRow) -> bool:
        """Whether the row's line of an imported file lives as another row."""
        lives_as = self._origins.get((KINDS[type(row)], row.origin_key)) if row.origin_key else None
        if lives_as is None or lives_as == row.uid:
            return False
        other = self.get(KINDS[type(row)], lives_as)
        return other is None or other.deleted_at is None

    def revived(self, row: SyncedRow) -> None:
        if row.origin_key:
            self._origins[KINDS[type(row)], row.origin_key] = row.uid

    def _of(self, model: type[Any]) -> Iterator[Any]:
        return (row for row in self._rows.values() if isinstance(row, model))

    def _parent(self, logged: LoggedSet) -> UUID | None:
        """The id of its exercise, if that is here: a set that is only changed or deleted brings none along."""
        cached = LoggedSet.performed.is_cached(logged)
        return logged.performed.uid if cached else None

    # --- reading ---------------------------------------------------------------------------------------------

    def read(self, asked: list[Asked]) -> "World":
        """What these mutations name, what it hangs on, and what hangs on it where it is deleted or restored."""
        self._read_exercises(asked)
        self._read_workouts(asked)
        self._read_sets(asked)
        if any(each.kind == Kind.NOTE for each in asked):
            mine = self._mine(StickyNote, Q(uid__in=_named(asked, Kind.NOTE)) | Q(deleted_at=None))
            self._keep(mine.select_related("exercise"))
        self._read_catalogue(asked)
        self._read_origins()
        return self

    def _read_exercises(self, asked: list[Asked]) -> None:
        """What sets hang on comes without its exercise, which is asked for only if it has to be revived: a set that is
        ticked off must be quick."""
        named = _named(asked, Kind.EXERCISE)
        parents = _referred(asked, Kind.SET, "performed") - named
        conditions = {
            Q(uid__in=parents): ("workout",),
            Q(uid__in=named): ("workout__routine", "exercise"),
            Q(workout__uid__in=_trees(asked, Kind.WORKOUT)): ("workout__routine", "exercise"),
        }
        for condition, related in conditions.items():
            if _meant(condition):
                self._keep(self._mine(PerformedExercise, condition).select_related(*related))

    def _read_workouts(self, asked: list[Asked]) -> None:
        wanted = _named(asked, Kind.WORKOUT) | _referred(asked, Kind.EXERCISE, "workout")
        wanted = {uid for uid in wanted if (Kind.WORKOUT, uid) not in self._rows}
        if wanted:
            self._keep(self._mine(Workout, Q(uid__in=wanted)).select_related("routine"))

    def _read_sets(self, asked: list[Asked]) -> None:
        named = _named(asked, Kind.SET)
        alone = {each.row for each in asked if each.kind == Kind.SET and each.op != Op.RESTORE}
        conditions = {
            Q(uid__in=alone): False,
            Q(uid__in=named - alone): True,
            Q(performed__workout__uid__in=_trees(asked, Kind.WORKOUT)): True,
            Q(performed__uid__in=_trees(asked, Kind.EXERCISE)): True,
        }
        for condition, with_parents in conditions.items():
            if _meant(condition):
                rows = self._mine(LoggedSet, condition)
                parents = ("performed__workout__routine", "performed__exercise")
                self._keep(rows.select_related(*parents) if with_parents else rows)

    def _read_catalogue(self, asked: list[Asked]) -> None:
        slugs = {each.values["exercise"] for each in asked if "exercise" in each.values}
        if slugs:
            rows = Exercise.objects.visible_to(self.owner).filter(slug__in=slugs)
            self.exercises = {row.slug: row for row in rows}
        plans = {each.values["routine"] for each in asked if each.values.get("routine")}
        if plans:
            self.routines = {row.slug: row for row in Routine.objects.known_to(self.owner).filter(slug__in=plans)}

    def _read_origins(self) -> None:
        for kind, model in MODELS.items():
            keys = {row.origin_key for row in self._of(model) if row.deleted_at is not None and row.origin_key}
            if keys:
                live = self._mine(model, Q(deleted_at=None, origin_key__in=keys)).values_list("origin_key", "uid")
                self._origins |= {(kind, key): uid for key, uid in live}

    def _mine(self, model: type[Any], condition: Q) -> Any:
        return model.objects.of(self.owner).revealed().filter(condition)

    def _keep(self, rows: Iterable[Any]) -> None:
        for row in rows:
            if isinstance(row, PerformedExercise):
                self._hang(row)
            self.add(row)
            if isinstance(row, LoggedSet) and LoggedSet.performed.is_cached(row):
                self._hang(row.performed)
                self.add(row.performed)
                # The row may have been read before, without its exercise.
                self.get(Kind.SET, row.uid).performed = self.performed(row.performed.uid)

    def _hang(self, row: PerformedExercise) -> None:
        self.add(row.workout)
        row.workout = self.get(Kind.WORKOUT, row.workout.uid)


def _named(asked: list[Asked], kind: Kind) -> set[UUID]:
    return {each.row for each in asked if each.kind == kind}


def _referred(asked: list[Asked], kind: Kind, field: str) -> set[UUID]:
    return {each.values[field] for each in asked if each.kind == kind and field in each.values}


def _trees(asked: list[Asked], kind: Kind) -> set[UUID]:
    return {each.row for each in asked if each.kind == kind and each.op in WHOLE}


def _meant(condition: Q) -> bool:
    """Whether the condition names any row at all."""
    child: Any = condition.children[0]
    return bool(child[1])
