"""What an import has made for itself before it is in the log."""

from workouts.catalogue.actions import remove_own_exercises
from workouts.routines.actions import remove_placed
from workouts.transfer.models import ImportBatch


def forget_made(batch: ImportBatch) -> None:
    """Takes away the exercises and routines that nobody has seen yet, of an import that is dropped or taken back."""
    remove_own_exercises(by=batch.owner, slugs=batch.answers.get("made", []))
    remove_placed(by=batch.owner, keys=batch.answers.get("placed", []))
