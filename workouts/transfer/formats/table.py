"""Bytes to cells: encoding, delimiter, quotes. Knows nothing of training, and survives whatever is uploaded."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from workouts.transfer.formats.rows import MAX_BYTES, MAX_ROWS, TooLarge, Unreadable

UTF8, UTF16, WESTERN = "UTF-8", "UTF-16", "Windows-1252"
DELIMITERS = ",;\t"
# The longest beginning in which a delimiter is looked for: a file may be one line of 5 MB.
SNIFFED = 20_000
# A row of five million commas would be as many cells: a hundred megabytes.
MAX_LINE = 200_000
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_ARCHIVES = (b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ")


@dataclass(slots=True)
class Table:
    """The header, and the lines below it: the number of the physical line where each begins, and its cells, or
    None where the quotes are out of place."""

    header: tuple[str, ...]
    lines: Iterator[tuple[int, list[str] | None]]
    encoding: str
    delimiter: str


def read_table(data: bytes) -> Table:
    """Raises Unreadable, also while `lines` is read (an open quote, an endless field, too many lines)."""
    if len(data) > MAX_BYTES:
        raise TooLarge(_("This file is larger than 5 MB."))
    if data.startswith(_ARCHIVES):
        raise Unreadable(_("This is a packed file. Unpack it, and choose the CSV file that is in it."))
    text, encoding = _decode(data)
    if not text.strip():
        raise Unreadable(_("This file is empty."))
    if "\x00" in text:
        line = 1 + text.count("\n", 0, text.index("\x00"))
        raise Unreadable(_("This is not a text file: line %(line)s holds bytes that no CSV has.") % {"line": line})
    delimiter = _delimiter(text)
    # newline="": line ends (LF, CR, CRLF) reach the CSV reader as they are, and so stay exact inside quotes.
    lines = _lines(io.StringIO(text, newline=""), delimiter)
    header = next((cells for _line, cells in lines if cells is None or any(map(str.strip, cells))), None)
    if header is None:
        raise Unreadable(_("The quotes in the first line of this file are out of place."))
    return Table(tuple(header), _limited(lines), encoding, delimiter)


def _decode(data: bytes) -> tuple[str, str]:
    if data.startswith(_UTF16_MARKS):
        try:
            return data.decode("utf-16"), UTF16
        except UnicodeDecodeError:
            raise Unreadable(_("This file begins as UTF-16 text and goes on as something else.")) from None
    try:
        return data.decode("utf-8-sig"), UTF8
    except UnicodeDecodeError:
        pass
    try:
        # Latin-1 with the quotes and dashes that Windows adds; bytes that mean nothing in it are refused.
        return data.decode("cp1252"), WESTERN
    except UnicodeDecodeError as error:
        line = 1 + data.count(b"\n", 0, error.start)
        raise Unreadable(
            _("Line %(line)s holds bytes that are no text, neither as UTF-8 nor as Windows-1252. Save it as UTF-8.")
            % {"line": line}
        ) from None


def _delimiter(text: str) -> str:
    """The delimiter that stands most often in the first line, outside quotes; a comma where none does."""
    counts = dict.fromkeys(DELIMITERS, 0)
    quoted = False
    for character in text.lstrip()[:SNIFFED]:
        if character == '"':
            quoted = not quoted
        elif not quoted and character in "\r\n":
            break
        elif not quoted and character in counts:
            counts[character] += 1
    return max(counts, key=lambda each: counts[each])


def _lines(source: io.StringIO, delimiter: str) -> Iterator[tuple[int, list[str] | None]]:
    # strict: a quote that never closes is an error and does not swallow the rest of the file in silence.
    reader = csv.reader(_short(source), delimiter=delimiter, strict=True)
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


def _short(source: io.StringIO) -> Iterator[str]:
    for line, text in enumerate(source, start=1):
        if len(text) > MAX_LINE:
            raise Unreadable(_("Line %(line)s is longer than 200,000 characters.") % {"line": line})
        yield text


def _give_up(error: str, line: int) -> None:
    if "unexpected end" in error:
        raise Unreadable(
            _("A quote opens on line %(line)s and never closes, so what follows cannot be read.") % {"line": line}
        )
    if "field larger" in error:
        raise Unreadable(
            _("Line %(line)s holds a field of more than 131,072 characters. Is a quote missing?") % {"line": line}
        )


def _limited(lines: Iterator[tuple[int, list[str] | None]]) -> Iterator[tuple[int, list[str] | None]]:
    for number, each in enumerate(lines, start=1):
        if number > MAX_ROWS:
            raise TooLarge(_("This file has more than 50,000 rows. Split it, and import the parts."))
        yield each
