"""content/<language>/: what the entries of a kind say in another language, in files of the same names.

A translation is an entry of its own, with its own record: an edit of the German text in the admin keeps that text, and
the English one goes on following its file; and the other way round.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Generic, TypeVar

from django.db import models

from workouts.shared.content.kinds import Entry, Kind, Left, Pending, Present, Shape, checked, lines
from workouts.shared.content.tables import Table
from workouts.shared.language.translated import TRANSLATED

R = TypeVar("R", bound=models.Model)
# Rows in one statement.
BATCH = 100


def spoken(shape: Shape) -> Shape:
    """Without what is not said: what a file leaves out is empty in the row."""
    return {key: value for key, value in shape.items() if value}


class TranslationKind(Kind[R], Generic[R]):
    """The texts of `of`'s entries in the language `code`.

    `file` is one file of tables [[`table`]], or (without `table`) a folder with a file for each entry.
    """

    def __init__(self, of: Kind[R], code: str, file: str, table: str = "") -> None:
        self.of, self.code, self.file, self.table = of, code, file, table
        self.name = f"{of.name} ({code})"  # type: ignore[misc]  # of each
        self.follows = of.name
        self.fields = TRANSLATED[type(of.blank())]

    def read(self, folder: Path) -> list[Entry]:
        return [self._entry(table) for table in self._tables(folder, f"{self.code}/{self.file}")]

    def _tables(self, folder: Path, name: str) -> Iterator[Table]:
        if self.table:
            if (folder / name).exists():
                yield from Table.of_file(folder, name).tables(self.table)
        else:
            for path in sorted((folder / name).glob("*.toml")):
                yield Table.of_file(folder, f"{name}/{path.name}")

    def _entry(self, table: Table) -> Entry:
        slug = table.text("slug")
        shape = spoken(self.said_in(table))
        table.end()
        return Entry(slug, table.place, {"slug": slug, **shape})

    def said_in(self, table: Table) -> Shape:
        """What a table of the files says but for its slug."""
        return {field: table.text(field) for field in self.fields if table.has(field)}

    def said_by(self, row: R) -> Shape:
        """What a row says but for its slug."""
        return {field: lines(getattr(row, f"{field}_{self.code}")) for field in self.fields}

    def references(self, shape: Shape) -> Iterator[tuple[str, str]]:
        yield self.of.name, shape["slug"]

    def yielding(self, shape: Shape, present: Present, taken: set[str]) -> Left | None:
        if shape["slug"] in present[self.of.name]:
            return None
        return Left(None, "there is no such row in the database; not loaded.")

    def rows(self) -> Iterable[R]:
        return self.among(list(self.of.rows()))

    def among(self, rows: list[R]) -> list[R]:
        return [row for row in rows if spoken(self.said_by(row))]

    def shape(self, row: R) -> Shape:
        return {"slug": row.slug, **spoken(self.said_by(row))}  # type: ignore[attr-defined]  # all have one

    def blank(self) -> R:
        return self.of.blank()

    def write(self, pending: Pending[R]) -> None:
        # The English entries were written before these: the rows are read anew.
        rows: dict[str, Any] = {row.slug: row for row in self.of.rows()}  # type: ignore[attr-defined]
        changed: dict[type[models.Model], list[models.Model]] = {}
        for entry, _ in pending:
            row = rows[entry.key]
            for field in self.fields:
                setattr(row, f"{field}_{self.code}", entry.shape.get(field, ""))
            for each in (row, *self.children(entry, row)):
                others = {field.name for field in each._meta.fields} - set(self._columns(type(each)))
                checked(entry, each, exclude=others, constraints=False)
                changed.setdefault(type(each), []).append(each)
        for model, found in changed.items():
            model._default_manager.bulk_update(found, self._columns(model), batch_size=BATCH)

    def _columns(self, model: type[models.Model]) -> list[str]:
        return [f"{name}_{self.code}" for name in TRANSLATED[model]]

    def children(self, entry: Entry, row: R) -> Iterator[models.Model]:
        """What hangs on the row, saying what the entry says of it, not saved yet; by itself nothing."""
        yield from ()
