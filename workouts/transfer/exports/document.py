"""Our JSON, in pieces: the training part, which can be brought in again, and all else of the account.

Written by hand around the rows, a line each, so that it never stands in memory as a whole and a person can look into
it. The training part of one history is the same bytes each time.
"""

import datetime
import json
from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from workouts.accounts.models import User
from workouts.transfer.exports import account, training
from workouts.transfer.exports.history import Whole, history_of

VERSION = 1
# How a file of ours begins.
HEAD = '{"format":"legday","version":%s,"exported_at":%s,\n'
ROWS = 500


def json_of(user: User, *, now: datetime.datetime, year: int | None = None, only: UUID | None = None) -> Iterator[str]:
    """The whole file; `now` is aware. Of one `year` it holds that year's workouts and all else; of the workout `only`
    nothing but it, and the lifter's own exercises in it."""
    yield HEAD % (VERSION, _text(now.astimezone(datetime.UTC).isoformat(timespec="seconds")))
    yield '"training":{\n'
    found = history_of(user, year=year, only=only)
    if only is not None:
        yield from _one(user, list(found))
        return
    yield from _list("exercises", training.own_exercises(user), ",\n")
    yield from _list("routines", training.own_routines(user), ",\n")
    yield from _list("body_weights", training.body_weights(user), ",\n")
    yield from _list("notes", training.notes(user), ",\n")
    yield from _list("workouts", map(training.whole, found), "\n},\n")
    yield f'"account":{{\n"user":{_text(account.user(user))},\n"preferences":{_text(account.preferences(user))}'
    for name, rows in account.lists(user).items():
        yield ",\n"
        yield from _list(name, rows, "")
    yield "\n}}\n"


def _one(user: User, found: list[Whole]) -> Iterator[str]:
    used = {row.exercise.slug for each in found for row, _sets in each.exercises}
    yield from _list("exercises", (row for row in training.own_exercises(user) if row["slug"] in used), ",\n")
    yield from _list("workouts", map(training.whole, found), "\n}}\n")


def _list(name: str, rows: Iterable[training.Fields], end: str) -> Iterator[str]:
    """A list with a row a line, in pieces of some hundred."""
    yield f'"{name}":['
    piece: list[str] = []
    between = "\n"
    for row in rows:
        piece.append(between + _text(row))
        between = ",\n"
        if len(piece) == ROWS:
            yield "".join(piece)
            piece.clear()
    yield "".join(piece)
    yield ("]" if between == "\n" else "\n]") + end


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
