"""Text to cells: delimiter and quotes. Knows nothing of training, and survives whatever is uploaded."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from workouts.transfer.formats.rows import MAX_ROWS, TooLarge, Unreadable
from workouts.transfer.formats.text import Text, decode

DELIMITERS = ",;\t"
# The longest beginning in which a delimiter is looked for: a file may be one line of 5 MB.
SNIFFED = 20_000

Found = tuple[int, list[str] | None]


@dataclass(frozen=True, slots=True)
class Table:
    """The header, and the lines below it, read anew each time they are asked for."""

    text: Text
    header: tuple[str, ...]
    delimiter: str

    @property
    def lines(self) -> Iterator[Found]:
        """The number of the physical line where each begins, and its cells, or None where the quotes are out of
        place. Raises Unreadable while it is read (an open quote, an endless field, too many lines)."""
        lines = _lines(self.text, self.delimiter)
        _header(lines)
        return _limited(lines)

    def peek(self, place: int) -> list[str]:
        """The column at `place`, if its first cell has a slash; else nothing, and the file is not read twice."""
        seen: list[str] = []
        for _line, cells in self.lines:
            text = cells[place].strip() if cells and place < len(cells) else ""
            if text and not seen and "/" not in text:
                break
            if text:
                seen.append(text)
        return seen


def read_table(data: bytes) -> Table:
    """Raises Unreadable or TooLarge with a sentence for the lifter."""
    text = decode(data)
    delimiter = _delimiter(text)
    header = _header(_lines(text, delimiter))
    if header is None:
        raise Unreadable(_("The quotes in the first line of this file are out of place."))
    return Table(text, tuple(header), delimiter)


def _header(lines: Iterator[Found]) -> list[str] | None:
    return next((cells for _line, cells in lines if cells is None or any(map(str.strip, cells))), None)


def _delimiter(text: Text) -> str:
    """The delimiter that stands most often in the first line, outside quotes; a comma where none does."""
    counts = dict.fromkeys(DELIMITERS, 0)
    quoted = False
    first = next(line for line in text.lines() if line.strip())
    for character in first[:SNIFFED]:
        if character == '"':
            quoted = not quoted
        elif not quoted and character in counts:
            counts[character] += 1
    return max(counts, key=lambda each: counts[each])


def _lines(text: Text, delimiter: str) -> Iterator[Found]:
    # strict: a quote that never closes is an error and does not swallow the rest of the file in silence.
    reader = csv.reader(text.lines(), delimiter=delimiter, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            _give_up(str(error), line)
            yield line, None
            continue
        if cells:
            yield line, cells


def _give_up(error: str, line: int) -> None:
    if "unexpected end" in error:
        raise Unreadable(
            _("A quote opens on line %(line)s and never closes, so what follows cannot be read.") % {"line": line}
        )
    if "field larger" in error:
        raise Unreadable(
            _("Line %(line)s holds a field of more than 131,072 characters. Is a quote missing?") % {"line": line}
        )


def _limited(lines: Iterator[Found]) -> Iterator[Found]:
    for number, each in enumerate(lines, start=1):
        if number > MAX_ROWS:
            raise TooLarge(_("This file has more than 50,000 rows. Split it, and import the parts."))
        yield each
