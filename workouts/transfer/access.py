"""This import for this person, or 404."""

from uuid import UUID

from django.http import Http404

from workouts.accounts.models import User
from workouts.transfer.models import ImportBatch


def batch_of(user: User, uid: UUID) -> ImportBatch:
    """Without the file's bytes, which are fetched when they are needed."""
    batch = ImportBatch.objects.filter(owner=user, uid=uid).defer("file").first()
    if batch is None:
        raise Http404
    return batch
