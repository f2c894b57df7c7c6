"""content/<language>/exercises/<slug>.toml: the texts of an exercise and of its lines, in the English order."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import Any

from django.db import models

from workouts.catalogue.content.anatomy import MuscleKind
from workouts.catalogue.content.children import INSTRUCTIONS
from workouts.catalogue.models import Exercise
from workouts.shared.content import Entry, Left, Present, Shape, Table, TranslationKind, lines
from workouts.shared.language.translated import TRANSLATED

WAYS_OUT = ("text", "why")


class ExerciseTranslationKind(TranslationKind[Exercise]):
    """Lists of lines are translated as a whole: one that has another length than the English is left in English.

    The notes of muscles' roles stand by muscle.
    """

    def said_in(self, table: Table) -> Shape:
        told = {key: table.list_of_text(key) for key in INSTRUCTIONS if table.has(key)}
        ways_out = [_parts(each, *WAYS_OUT) for each in table.tables("substitution")]
        notes = sorted((_parts(each, "muscle", "note") for each in table.tables("role")), key=itemgetter("muscle"))
        for before, after in pairwise(notes):
            if before["muscle"] == after["muscle"]:
                raise table.error(f'"role" names {after["muscle"]} twice. Keep one of them.')
        return {**super().said_in(table), **told, "substitution": ways_out, "role": notes}

    def said_by(self, row: Exercise) -> Shape:
        told = {key: self._texts(_lines_of(row, key)) for key in INSTRUCTIONS}
        ways_out = [{name: self._said(each, name) for name in WAYS_OUT} for each in row.substitutions.all()]
        notes = [{"muscle": each.muscle.slug, "note": self._said(each, "note")} for each in row.roles.all()]
        return {
            **super().said_by(row),
            **told,
            "substitution": ways_out if any(any(each.values()) for each in ways_out) else [],
            "role": sorted((each for each in notes if each["note"]), key=itemgetter("muscle")),
        }

    def _said(self, row: models.Model, name: str) -> str:
        return lines(getattr(row, f"{name}_{self.code}"))

    def _texts(self, rows: Sequence[models.Model]) -> list[str]:
        found = [self._said(each, "text") for each in rows]
        return found if any(found) else []

    def references(self, shape: Shape) -> Iterator[tuple[str, str]]:
        yield from super().references(shape)
        yield from ((MuscleKind.name, role["muscle"]) for role in shape.get("role", []))

    def yielding(self, shape: Shape, present: Present, taken: set[str]) -> Left | None:
        left = super().yielding(shape, present, taken)
        notes = shape.get("role", [])
        kept = [role for role in notes if role["muscle"] in present[MuscleKind.name]]
        if left is None and kept != notes:
            return Left({**shape, "role": kept}, "loaded without the muscles that an admin deleted.")
        return left

    def children(self, entry: Entry, row: Exercise) -> Iterator[models.Model]:
        for key in INSTRUCTIONS:
            yield from self._saying(_lines_of(row, key), [{"text": text} for text in entry.shape.get(key, [])])
        yield from self._saying(list(row.substitutions.all()), entry.shape.get("substitution", []))
        notes = {role["muscle"]: role["note"] for role in entry.shape.get("role", [])}
        roles = list(row.roles.all())
        yield from self._saying(roles, [{"note": notes.get(role.muscle.slug, "")} for role in roles])

    def _saying(self, rows: Sequence[models.Model], said: Sequence[Shape]) -> Iterator[models.Model]:
        """The rows, each saying in its columns what stands at its place; nothing where the lengths differ."""
        if len(rows) != len(said):
            said = [{}] * len(rows)
        for row, texts in zip(rows, said, strict=True):
            for name in TRANSLATED[type(row)]:
                setattr(row, f"{name}_{self.code}", texts.get(name, ""))
            yield row


def _parts(table: Table, *keys: str) -> dict[str, str]:
    parts = table.texts(*keys)
    table.end()
    return parts


def _lines_of(row: Exercise, key: str) -> list[Any]:
    return [line for line in row.instructions.all() if line.kind == INSTRUCTIONS[key]]
