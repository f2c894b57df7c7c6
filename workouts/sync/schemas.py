"""The shapes of the sync API, for its OpenAPI description and the tests that hold the answers to it.

What comes in is looked at by these only so far that every mutation has an id: what else is wrong with one becomes its
verdict, and does not stop the others. Answers are written without pydantic, which would take longer than the query.
"""

from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Field, Schema
from pydantic import WithJsonSchema

from workouts.log.actions.incoming import Purpose
from workouts.shared.problems import Problem

MUTATIONS = 100
Kind = Literal["workout", "exercise", "set", "note"]
Op = Literal["put", "delete", "restore"]
Fields = dict[str, Any]
# Any value for pydantic; what it should be for whoever reads the description.
OneOp = Annotated[Any, WithJsonSchema({"enum": ["put", "delete", "restore"]})]
OneKind = Annotated[Any, WithJsonSchema({"enum": ["workout", "exercise", "set", "note"]})]
OneId = Annotated[Any, WithJsonSchema({"type": "string", "format": "uuid"})]
Revision = Annotated[Any, WithJsonSchema({"type": ["integer", "null"], "minimum": 0})]
SomeFields = Annotated[Any, WithJsonSchema({"type": "object"})]


class Session(Schema):
    """Who is signed in, and what a device needs before it pushes."""

    account: UUID | None = Field(description="The account's id; null for a guest.")
    csrf: str = Field(description="For the header X-CSRFToken of the next unsafe request.")
    epoch: UUID
    rev: int
    floor: int = Field(description="The account's revision when the epoch began.")
    schema_version: int = Field(alias="schema")


class MutationIn(Schema):
    """One intention of the lifter. Numbers may come as text, as they were typed: `"62,5"`."""

    id: UUID
    op: OneOp = None
    kind: OneKind = None
    row: OneId = None
    base: Revision = None
    fields: SomeFields = None


class PushIn(Schema):
    account: UUID
    client: UUID = Field(description="Made on the device, kept with its database.")
    epoch: UUID | None = None
    cursor: Revision = None
    purpose: Purpose = Purpose.LIVE
    schema_version: int = Field(1, alias="schema")
    mutations: list[MutationIn] = Field(default_factory=list, json_schema_extra={"maxItems": MUTATIONS})


class Verdict(Schema):
    id: UUID
    status: Literal["applied", "repeated", "rejected"]
    rev: int
    was: Literal["applied", "rejected"] | None = None
    problem: Problem | None = None
    conflict: Fields | None = Field(None, description="What it overwrote that the device had not seen.")
    revived: bool = False


class ChangeOut(Schema):
    rev: int
    op: Op
    kind: Kind
    row: UUID
    mutation: UUID
    fields: Fields
    replaced: Fields
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
    """A live row; fields that are null, false or empty may be left out."""

    kind: Kind
    row: UUID
    rev: int
    fields: Fields


class Snapshot(Schema):
    epoch: UUID
    rev: int
    rows: list[RowOut]
    page: str | None
