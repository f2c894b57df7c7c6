"""What the loader needs to know of one kind of content; each feature says it in its `content`."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any, ClassVar, Generic, TypeVar

from django.core.exceptions import ValidationError
from django.db import models

from workouts.shared.content.tables import ContentError

R = TypeVar("R", bound=models.Model)

# An entry in plain values, the same from the file and from the row: text, whole numbers, flags, lists, dicts.
# Decimals are text (`plain`), order that is not stored is sorted, and line ends are those of Unix (`lines`).
Shape = dict[str, Any]
# By kind, the slugs that exist once the kind is loaded.
Present = Mapping[str, set[str]]


@dataclass(frozen=True)
class Entry:
    """One entry of the files: its slug, where it stands, what it says."""

    key: str
    place: str
    shape: Shape

    def saying(self, shape: Shape) -> "Entry":
        return replace(self, shape=shape)


@dataclass(frozen=True)
class Left:
    """What of an entry cannot be loaded, because an admin took away what it needs or gave its name to another.

    `shape` is the rest of it, None where nothing can be loaded.
    """

    shape: Shape | None
    why: str


Pending = list[tuple[Entry, R]]


class Kind(ABC, Generic[R]):
    """One kind of content: where it stands in the files, and what its rows say with their children."""

    name: ClassVar[str]
    # The kind whose rows these entries write on, which must be written again when that one wrote them anew.
    follows: str = ""

    @abstractmethod
    def read(self, folder: Path) -> list[Entry]:
        """Every entry of the files. Raises ContentError."""

    @abstractmethod
    def rows(self) -> Iterable[R]:
        """The site's rows, with all that `shape` looks at fetched."""

    def among(self, rows: list[R]) -> list[R]:
        """Of the rows of the kind that this one `follows`, those that have an entry of this kind."""
        return rows

    @abstractmethod
    def shape(self, row: R) -> Shape:
        """What the row and its children say, without a query."""

    @abstractmethod
    def blank(self) -> R:
        """A row to be created."""

    @abstractmethod
    def write(self, pending: Pending[R]) -> None:
        """Makes each row, new or old, say what its entry says, with children. Raises ContentError."""

    def references(self, shape: Shape) -> Iterator[tuple[str, str]]:
        """(kind, slug) of everything that the entry names."""
        yield from ()

    def names_taken(self, staying: list[R]) -> set[str]:
        """Names that must differ and are out of the load's reach, given the rows that do not follow the files."""
        return set()

    def yielding(self, shape: Shape, present: Present, taken: set[str]) -> Left | None:
        """What cannot be loaded, given what is present and which names are taken; None: all can."""
        return None


def checked(entry: Entry, row: models.Model, *, exclude: Iterable[str] = (), constraints: bool = True) -> None:
    """Raises ContentError, naming the field, unless the row is one that the database takes."""
    try:
        row.full_clean(exclude=set(exclude), validate_unique=constraints, validate_constraints=constraints)
    except ValidationError as error:
        problems = [f"{field}: {' '.join(told)}" for field, told in error.message_dict.items()]
        raise ContentError(entry.place, f"{'; '.join(problems)} Correct it and load again.") from error


def plain(value: Decimal | None) -> str:
    """ "2.5" for 2.50, "" for None: the same text from the file and from any database."""
    return "" if value is None else format(value.normalize(), "f")


def number(text: str) -> Decimal | None:
    """What `plain` wrote."""
    return Decimal(text) if text else None


def lines(text: str) -> str:
    """Text as the files have it: a browser sends \\r\\n, and a save without a change is not an edit."""
    return text.replace("\r\n", "\n").strip()
