"""An import that many requests write, each a few pieces of it: laid down unseen (staging.py), revealed by the last.

A piece that broke off half way is laid again: what of it is there already is found by its origin keys.
"""

from collections.abc import Iterator, Sequence
from uuid import UUID

from django.db import IntegrityError
from django.db.models import Count, Q

from workouts.accounts.models import User
from workouts.log.actions.imports import REMOVALS_AND_IMPORTS, Plan, refuse_known, revision
from workouts.log.actions.staging import Disturbed, Staging, sweep
from workouts.log.drafts import Added, WorkoutDraft
from workouts.log.models import Change, Mutation, Op, PerformedExercise, Source
from workouts.log.queries import LIVE

# Above this many keys the account's are read, and not those of the piece: databases limit a statement's parameters.
MOST_KEYS = 2000


class LongImport:
    """One import under way. `uid` and `planned` are what another request takes it up by; of the pieces that a request
    lays the first may have been begun before."""

    def __init__(self, by: User, staging: Staging, *, begun: bool) -> None:
        self.by, self._staging, self._begun = by, staging, begun

    @classmethod
    def begin(cls, *, by: User) -> "LongImport":
        sweep(by)
        return cls(by, Staging.begin(by, Source.IMPORT, revision(by)), begun=False)

    @classmethod
    def take_up(cls, *, by: User, uid: UUID, planned: int) -> "LongImport":
        """Raises Vanished if it is not there any more."""
        return cls(by, Staging.take_up(by, uid, planned), begun=True)

    @property
    def uid(self) -> UUID:
        return self._staging.uid

    @property
    def planned(self) -> int:
        return self._staging.planned

    def lay(self, drafts: Sequence[WorkoutDraft]) -> None:
        """What is new of `drafts`, in transactions of some hundred rows. Raises ValidationError as `import_workouts`,
        and Disturbed where another request is laying it down too, or takes it away."""
        there = LIVE | Q(deleted_by=self.uid) if self._begun else LIVE
        keys, uids = list(_keys(drafts)), list(_uids(drafts))
        named = Q()
        if len(keys) + len(uids) <= MOST_KEYS:
            named = Q(uid__in=uids)
            there &= (Q(origin_key__in=keys) | named) if uids else Q(origin_key__in=keys)
        plan = Plan(self.by, there, self.uid if self._begun else None, named=named if uids else None)
        for draft in drafts:
            plan.workout(draft)
        rows = plan.rows()
        try:
            for kind in (rows.workouts, rows.exercises, rows.sets):
                self._staging.put(kind)
        except IntegrityError as error:
            raise Disturbed from error
        self._begun = False

    def reveal(self, *, request: UUID) -> Added:
        """Makes it count as the mutation `request`. Raises Repeated, Vanished, and Disturbed where the log has changed
        in what the import stands on."""
        refuse_known(self.by, request)
        rows = PerformedExercise.objects.filter(owner=self.by)
        richer = rows.filter(LIVE, pk__in=rows.filter(logged_sets__deleted_by=self.uid).values("pk"))
        further = rows.filter(deleted_by=self.uid, workout__deleted_at=None)
        touched = [*richer, *further]
        try:
            self._staging.reveal(request, REMOVALS_AND_IMPORTS, touched)
        except IntegrityError as error:
            raise Disturbed from error
        return added_by(self.by, request)

    def drop(self) -> None:
        self._staging.drop()


def added_by(by: User, request: UUID) -> Added:
    """How many rows the mutation `request` wrote. One statement."""
    written = Change.objects.filter(mutation__owner=by, mutation__uid=request, op=Op.PUT).order_by()
    counts = dict(written.values_list("kind").annotate(Count("pk")))
    return Added(*(counts.get(kind, 0) for kind in (Change.Kind.WORKOUT, Change.Kind.EXERCISE, Change.Kind.SET)))


def is_applied(by: User, request: UUID) -> bool:
    return Mutation.objects.filter(owner=by, uid=request).exists()


def _keys(drafts: Sequence[WorkoutDraft]) -> Iterator[str]:
    for draft in drafts:
        yield draft.origin_key
        for exercise in draft.exercises:
            yield exercise.origin_key
            yield from (each.origin_key for each in exercise.sets)


def _uids(drafts: Sequence[WorkoutDraft]) -> Iterator[UUID]:
    """The ids that drafts of a file of ours name."""
    for draft in drafts:
        exercises = draft.exercises
        named = [draft.uid, *(each.uid for each in exercises), *(row.uid for each in exercises for row in each.sets)]
        yield from (uid for uid in named if uid is not None)
