"""What was done before in one exercise, newest first, and how far back it has been read."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple


class NotRead(Exception):
    """A rule asks for a session further back than has been read."""


class PastSet(NamedTuple):
    """A working set of a session before, as typed: the fields of `LoggedSet`, without the cost of a model."""

    kind: str
    load_mode: str
    weight_text: str
    weight: Decimal | None
    unit: str
    reps: int | None
    left: int | None
    right: int | None
    seconds: int | None
    rir: Decimal | None
    rpe: Decimal | None


class PastRow(NamedTuple):
    """An exercise as performed before: its key, its exercise's, the local day, and the dose it was judged by."""

    pk: int
    exercise_id: int
    day: datetime.date
    prescribed: bool
    pain: bool
    deload: bool
    sets: int
    low: int
    high: int
    rep_style: str
    target_rir: Decimal | None


@dataclass(frozen=True, slots=True)
class Past:
    """An exercise as performed before, and its working sets in order: at least one."""

    row: PastRow
    sets: list[PastSet] = field(default_factory=list)

    @property
    def loaded(self) -> bool:
        """Whether something other than the body was lifted."""
        return any(each.weight for each in self.sets)

    @property
    def counts(self) -> bool:
        """Whether the rules may look at it: neither painful nor a deload."""
        return not (self.row.pain or self.row.deload)


class History:
    """All sessions of one exercise, newest first.

    `newest` are those that were read at first. Whoever goes on past them gets NotRead, unless there are no others or
    they have been read meanwhile: those are made one by one, since most rules soon have seen enough. `reach` says how
    many were looked at.
    """

    def __init__(self, newest: list[Past], *, whole: bool) -> None:
        self.newest = newest
        self.reach = 0
        self._made = list(newest)
        self._older: Iterator[Past] | None = iter(()) if whole else None

    def __bool__(self) -> bool:
        return bool(self.newest)

    def __iter__(self) -> Iterator[Past]:
        at = 0
        while at < len(self._made) or self._more():
            self.reach = max(self.reach, at + 1)
            yield self._made[at]
            at += 1

    def go_on(self, older: Iterator[Past]) -> None:
        """From here on the history is whole: these are the sessions before the newest."""
        self._older = older

    def _more(self) -> bool:
        if self._older is None:
            raise NotRead
        following = next(self._older, None)
        if following is None:
            return False
        self._made.append(following)
        return True
