"""Bytes to cells: what people really upload."""

import gzip
import io
import time
import zipfile

import pytest

from tests.transfer.strong_files import DAY, A, B, data, line, sets, text
from workouts.transfer.formats import Reading, read
from workouts.transfer.formats.rows import TooLarge, Unreadable

NAME = "Kniebeuge “tief” – Übung"


def names(reading: Reading) -> list[str]:
    return [block.name for session in reading.sessions for block in session.blocks]


def counted(reading: Reading) -> int:
    return sum(len(block.sets) for session in reading.sessions for block in session.blocks)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings_are_read_exactly(encoding: str) -> None:
    reading = read(text([line(exercise=NAME)]).encode(encoding))
    assert names(reading) == [NAME]


def test_utf_16_of_either_order_is_read() -> None:
    content = text([line(exercise=NAME)])
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        assert names(read(mark + content.encode(encoding))) == [NAME]


def test_bytes_that_are_no_text_are_refused_with_their_line() -> None:
    broken = text([line(), line(order=2, notes="@@@")]).encode().replace(b"@@@", b"\x81\x8d")
    with pytest.raises(Unreadable, match="Line 3 "):
        read(broken)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_line_ends_and_delimiters(end: str, delimiter: str) -> None:
    names_with_all = "Squat, deep; slow"
    reading = read(text(sets(3, exercise=names_with_all), delimiter=delimiter, end=end).encode())
    assert (counted(reading), names(reading)) == (3, [names_with_all])


def test_a_line_separator_inside_a_note_is_text() -> None:
    note = "one\u2028two\nthree\r\nfour"
    session = read(data(line(notes=note))).sessions[0]
    assert session.blocks[0].note == note


def test_line_numbers_are_those_of_the_file() -> None:
    rows = [line(notes="one\ntwo\nthree"), line(order=2, reps="many")]
    assert read(data(*rows)).sorting.listed == [(5, "Reps “many”: not a plain number.")]


def packed(kind: str) -> bytes:
    if kind == "gzip":
        return gzip.compress(b"0" * 10_000_000)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("strong.csv", b"0" * 10_000_000)
    return target.getvalue()


PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256))
WRONG = {
    "empty": (b"", "empty"),
    "blank": (b" \r\n\n  ", "empty"),
    "bom alone": (b"\xef\xbb\xbf", "empty"),
    "one byte": (b"x", "not a header"),
    "png": (PNG, "no text|not a text file"),
    "zip": (packed("zip"), "packed"),
    "gzip": (packed("gzip"), "packed"),
    "nul": (data(line(notes="a\x00b")), "line 2 holds bytes"),
    "utf-16 cut off": (b"\xff\xfea", "UTF-16"),
    "unknown header": (b"when,what,how much\n1,2,3\n", "when, what, how much"),
    "html": (b"<!doctype html><title>Sign in</title>", "not a header"),
    "open quote": ((B + '\n2024-03-05 18:30:10,"Evening').encode(), "line 2 and never closes"),
    "open quote in the header": (b'"Date,Workout Name\n', "line 1 and never closes"),
    "stray quote in the header": (b'"Date" x,Workout Name\n', "first line"),
    "endless field": (data(line(notes="x" * 131_073)), "131,072"),
    "endless line": (B.encode() + b"\n" + b"," * 5_000_000, "Line 2 is longer"),
    "one line and no end": (b"a" * 5_000_000, "Line 1 is longer"),
    "10,000 columns": (",".join(f"c{n}" for n in range(10_000)).encode(), "c11, …"),
    "a column twice": ((B + ",Weight\n").encode(), "mean the same"),
    "weight and kg": ((B + ",kg\n").encode(), "mean the same"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_no_log_is_refused_in_words(case: str) -> None:
    content, words = WRONG[case]
    started = time.monotonic()
    with pytest.raises(Unreadable, match=words):
        read(content)
    assert time.monotonic() - started < 2


def test_a_huge_file_is_refused() -> None:
    with pytest.raises(TooLarge):
        read(b"x" * (5 * 1024 * 1024 + 1))


def test_a_file_of_too_many_rows_is_refused_at_the_limit() -> None:
    row = f"{DAY},Leg Day,,Squat,1,60,8,,,,,\n"
    with pytest.raises(TooLarge, match="50,000"):
        read((B + "\n" + row * 50_001).encode())


def test_quotes_out_of_place_cost_one_row_only() -> None:
    content = data(*sets(3)).replace(b'2024-03-05 18:30:10,"Evening Workout",1h 5m,"Squat (Barbell)",2', b'"a"b,2')
    reading = read(content)
    assert (counted(reading), reading.sorting.listed) == (2, [(3, "The quotes are out of place.")])


def test_rows_too_short_or_too_long() -> None:
    content = f"{A}\n{DAY},Leg Day,Squat,0,60,8\n{DAY},Leg Day,Squat,1,60,8,,,,,\n{DAY},Leg Day,Squat,2,60,8,,,,,x\n"
    reading = read(content.encode())
    assert counted(reading) == 2, "empty fields at the end are no harm, missing ones are empty"
    assert reading.sorting.listed == [(4, "11 fields under 9 columns.")]
