"""The loader of `content/`: what people write in TOML, kept in step with the database. Knows no feature."""

from workouts.shared.content.kinds import Entry, Kind, Left, Pending, Present, Shape, checked, lines, number, plain
from workouts.shared.content.loading import Report, load
from workouts.shared.content.tables import ContentError, Table
from workouts.shared.content.translations import TranslationKind, spoken

__all__ = [
    "ContentError",
    "Entry",
    "Kind",
    "Left",
    "Pending",
    "Present",
    "Report",
    "Shape",
    "Table",
    "TranslationKind",
    "checked",
    "lines",
    "load",
    "number",
    "plain",
    "spoken",
]
