"""What a lifter did on top of an import, which its undo has to be honest about."""

from dataclasses import dataclass

from workouts.log.models import Change, LoggedSet, Mutation, Op
from workouts.transfer.models import ImportBatch


@dataclass(frozen=True, slots=True)
class Since:
    """Live sets of the import that were changed since (an undo takes them away as well), and sets that were added to
    its workouts (which stay)."""

    changed: int = 0
    added: int = 0

    def __bool__(self) -> bool:
        return bool(self.changed or self.added)


def since(batch: ImportBatch) -> Since:
    """Three statements, and none for a batch that is not done."""
    if batch.status != ImportBatch.Status.DONE or batch.mutation is None:
        return Since()
    imported = Mutation.objects.get(owner=batch.owner_id, uid=batch.mutation)
    changes = Change.objects.filter(owner=batch.owner_id).order_by()
    written = changes.filter(mutation=imported, op=Op.PUT)
    sets = written.filter(kind=Change.Kind.SET).values("row")
    workouts = written.filter(kind=Change.Kind.WORKOUT).values("row")
    later = changes.filter(rev__gt=imported.rev, kind=Change.Kind.SET, op=Op.PUT).values("row")
    live = LoggedSet.objects.filter(owner=batch.owner_id, deleted_at=None, uid__in=later)
    changed = live.filter(uid__in=sets).count()
    return Since(changed, live.filter(performed__workout__uid__in=workouts).count() - changed)
