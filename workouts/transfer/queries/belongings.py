"""What a file of ours brings besides workouts, and how much of it the account has."""

from typing import Any

from workouts.accounts.models import BodyWeight, User
from workouts.catalogue.models import Exercise
from workouts.log.models import StickyNote
from workouts.routines.models import Routine
from workouts.transfer.formats import Reading


def belongings(user: User, reading: Reading) -> dict[str, Any]:
    """`fresh`: how many of the file the account lacks, and `there`: how many it has and that are left alone, by name.
    Empty for another app's file. Four statements."""
    own = reading.own
    if own is None or not own.more:
        return {"fresh": {}, "there": {}}
    exercises = {name.casefold() for name in Exercise.objects.filter(owner=user).values_list("name", flat=True)}
    routines = set(Routine.objects.of(user).values_list("name", flat=True))
    days = set(BodyWeight.objects.of(user).live().values_list("day", flat=True))
    noted = set(StickyNote.objects.of(user).live().values_list("exercise__slug", flat=True))
    has = {
        "own_exercises": [own.named[label].name.casefold() in exercises for label in own.exercises],
        "routines": [each.name in routines for each in own.routines if each.deleted_at is None],
        "body_weights": [each.day in days for each in own.body_weights],
        "notes": [each.slug in noted for each in own.notes],
    }
    return {
        "fresh": {name: len(each) - sum(each) for name, each in has.items()},
        "there": {name: sum(each) for name, each in has.items()},
    }
