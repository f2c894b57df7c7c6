"""From the log back to before an import."""

from contextlib import suppress
from uuid import UUID, uuid5

from workouts.accounts.models import User
from workouts.catalogue.actions import remove_own_exercises
from workouts.log import actions
from workouts.transfer.actions.belongings import noted, take_back_belongings
from workouts.transfer.models import ImportBatch


def undo(*, by: User, batch: ImportBatch) -> bool:
    """Deletes what the import wrote and takes away the exercises that it made, where nothing else uses them.
    Returns whether there was anything to undo."""
    if batch.status != ImportBatch.Status.DONE:
        return False
    # Repeated: sent twice, or taken up after a crash.
    with suppress(actions.Repeated):
        actions.undo_import(by=by, imported=_written_by(batch), request=uuid5(batch.uid, "undo"))
    take_back_belongings(by=by, batch=batch)
    remove_own_exercises(by=by, slugs=batch.answers.get("made", []), held=noted(by))
    batch.status = ImportBatch.Status.UNDONE
    batch.save(update_fields=["status"])
    return True


def _written_by(batch: ImportBatch) -> UUID:
    """A batch that is done has its mutation: the database holds it to that."""
    return batch.mutation or uuid5(batch.uid, "import")
