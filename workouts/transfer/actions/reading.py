"""The file of a batch, read as it was understood."""

from workouts.transfer.formats import Reading, read
from workouts.transfer.formats.mapped import Mapping
from workouts.transfer.models import ImportBatch


def reading_of(batch: ImportBatch, *, day_first: bool | None = None) -> Reading:
    mapping = Mapping.of_json(batch.columns) if batch.columns else None
    return read(bytes(batch.file or b""), day_first=day_first, mapping=mapping)
