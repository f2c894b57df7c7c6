"""The shapes of the sync API, for its OpenAPI description and the tests that hold the answers to it.

What comes in is looked at by these only so far that every mutation has an id: what else is wrong with one becomes its
verdict, and does not stop the others. Answers are written without pydantic, which would take longer than the query.
"""

from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Field, Schema

from workouts.log.actions.incoming import Purpose
from workouts.shared.problems import Problem

MUTATIONS = 100
Kind = Literal["workout", "exercise", "set", "note"]
Op = Literal["put", "delete", "restore"]
Fields = dict[str, Any]
# Any value is read: what a mutation should not hold becomes its verdict, and does not stop the others. So the
# description says in words what they are, and forbids nothing that is answered with 200.
OneOp = Annotated[Any, Field(description="`put`, `delete` or `restore`.")]
OneKind = Annotated[Any, Field(description="`workout`, `exercise` (as performed), `set` or `note`.")]
OneId = Annotated[Any, Field(description="The row's id, a UUID that you make.")]
Base = Annotated[Any, Field(description="The revision of the row as you know it, a whole number.")]
SomeFields = Annotated[Any, Field(description="An object of the fields that are new or changed.")]
Cursor = Annotated[
    Any, Field(description="The revision up to which you have read. With `null` no changes come: see `GET /sync`.")
]


class Session(Schema):
    """Who is signed in, and what a device needs before it pushes."""

    account: UUID | None = Field(description="The account's id, `null` if nobody is signed in.")
    csrf: str = Field(description="For the header `X-CSRFToken` of the next request that changes something.")
    epoch: UUID = Field(description="Another one after the server was put back from a backup.")
    rev: int = Field(description="The account's revision now.")
    floor: int = Field(description="The account's revision when the epoch began.")
    schema_version: int = Field(alias="schema", description="The version of the protocol.")


class MutationIn(Schema):
    """One change that you want. Numbers may come as text, as they were typed: `"62,5"`."""

    id: UUID
    op: OneOp = None
    kind: OneKind = None
    row: OneId = None
    base: Base = None
    fields: SomeFields = None


class PushIn(Schema):
    account: UUID
    client: UUID = Field(description="An id that you make once for each device or program.")
    epoch: UUID | None = None
    cursor: Cursor = None
    purpose: Purpose = Purpose.LIVE
    schema_version: int = Field(1, alias="schema")
    mutations: list[MutationIn] = Field(default_factory=list, json_schema_extra={"maxItems": MUTATIONS})


class Verdict(Schema):
    id: UUID
    status: Literal["applied", "repeated", "rejected"]
    rev: int
    was: Literal["applied", "rejected"] | None = None
    problem: Problem | None = None
    conflict: Fields | None = Field(None, description="What it overwrote that you had not seen.")
    revived: bool = False


class ChangeOut(Schema):
    rev: int
    op: Op
    kind: Kind
    row: UUID
    mutation: UUID
    fields: Fields
    replaced: Fields = Field(
        description="The values before, none for a new row. A change of a row that you do not have belongs to a "
        "deleted one: skip it."
    )
    conflict: bool
    client: UUID | None = None


class Pulled(Schema):
    epoch: UUID
    rev: int
    changes: list[ChangeOut]
    cursor: int
    more: bool


class Pushed(Schema):
    epoch: UUID
    rev: int
    results: list[Verdict]
    changes: list[ChangeOut]
    cursor: int | None
    more: bool
    epoch_changed: bool = Field(False, description="Nothing was applied: this server has another epoch.")
    floor: int | None = Field(None, description="With `epoch_changed`: the account's revision when it began.")


class RowOut(Schema):
    """A row that is not deleted. Fields that are null, false or empty may be left out."""

    kind: Kind
    row: UUID
    rev: int
    fields: Fields


class Snapshot(Schema):
    epoch: UUID
    rev: int
    rows: list[RowOut]
    page: str | None
    whole: UUID | None = Field(None, description="The workout asked for with `first`, if all of it is here.")


# --- examples of the description, which a test sends --------------------------------------------------------


def _uid(last: int) -> str:
    return f"01981f2e-7a10-7c3d-9b4e-0000000000{last:02x}"


def _example(summary: str, *mutations: dict[str, Any]) -> dict[str, Any]:
    head = {"account": _uid(0xA0), "client": _uid(0xC0), "epoch": _uid(0xE0), "cursor": 0}
    numbered = [{"id": _uid(0xD0 + n), **each} for n, each in enumerate(mutations)]
    return {"summary": summary, "value": head | {"mutations": numbered}}


_WORKOUT, _EXERCISE, _SET, _NOTE = _uid(1), _uid(2), _uid(3), _uid(4)
EXAMPLES = {
    "log": _example(
        "A workout with one exercise and one set",
        {
            "op": "put",
            "kind": "workout",
            "row": _WORKOUT,
            "fields": {"day": "2026-11-17", "zone": "Europe/Lisbon", "title": "Leg day"},
        },
        {
            "op": "put",
            "kind": "exercise",
            "row": _EXERCISE,
            "fields": {"workout": _WORKOUT, "exercise": "barbell-squat", "position": 1},
        },
        {
            "op": "put",
            "kind": "set",
            "row": _SET,
            "fields": {"performed": _EXERCISE, "position": 1, "weight": "62,5", "unit": "kg", "reps": 9, "rir": 2},
        },
    ),
    "change": _example(
        "One field of a set that is there, and a sticky note",
        {"op": "put", "kind": "set", "row": _SET, "base": 3, "fields": {"reps": 10}},
        {"op": "put", "kind": "note", "row": _NOTE, "fields": {"exercise": "barbell-squat", "text": "Stance: wide"}},
    ),
    "delete": _example(
        "A workout goes with all that is in it, and comes back",
        {"op": "delete", "kind": "workout", "row": _WORKOUT},
        {"op": "restore", "kind": "workout", "row": _WORKOUT},
    ),
}
