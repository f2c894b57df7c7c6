"""This row for this person, or 404: a stranger's row and a row that never was look alike."""

from uuid import UUID

from django.http import Http404

from workouts.accounts.models import User
from workouts.log.models import PerformedExercise, Workout


def workout_of(user: User, uid: UUID | str, *, deleted: bool = False) -> Workout:
    """The user's workout `uid`; one she has deleted only where it is asked for (`deleted=True`)."""
    rows = Workout.objects.of(user).filter(uid=uid).select_related("routine__based_on")
    workout: Workout | None = (rows.revealed() if deleted else rows.live()).first()
    if workout is None:
        raise Http404
    return workout


def performed_of(user: User, uid: UUID | str) -> PerformedExercise:
    """The user's live exercise as performed, with its workout and exercise."""
    rows = PerformedExercise.objects.of(user).live().filter(uid=uid).select_related("workout", "exercise")
    performed: PerformedExercise | None = rows.first()
    if performed is None:
        raise Http404
    return performed
