"""The newest sessions of some exercises, with their working sets, in one statement; the others, where a rule wants
to see them, in one more.

A rule of progression may look back as far as the log goes: misses in a row and sessions at one weight have no end, and
what plateau is the third is decided by the first two. Nearly all of them have seen enough after a few sessions.
"""

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from itertools import chain, groupby
from operator import itemgetter
from typing import Any, Protocol, TypeVar

from django.db.models import CharField, F, Q, QuerySet
from django.db.models.functions import Cast

from workouts.accounts.models import User
from workouts.coach.queries.past import History, NotRead, Past, PastRow, PastSet
from workouts.log.models import LoggedSet, PerformedExercise, Workout
from workouts.log.queries import raw

# Nearly every rule has seen enough after these.
SESSIONS = 16
# And nearly every other one after so many more.
MORE = 128

_Row = tuple[Any, ...]
# The first row of a session, up to its set, and its sets.
_Session = tuple[_Row, list[_Row]]
_WIDTH = len(PastRow._fields)
_AS_TEXT = {"weight", "rir", "rpe", "day", "prescribed", "pain", "deload", "target_rir"}
# SQLite's and PostgreSQL's.
_YES = {"1", "true"}
# Some more than the rules looked at last time: by then she has trained again.
_AHEAD = 8
# How far back the rules looked, by lifter and exercise, where that was further than usual: so many are read at once
# the next time. Nothing but a hint, kept by each process for itself; without it, reading takes one more statement.
_reach: dict[tuple[int, int], int] = {}
_MOST_HINTS = 10_000


@dataclass(slots=True)
class Log:
    """Some exercises of one lifter: `histories` by the exercise's key, and the `rows` that they are made of."""

    owner: int = 0
    rows: QuerySet[Any] = field(default_factory=PerformedExercise.objects.none)
    histories: dict[int, History] = field(default_factory=dict)

    def of(self, exercise: int) -> History:
        return self.histories.get(exercise) or History(iter(()), 0, whole=True)

    def read(self, exercises: Iterable[int]) -> None:
        """The newest sessions of each. One statement."""
        most = {exercise: _reach.get((self.owner, exercise), SESSIONS) for exercise in exercises}
        found = self._sessions({exercise: slice(count) for exercise, count in most.items()})
        for exercise, sessions in found.items():
            count = len(sessions)
            self.histories[exercise] = History(_made(sessions), count, whole=count < most[exercise])

    def read_on(self, exercises: Iterable[int], most: int | None) -> None:
        """So many more of these, or all others. One statement."""
        reached = {exercise: self.of(exercise).read for exercise in exercises}
        found = self._sessions({key: slice(at, None if most is None else at + most) for key, at in reached.items()})
        for exercise in reached:
            sessions = found.get(exercise, [])
            count = len(sessions)
            self.of(exercise).go_on(_made(sessions), count, whole=most is None or count < most)

    def remember(self) -> None:
        """Keeps how far back the rules have looked."""
        if len(_reach) > _MOST_HINTS:
            forget()
        for exercise, history in self.histories.items():
            key = (self.owner, exercise)
            if history.reach > SESSIONS:
                _reach[key] = history.reach + _AHEAD
            else:
                _reach.pop(key, None)

    def _sessions(self, parts: dict[int, slice]) -> dict[int, list[_Session]]:
        """By exercise, a part of its sessions, newest first. One statement."""
        wanted = Q()
        for exercise, part in parts.items():
            # A limit for each, by its own index: numbering all rows of ten years costs many times as much.
            wanted |= Q(performed__in=self.rows.filter(exercise=exercise)[part])
        if not wanted:
            return {}
        found: dict[int, list[_Session]] = {}
        # Equal sets are one tuple: a lifter does the same few for years, and all rows of ten years are 10 MB.
        known = dict[_Row, _Row]()
        for _pk, rows in groupby(raw(_sets().filter(wanted)), key=itemgetter(0)):
            first = next(rows)
            sets = [known.setdefault(each, each) for each in (row[_WIDTH:] for row in chain([first], rows))]
            found.setdefault(first[1], []).append((first[:_WIDTH], sets))
        return found


