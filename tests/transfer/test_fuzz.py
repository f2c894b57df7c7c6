"""Damaged files: a sentence or a reading, never anything else, and never long."""

import time
from contextlib import suppress
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.transfer.strong_files import data, twin
from workouts.transfer.formats import read
from workouts.transfer.formats.rows import Unreadable

SOUND = data(*twin(workouts=2))
TWINS = {path.name: path.read_bytes() for path in (Path(__file__).parent / "samples").iterdir() if path.suffix != ""}
MARKS = [
    b'"', b"\x00", b"\n", b"\r", b",", b";", b"\xef\xbb\xbf", b"\xff\xfe", b"1e400", b"NaN", b"-", b"\xe2\x80\xa8",
]  # fmt: skip
JUNK = st.one_of(st.binary(max_size=40), st.sampled_from(MARKS))


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(sorted(TWINS)),
    st.lists(st.tuples(st.integers(0, 900), st.integers(0, 60), JUNK), min_size=1, max_size=6),
)
def test_cut_and_spliced_files_of_every_app(name: str, wounds: list[tuple[int, int, bytes]]) -> None:
    content = TWINS[name]
    for place, cut, junk in wounds:
        content = content[:place] + junk + content[place + cut :]
    started = time.monotonic()
    with suppress(Unreadable):
        for session in read(content).sessions:
            assert len(session.key) <= 40
            assert all(block.sets for block in session.blocks)
    assert time.monotonic() - started < 5


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(SOUND)), st.integers(0, 60), JUNK), min_size=1, max_size=6))
def test_cut_and_spliced_files(wounds: list[tuple[int, int, bytes]]) -> None:
    content = SOUND
    for place, cut, junk in wounds:
        content = content[:place] + junk + content[place + cut :]
    started = time.monotonic()
    with suppress(Unreadable):
        sorting = read(content).sorting
        sets = sum(len(block.sets) for session in sorting.sessions for block in session.blocks)
        assert sets + sum(sorting.skipped.values()) + sorting.errors == sorting.rows
    assert time.monotonic() - started < 5
