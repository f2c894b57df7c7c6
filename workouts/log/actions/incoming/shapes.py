"""What comes in and what goes out, as shapes."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from workouts.log.models import Change, Mutation, Op
from workouts.shared.problems import Body, problem

Kind = Change.Kind
Status = Mutation.Status


class Purpose(StrEnum):
    """Why a device pushes: what was just typed; its archive, after the server met a new epoch; a guest's log."""

    LIVE = "live"
    ARCHIVE = "archive"
    ADOPTION = "adoption"


@dataclass(frozen=True, slots=True)
class Push:
    """One push. `mutations` are pairs of a mutation's id and its JSON, which nobody has looked at."""

    client: UUID
    epoch: UUID | None
    cursor: int | None
    mutations: Sequence[tuple[UUID, dict[str, Any]]]
    purpose: Purpose = Purpose.LIVE


@dataclass(frozen=True, slots=True)
class Asked:
    """A mutation whose shape is sound. `values` are its fields as Python has them, by their names on the wire; `base`
    is the revision that the device had of the row."""

    op: Op
    kind: Change.Kind
    row: UUID
    base: int | None
    values: dict[str, Any]


class Rejection(Exception):
    """One mutation cannot be applied; the others are."""

    def __init__(self, code: str, detail: str, *, errors: dict[str, list[str]] | None = None) -> None:
        super().__init__(code)
        self.code, self.detail, self.errors = code, detail, errors

    def body(self) -> Body:
        more = {"errors": self.errors} if self.errors else {}
        return problem(self.code, status=422, title=_("This change was not accepted."), detail=self.detail, **more)


@dataclass(slots=True)
class Verdict:
    """What became of a mutation. `rev` is the account's revision after it, `conflict` what it overwrote unseen, and
    `was` the stored verdict of one that has come before."""

    id: UUID
    status: str
    rev: int
    was: str | None = None
    problem: Body | None = None
    conflict: dict[str, Any] = field(default_factory=dict)
    revived: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What a push led to. `before` is the revision it began at, `changes` are its own."""

    epoch: UUID
    before: int
    rev: int
    verdicts: list[Verdict]
    changes: list[Change]
    epoch_changed: bool = False
    floor: int = 0
