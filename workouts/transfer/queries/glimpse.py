"""The first lines of a file whose columns are to be told, and what was said about such columns before."""

from dataclasses import dataclass
from itertools import islice

from workouts.transfer.formats.guessing import Guess, guesses
from workouts.transfer.formats.mapped import Mapping, digest
from workouts.transfer.formats.table import read_table
from workouts.transfer.models import ColumnMapping, ImportBatch

# Lines that the guesses rest on, and those of them that are shown.
LOOKED_AT, SHOWN = 50, 5
LONGEST = 60


@dataclass(frozen=True, slots=True)
class Glimpse:
    """`rows` are the first lines under the header, cut to its width, each cell to sixty characters."""

    header: tuple[str, ...]
    rows: list[list[str]]
    guesses: dict[str, Guess]
    known: Mapping | None


def glimpse(batch: ImportBatch) -> Glimpse:
    """Reads the file's beginning. One statement for the file, one for what is remembered."""
    table = read_table(bytes(batch.file or b""))
    sample = [cells for _line, cells in islice(table.lines, LOOKED_AT) if cells]
    columns = batch.columns
    if not columns:
        kept = ColumnMapping.objects.filter(owner=batch.owner_id, header=digest(table.header)).first()
        columns = kept.columns if kept else {}
    width = len(table.header)
    return Glimpse(
        header=table.header,
        rows=[[_cut(each) for each in (row + [""] * width)[:width]] for row in sample[:SHOWN]],
        guesses=guesses(table.header, sample),
        known=Mapping.of_json(columns) if columns else None,
    )


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
