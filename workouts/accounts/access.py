"""This row for this person, or 404: a stranger's row and a row that never was look alike."""

from uuid import UUID

from django.http import Http404

from workouts.accounts.models import ApiToken, BodyWeight, ExerciseGear, Gear, User


def body_weight_of(user: User, uid: UUID, *, deleted: bool = False) -> BodyWeight:
    """The user's entry `uid`; one that is deleted only where it is asked for."""
    rows = BodyWeight.objects.of(user).filter(uid=uid)
    entry = (rows if deleted else rows.live()).first()
    if entry is None:
        raise Http404
    return entry


def gear_of(user: User, uid: UUID) -> Gear:
    """A thing of the user's equipment that has a page of its own; plates have one together."""
    thing = Gear.objects.of(user).things().filter(uid=uid).first()
    if thing is None:
        raise Http404
    return thing


def choice_of(user: User, uid: UUID) -> ExerciseGear:
    """What the user chose for an exercise."""
    choice = ExerciseGear.objects.filter(owner=user, uid=uid).first()
    if choice is None:
        raise Http404
    return choice


def token_of(user: User, uid: UUID) -> ApiToken:
    """A token of the user's."""
    token = ApiToken.objects.of(user).filter(uid=uid).first()
    if token is None:
        raise Http404
    return token
