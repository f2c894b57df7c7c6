"""Lines to workouts: which belong together, and who each of them is when the file comes again.

A workout is known by its own id if the file has one, else by its start (to the minute: a spreadsheet drops the
seconds) and its name; an exercise by its name
and how many times it came before in the workout; a set by its place. Not by the file's name, nor by the duration, which
people mend later. Every line but a rest timer keeps its place, so that a line mended in the file moves no other.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import TYPE_CHECKING

from workouts.log.models import SetKind
from workouts.transfer.formats.rows import Block, Broken, Line, Remark, Row, Session, Skip
from workouts.transfer.formats.sheet import Format

if TYPE_CHECKING:
    from workouts.transfer.formats.own import Own

LISTED = 50
POINTED_AT = 20


@dataclass(slots=True)
class Sorting:
    """The sessions that have a set, and everything that was left out or is worth a word, counted."""

    sessions: list[Session] = field(default_factory=list)
    rows: int = 0
    skipped: Counter[Skip] = field(default_factory=Counter)
    remarks: Counter[Remark] = field(default_factory=Counter)
    # The first lines that a remark is about.
    pointed: dict[Remark, list[int]] = field(default_factory=dict)
    errors: int = 0
    listed: list[tuple[int, str]] = field(default_factory=list)
    # What only a file of ours holds.
    own: "Own | None" = None

    def wrong(self, line: int, problem: str) -> None:
        self.errors += 1
        if self.errors <= LISTED:
            self.listed.append((line, problem))

    def remark(self, row: Row) -> None:
        for each in row.remarks:
            self.remarks[each] += 1
            lines = self.pointed.setdefault(each, [])
            if len(lines) < POINTED_AT:
                lines.append(row.line)


@dataclass(slots=True)
class _Group:
    """The lines of one workout, as the file has them: runs of one exercise."""

    first: Row
    runs: list[list[Row]] = field(default_factory=list)

    @property
    def names(self) -> set[str]:
        return {run[0].exercise for run in self.runs}


def sort_out(form: Format, lines: Iterable[Line]) -> Sorting:
    """The lines of a file of the format `form`, whose key is part of each row's identity."""
    sorting = Sorting()
    seen: Counter[str] = Counter()
    for group in _groups(form, lines, sorting):
        session = _session(form, group, seen)
        if session.blocks:
            sorting.sessions.append(session)
    return sorting


def _groups(form: Format, lines: Iterable[Line], sorting: Sorting) -> list[_Group]:
    """Contiguous lines of equal start, name and duration are one workout. Where they come again further down they
    still are, if they bring other exercises: the file was sorted by exercise. Else it is another workout."""
    found: list[_Group] = []
    newest: dict[tuple[object, ...], _Group] = {}
    stretch: list[Row] = []
    for row in _counted(lines, sorting):
        if stretch and _identity(stretch[0]) != _identity(row):
            _place(form, stretch, found, newest)
            stretch = []
        stretch.append(row)
    if stretch:
        _place(form, stretch, found, newest)
    return found


def _counted(lines: Iterable[Line], sorting: Sorting) -> Iterable[Row]:
    last = 0
    for line in lines:
        # A line with many sets is one row.
        sorting.rows += not isinstance(line, Row) or line.line != last
        last = line.line if isinstance(line, Row) else last
        if isinstance(line, Skip):
            sorting.skipped[line] += 1
        elif isinstance(line, Broken):
            sorting.wrong(line.line, line.problem)
        else:
            if line.problem:
                sorting.wrong(line.line, line.problem)
            elif line.skip:
                sorting.skipped[line.skip] += 1
            else:
                sorting.remark(line)
            yield line


def _identity(row: Row) -> tuple[object, ...]:
    return (row.session,) if row.session else (row.start, row.workout, row.length)


def _place(form: Format, stretch: list[Row], found: list[_Group], newest: dict[tuple[object, ...], _Group]) -> None:
    runs: list[list[Row]] = []
    for row in stretch:
        if runs and runs[-1][0].exercise == row.exercise:
            runs[-1].append(row)
        else:
            runs.append([row])
    group = newest.get(_identity(stretch[0]))
    if group is None or (not form.together and group.names & {run[0].exercise for run in runs}):
        group = newest[_identity(stretch[0])] = _Group(stretch[0])
        found.append(group)
    group.runs.extend(runs)


def _session(form: Format, group: _Group, seen: Counter[str]) -> Session:
    first = group.first
    family = form.key
    name = first.session or f"{first.start:%Y-%m-%dT%H:%M}\x1f{first.workout}"
    seen[name] += 1
    identity = f"{family}\x1f{name}\x1f{seen[name]}"
    rows = [row for run in group.runs for row in run]
    session = Session(first.start, first.timed, first.workout, first.length, _key(family, identity))
    session.note = next((row.workout_note for row in rows if row.workout_note), "")
    times: Counter[str] = Counter()
    for block in _blocks(form, group.runs):
        exercise = block[0].exercise
        times[exercise] += 1
        called = f"{identity}\x1f{exercise}\x1f{times[exercise]}"
        sets = [(_key(family, f"{called}\x1f{n}"), row) for n, row in enumerate(block, start=1) if row.is_set]
        if sets:
            note = "" if form.own_notes else block[0].note
            session.blocks.append(Block(exercise, _key(family, called), note, block[0].superset, sets))
    return session


def _key(family: str, identity: str) -> str:
    digest = blake2b(identity.encode("utf-8", "surrogatepass"), digest_size=14).hexdigest()
    return f"{family}:{digest}"[:40]


def _blocks(form: Format, runs: list[list[Row]]) -> list[list[Row]]:
    """Exercises as performed. One that comes again is the same where its set order goes on (a circuit), another
    where it starts over; where the format has no set order it is the same."""
    blocks: list[list[Row]] = []
    newest: dict[str, tuple[list[Row], int | None]] = {}
    for part in (part for run in runs for part in _parts(run)):
        numbers = [row.order for row in part if row.order is not None]
        known, last = newest.get(part[0].exercise, (part, None))
        if known is not part and (form.together or (last is not None and numbers and numbers[0] > last)):
            known.extend(part)
        else:
            known = part
            blocks.append(part)
        newest[part[0].exercise] = (known, max(numbers, default=None))
    return blocks


def _parts(run: list[Row]) -> list[list[Row]]:
    """A run cut where the set order starts over. Warm-ups have a letter for a number: they open the part whose first
    number follows them."""
    ahead: list[int | None] = [None] * len(run)
    following: int | None = None
    for place in range(len(run) - 1, -1, -1):
        following = run[place].order if run[place].order is not None else following
        ahead[place] = following
    parts: list[list[Row]] = [[]]
    last: int | None = None
    for row, number in zip(run, ahead, strict=True):
        opens = row.order is not None or row.kind is SetKind.WARMUP
        if opens and last is not None and number is not None and number <= last:
            parts.append([])
            last = None
        parts[-1].append(row)
        last = row.order if row.order is not None else last
    return parts
