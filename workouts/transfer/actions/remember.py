"""What a lifter meant by the names of a file, for the next file."""

from collections.abc import Collection

from workouts.accounts.models import User
from workouts.catalogue.models import Exercise
from workouts.transfer.models import ImportedName


def remember(by: User, exercises: dict[str, Exercise], left: Collection[str]) -> None:
    """Keeps the answers. A name that was left out has none (the batch knows it); an exercise that was made and not
    needed is gone again."""
    ImportedName.objects.filter(owner=by, name__in=left).delete()
    there = set(Exercise.objects.filter(pk__in=[each.pk for each in exercises.values()]).values_list("pk", flat=True))
    answers = [ImportedName(owner=by, name=name, exercise=each) for name, each in exercises.items() if each.pk in there]
    ImportedName.objects.bulk_create(
        answers, update_conflicts=True, unique_fields=["owner", "name"], update_fields=["exercise"]
    )
