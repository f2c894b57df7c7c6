"""This row for this person, or 404: a stranger's row and a row that never was look alike."""

from uuid import UUID

from django.http import Http404

from workouts.accounts.models import BodyWeight, User


def body_weight_of(user: User, uid: UUID, *, deleted: bool = False) -> BodyWeight:
    """The user's entry `uid`; one that is deleted only where it is asked for."""
    rows = BodyWeight.objects.of(user).filter(uid=uid)
    entry = (rows if deleted else rows.live()).first()
    if entry is None:
        raise Http404
    return entry
