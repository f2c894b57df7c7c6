"""content/faq.toml: the questions, in the order of the file."""

from collections.abc import Iterable
from pathlib import Path

from workouts.faq.models import Question
from workouts.shared.content import Entry, Kind, Pending, Shape, Table, checked, lines

TEXTS = ("slug", "question", "answer", "figure", "figure_caption")


class QuestionKind(Kind[Question]):
    name = "question"

    def read(self, folder: Path) -> list[Entry]:
        file = Table.of_file(folder, "faq.toml")
        entries = []
        for position, table in enumerate(file.tables("question"), 1):
            shape: Shape = {**table.texts(*TEXTS), "position": position}
            table.end()
            entries.append(Entry(shape["slug"], table.place, shape))
        file.end()
        return entries

    def rows(self) -> Iterable[Question]:
        return Question.objects.all()

    def shape(self, row: Question) -> Shape:
        return {**{field: lines(getattr(row, field)) for field in TEXTS}, "position": row.position}

    def blank(self) -> Question:
        return Question()

    def write(self, pending: Pending[Question]) -> None:
        for entry, row in pending:
            for field, value in entry.shape.items():
                setattr(row, field, value)
            checked(entry, row)
            row.save()
