"""What was done before in one exercise, newest first, and how far back it has been read."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import chain, islice
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
    """All sessions of one exercise, newest first, each made when it is asked for: most rules soon have seen enough.

    `count` of them were read at first, `read` until now. Whoever goes on past these gets NotRead, unless they are the
    `whole` history. `reach` says how many were looked at.
    """

    def __init__(self, newest: Iterator[Past], count: int, *, whole: bool) -> None:
        self.count = self.read = count
        self.reach = 0
        self._whole = whole
        self._made: list[Past] = []
        self._unmade = newest

    def __bool__(self) -> bool:
        return self.count > 0

    def __iter__(self) -> Iterator[Past]:
        at = 0
        while at < len(self._made) or self._more():
            self.reach = max(self.reach, at + 1)
            yield self._made[at]
            at += 1

    def newest(self, most: int) -> list[Past]:
        """So many of those that were read at first, or all of these."""
        return list(islice(self, min(most, self.count)))

    def go_on(self, older: Iterator[Past], count: int, *, whole: bool) -> None:
        """So many sessions before those that were read are read now; `whole`: there are no others."""
        self._unmade = chain(self._unmade, older)
        self.read += count
        self._whole = whole

    def _more(self) -> bool:
        following = next(self._unmade, None)
        if following is None:
            if not self._whole:
                raise NotRead
            return False
        self._made.append(following)
        return True
