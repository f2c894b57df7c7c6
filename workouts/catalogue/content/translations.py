"""content/<language>/exercises/<slug>.toml: the texts of an exercise and of its lines, in the English order."""

from collections.abc import Sequence
from typing import Any

from workouts.catalogue.content.children import INSTRUCTIONS
from workouts.catalogue.models import Exercise
from workouts.shared.content import Entry, Shape, Table, TranslationKind, lines

WAYS_OUT = ("text", "why")


class ExerciseTranslationKind(TranslationKind[Exercise]):
    """Lists of lines are translated as a whole: one that has another length than the English is left in English."""

    def said_in(self, table: Table) -> Shape:
        told = {key: table.list_of_text(key) for key in INSTRUCTIONS if table.has(key)}
        ways_out = [each.texts(*WAYS_OUT) for each in table.tables("substitution")]
        return {**super().said_in(table), **told, "substitution": ways_out}

    def said_by(self, row: Exercise) -> Shape:
        told = {key: self._texts(_lines_of(row, key), "text") for key in INSTRUCTIONS}
        ways_out = [
            {name: lines(getattr(each, f"{name}_{self.code}")) for name in WAYS_OUT} for each in row.substitutions.all()
        ]
        said = [each for each in ways_out if any(each.values())]
        return {**super().said_by(row), **told, "substitution": ways_out if said else []}

    def _texts(self, rows: Sequence[Any], name: str) -> list[str]:
        found = [lines(getattr(each, f"{name}_{self.code}")) for each in rows]
        return found if any(found) else []

    def write_children(self, entry: Entry, row: Exercise) -> None:
        for key in INSTRUCTIONS:
            self._write(_lines_of(row, key), [{"text": text} for text in entry.shape.get(key, [])])
        self._write(list(row.substitutions.all()), entry.shape.get("substitution", []))

    def _write(self, rows: Sequence[Any], said: Sequence[Shape]) -> None:
        if len(rows) != len(said):
            said = [{}] * len(rows)
        for each, texts in zip(rows, said, strict=True):
            names = ("text",) if not hasattr(each, "why") else WAYS_OUT
            for name in names:
                setattr(each, f"{name}_{self.code}", texts.get(name, ""))
        if rows:
            type(rows[0])._default_manager.bulk_update(rows, [f"{name}_{self.code}" for name in names])


def _lines_of(row: Exercise, key: str) -> list[Any]:
    return [line for line in row.instructions.all() if line.kind == INSTRUCTIONS[key]]
