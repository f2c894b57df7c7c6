"""Bytes to text: which encoding it is, or the line where it is none.

UTF-8 with or without its mark, UTF-16 of either order with or without, Shift-JIS, and else Windows-1252, which is
Latin-1 with the quotes and dashes that Windows adds.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from workouts.transfer.formats.rows import Unreadable, check_size

UTF8, UTF16, WESTERN, JAPANESE = "UTF-8", "UTF-16", "Windows-1252", "Shift-JIS"
LINE_SEPARATOR = "\u2028"
# A row of five million commas would be as many cells: a hundred megabytes.
MAX_LINE = 200_000
_PACKED = (b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ")
_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
# Kana as Shift-JIS writes them. In Windows-1252 each would begin with a lone ‚ or ƒ.
_KANA = re.compile(rb"(?:\x82[\x9f-\xf1]|\x83[\x40-\x7e\x80-\x96]){2}")
# How much of the file tells the order of UTF-16 without a mark: its Latin letters have a NUL at every other place.
_LOOKED_AT = 400


@dataclass(frozen=True, slots=True)
class Text:
    """The bytes of a file with their codec. The text is never in memory as a whole: it would take up to 20 MB."""

    data: bytes
    codec: str
    encoding: str
    separated: bool = False

    def lines(self) -> Iterator[str]:
        """Physical lines with their ends as they are (LF, CR, CRLF), so that they stay exact inside quotes. U+2028
        ends a line where the header ends with it; anywhere else it is text. Raises Unreadable for an endless line."""
        # newline="": the CSV reader sees each line's own end.
        source = io.TextIOWrapper(io.BytesIO(self.data), encoding=self.codec, newline="")
        number = 0
        quoted = False
        for text in source:
            for part in _separated(text, quoted) if self.separated else (text,):
                number += 1
                if len(part) > MAX_LINE:
                    raise Unreadable(_("Line %(line)s is longer than 200,000 characters.") % {"line": number})
                quoted ^= self.separated and part.count('"') % 2 == 1
                yield part


def decode(data: bytes) -> Text:
    """Raises TooLarge, or Unreadable with the line where the bytes are no text."""
    check_size(data)
    if data.startswith(_PACKED):
        raise Unreadable(_("This is a packed file. Unpack it, and choose the CSV file that is in it."))
    content, codec, encoding = _decoded(data)
    start = content.lstrip("\ufeff")
    if not start.strip():
        raise Unreadable(_("This file is empty."))
    if "\x00" in content:
        line = 1 + content.count("\n", 0, content.index("\x00"))
        raise Unreadable(_("This is not a text file: line %(line)s holds bytes that no CSV has.") % {"line": line})
    if codec.startswith("utf-16") and data[:2] in _MARKS:
        codec = "utf-16"
    first = re.split(r"[\r\n]", start.lstrip()[:MAX_LINE], maxsplit=1)[0]
    separated = any(LINE_SEPARATOR in outside for outside in first.split('"')[::2])
    return Text(data, codec, encoding, separated)


def _decoded(data: bytes) -> tuple[str, str, str]:
    wide = _MARKS.get(data[:2]) or _unmarked(data[:_LOOKED_AT])
    if wide:
        try:
            return data.decode(wide), wide, UTF16
        except UnicodeDecodeError:
            raise Unreadable(_("This file begins as UTF-16 text and goes on as something else.")) from None
    try:
        return data.decode("utf-8-sig"), "utf-8-sig", UTF8
    except UnicodeDecodeError:
        pass
    if _KANA.search(data):
        try:
            return data.decode("cp932"), "cp932", JAPANESE
        except UnicodeDecodeError:
            pass
    try:
        return data.decode("cp1252"), "cp1252", WESTERN
    except UnicodeDecodeError as error:
        line = 1 + data.count(b"\n", 0, error.start)
        raise Unreadable(
            _("Line %(line)s holds bytes that are no text, neither as UTF-8 nor as Windows-1252. Save it as UTF-8.")
            % {"line": line}
        ) from None


def _unmarked(start: bytes) -> str | None:
    """UTF-16 without its mark: nearly every other byte of a header in Latin letters is NUL, and no other."""
    even, odd = start[::2], start[1::2]
    for codec, zeros, letters in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if len(zeros) >= 8 and zeros.count(0) * 10 >= len(zeros) * 9 and not letters.count(0):
            return codec
    return None


def _separated(text: str, quoted: bool) -> Iterator[str]:
    """Cuts after each U+2028 that stands outside quotes."""
    begin = 0
    for at, character in enumerate(text):
        if character == '"':
            quoted = not quoted
        elif character == LINE_SEPARATOR and not quoted:
            yield text[begin:at] + "\n"
            begin = at + 1
    if begin < len(text):
        yield text[begin:]
