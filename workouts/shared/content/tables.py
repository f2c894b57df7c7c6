"""Reading TOML strictly: a key that is missing, misspelt or of another type is an error that says where."""

import tomllib
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Self, TypeVar

T = TypeVar("T")

NAMES = {str: "text in quotes", int: "a whole number", bool: "true or false", list: "a list", dict: "a table"}


class ContentError(Exception):
    """What is wrong in which file, and what to do about it."""

    def __init__(self, place: str, problem: str) -> None:
        super().__init__(f"{place}: {problem}")


class Table:
    """One table of a file. Every key is taken once; `end` refuses those that nobody asked for."""

    def __init__(self, values: dict[str, Any], place: str) -> None:
        self._left = dict(values)
        self.place = place

    @classmethod
    def of_file(cls, folder: Path, name: str) -> Self:
        """`folder`/`name`, parsed. Raises ContentError when it is absent or not TOML."""
        place = f"{folder.name}/{name}"
        try:
            return cls(tomllib.loads((folder / name).read_text(encoding="utf-8")), place)
        except FileNotFoundError:
            raise ContentError(place, "the file is missing. Put it back, or restore it from the repository.") from None
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise ContentError(place, f"this is not TOML: {error}. Correct it and load again.") from error

    def has(self, key: str) -> bool:
        """Whether the key is there: for those that may be left out."""
        return key in self._left

    def error(self, problem: str) -> ContentError:
        return ContentError(self.place, problem)

    def _take(self, key: str, kind: type[T]) -> T:
        if key not in self._left:
            raise self.error(f'the key "{key}" is missing. Add it.')
        value = self._left.pop(key)
        # A bool is an int to Python, not to a reader.
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise self.error(f'"{key}" must be {NAMES[kind]}, not {value!r}.')
        return value

    def text(self, key: str) -> str:
        return self._take(key, str).strip()

    def texts(self, *keys: str) -> dict[str, str]:
        return {key: self.text(key) for key in keys}

    def number(self, key: str) -> int:
        return self._take(key, int)

    def flag(self, key: str) -> bool:
        return self._take(key, bool)

    def decimal(self, key: str) -> Decimal | None:
        """A decimal written as text; None where it is empty."""
        return self._decimal(key, self.text(key))

    def _decimal(self, key: str, text: str) -> Decimal | None:
        try:
            value = Decimal(text) if text else None
        except InvalidOperation:
            raise self.error(f'"{key}" must be a number in quotes, such as "2.5", not "{text}".') from None
        if value is not None and not value.is_finite():
            raise self.error(f'"{key}" must be a number, not "{text}".')
        return value

    def list_of_text(self, key: str) -> list[str]:
        values = self._take(key, list)
        if not all(isinstance(value, str) for value in values):
            raise self.error(f'"{key}" must be a list of texts in quotes.')
        return [value.strip() for value in values]

    def weights(self, key: str) -> dict[str, Decimal]:
        """A table of decimals in quotes by slug."""
        table = Table(self._take(key, dict), f"{self.place}, {key}")
        return {slug: table.decimal(slug) or Decimal(0) for slug in list(table._left)}

    def tables(self, key: str) -> list["Table"]:
        """The tables [[key]], each named by its slug or its number; none where the key is absent."""
        found = self._take(key, list) if key in self._left else []
        if not all(isinstance(values, dict) for values in found):
            raise self.error(f'"{key}" must be tables, each headed [[{key}]].')
        return [Table(v, f"{self.place}, {v.get('slug') or f'{key} {n}'}") for n, v in enumerate(found, 1)]

    def end(self) -> None:
        """Raises ContentError for a key that nobody asked for: it is most likely misspelt."""
        for key in self._left:
            raise self.error(f'"{key}" is not a key that belongs here. Correct its name or remove it.')