class _OfLog(Protocol):
    @property
    def dose(self) -> "_OfExercise": ...
    @property
    def log(self) -> Log: ...


class _OfExercise(Protocol):
    @property
    def exercise_id(self) -> int: ...


Item = TypeVar("Item", bound=_OfLog)
Answer = TypeVar("Answer")


def recent(user: User, exercises: Iterable[int], *, until: datetime.date, but: Workout | None = None) -> Log:
    """The sessions of these exercises (by key) of the day `until` or before; the newest of each are read.

    `but`: not this workout (the one in progress). One statement.
    """
    rows = PerformedExercise.objects.of(user).live().filter(day__lte=until, work_sets__gt=0)
    if but is not None:
        rows = rows.exclude(workout=but)
    log = Log(user.pk, rows.order_by("-day", F("started_at").desc(nulls_last=True), "-pk").values("pk"))
    log.read(exercises)
    return log


def asked(items: Iterable[Item], question: Callable[[Item], Answer]) -> list[Answer]:
    """The answer to `question` of each item (all of one log), which may go through its exercise's history.

    No statement where the sessions that are read already are enough, else one for all that ask for more, and seldom
    a second.
    """
    items = list(items)
    found: list[tuple[Answer] | None] = [None] * len(items)
    for most in (0, MORE, None):
        short = [at for at, answer in enumerate(found) if answer is None]
        if short and most != 0:
            items[0].log.read_on(dict.fromkeys(items[at].dose.exercise_id for at in short), most)
        for at in short:
            found[at] = _tried(question, items[at])
    if items:
        items[0].log.remember()
    return [answer[0] for answer in found if answer is not None]


def forget() -> None:
    """Drops all hints."""
    _reach.clear()


def _tried(question: Callable[[Item], Answer], item: Item) -> tuple[Answer] | None:
    try:
        return (question(item),)
    except NotRead:
        return None


@cache
def _sets() -> QuerySet[Any]:
    """Rows of the performed exercise's columns and the set's, sets of a session together; nothing is converted, for a
    lifter types the same few numbers for years. Made once: naming thirty columns takes as long as reading them."""
    started = F("performed__started_at").desc(nulls_last=True)
    rows = LoggedSet.objects.live().working()
    rows = rows.order_by("-performed__day", started, "-performed", "position", "pk")
    own = [f"performed__{name}" for name in PastRow._fields[2:]]
    return rows.values_list("performed", "performed__exercise", *map(_column, own), *map(_column, PastSet._fields))


def _column(path: str) -> Any:
    return Cast(path, CharField()) if path.removeprefix("performed__") in _AS_TEXT else F(path)


def _made(sessions: Iterable[_Session]) -> Iterator[Past]:
    """The sessions of one exercise, each when it is asked for."""
    known = dict[_Row, PastSet]()
    for row, sets in sessions:
        yield Past(_row(row), [known.get(each) or _known(each, known) for each in sets])


def _row(row: _Row) -> PastRow:
    made = PastRow._make(row)
    return made._replace(
        day=datetime.date.fromisoformat(str(made.day)),
        prescribed=str(made.prescribed) in _YES,
        pain=str(made.pain) in _YES,
        deload=str(made.deload) in _YES,
        target_rir=_number(made.target_rir),
    )


def _known(raw: _Row, known: dict[_Row, PastSet]) -> PastSet:
    made = PastSet._make(raw)
    made = made._replace(weight=_number(made.weight), rir=_number(made.rir), rpe=_number(made.rpe))
    known[raw] = made
    return made


def _number(text: Any) -> Decimal | None:
    return None if text is None else Decimal(text)
