"""Every text of the sources that is marked for translation: Python, templates and TypeScript."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from django.utils.translation.template import templatize

from legday.env import BASE

FUNCTIONS = {"gettext": 1, "gettext_lazy": 1, "ngettext": 2, "ngettext_lazy": 2}
# A string of Python or TypeScript.
_STRING = r"""("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')"""
_IN_TEMPLATE = re.compile(rf"\b(_|gettext|ngettext)\(\s*u?{_STRING}(?:\s*,\s*u?{_STRING})?")
_IN_SCRIPT = re.compile(rf"\b(gettext|ngettext)\(\s*{_STRING}(?:\s*,\s*{_STRING})?")
_IMPORT = re.compile(r"""(?:from|import|import\()\s*"(\.{1,2}/[^"]+\.ts)\"""")
_ENTRY = re.compile(r'^  "(frontend/[^"]+\.ts)"', re.M)


class Message(NamedTuple):
    """A text as the source has it, and its plural ("" where it has none)."""

    one: str
    many: str = ""


class Found(NamedTuple):
    """A message and the file that it is in, from the root."""

    message: Message
    place: str


def all_messages() -> list[Found]:
    """In the order of the files."""
    return sorted({*_of("legday/**/*.py", python), *_of("workouts/**/*.py", python), *_of("templates/**/*", template),
                   *_of("frontend/**/*.ts", script)}, key=lambda found: (found.place, found.message))  # fmt: skip


def _of(pattern: str, read: Callable[[str], Iterator[Message]]) -> Iterator[Found]:
    for path in sorted(BASE.glob(pattern)):
        if path.is_file() and "migrations" not in path.parts and not path.name.endswith(".test.ts"):
            place = path.relative_to(BASE).as_posix()
            yield from (Found(message, place) for message in read(path.read_text(encoding="utf-8")))


def python(text: str) -> Iterator[Message]:
    """The messages of a Python file, by whatever name it imports the functions."""
    module = ast.parse(text)
    known = {
        alias.asname or alias.name: FUNCTIONS[alias.name]
        for node in ast.walk(module)
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation"
        for alias in node.names
        if alias.name in FUNCTIONS
    }
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in known:
            said = [arg.value for arg in node.args[: known[node.func.id]] if isinstance(arg, ast.Constant)]
            if len(said) == known[node.func.id]:
                yield Message(*map(str, said))


def template(text: str) -> Iterator[Message]:
    """The messages of a template, as Django itself turns it into code for extraction."""
    yield from _matches(_IN_TEMPLATE, templatize(text))


def script(text: str) -> Iterator[Message]:
    """The messages of a TypeScript file."""
    yield from _matches(_IN_SCRIPT, text)


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[Message]:
    for name, one, many in pattern.findall(text):
        yield Message(ast.literal_eval(one), ast.literal_eval(many) if name == "ngettext" and many else "")


def entries() -> dict[str, set[Message]]:
    """What the scripts of each of Vite's entries say, with all that they import."""
    named = _ENTRY.findall((BASE / "vite.config.ts").read_text(encoding="utf-8"))
    return {
        name: {message for path in _reached(BASE / name, set()) for message in script(path.read_text())}
        for name in named
    }


def _reached(path: Path, seen: set[Path]) -> set[Path]:
    if path not in seen and path.is_file():
        seen.add(path)
        for other in _IMPORT.findall(path.read_text(encoding="utf-8")):
            _reached((path.parent / other).resolve(), seen)
    return seen
