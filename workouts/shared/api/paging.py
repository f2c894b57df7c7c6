"""Lists by pages. A cursor names the last row that was sent, so that a page costs the same wherever it lies, and a row
that is written meanwhile neither repeats nor hides another."""

import datetime
from typing import Annotated, Any

from django.conf import settings
from django.core import signing
from django.db.models import Q, QuerySet
from django.utils import translation
from django.utils.translation import gettext as _
from ninja import Schema
from pydantic import Field

from workouts.shared.problems import Refusal

MOST = 200
USUAL = 50


class Asked(Schema):
    """The query keys of every list that comes by pages."""

    # A feature's filters are a class below it.

    cursor: Annotated[str, Field(max_length=600)] | None = Field(
        None, description="The `next` of the page before, with the same filters. Leave it out for the first page."
    )
    limit: int = Field(USUAL, ge=1, le=MOST, description="Rows per page.")


def page_of(rows: "QuerySet[Any]", *, order: tuple[str, ...], asked: Asked, salt: str) -> tuple[list[Any], str | None]:
    """At most `asked.limit` of `rows` in `order` (field names, "-" before those that fall; together unique and never
    null), after the cursor; and the cursor for what follows, None where nothing does. One statement.

    `salt` names the list and whose it is: a cursor is signed for both and for the filters. Raises Refusal for any
    other.
    """
    signer = signing.Signer(salt=f"api.cursor.{salt}.{asked.model_dump_json(exclude={'cursor', 'limit'})}")
    names = [name.removeprefix("-") for name in order]
    if asked.cursor is not None:
        rows = rows.filter(_beyond(order, _read(signer, asked.cursor)))
    found = list(rows.order_by(*order)[: asked.limit + 1])
    if len(found) <= asked.limit:
        return found, None
    found.pop()
    # The columns that the database compares: a name is read in the language that is active.
    with translation.override(settings.LANGUAGE_CODE):
        last = [_plain(_value(found[-1], name)) for name in names]
    return found, signer.sign_object(last)


def _read(signer: signing.Signer, cursor: str) -> list[Any]:
    """Signed without a time: a page that has not changed keeps its ETag."""
    try:
        last: list[Any] = signer.unsign_object(cursor)
    except (signing.BadSignature, ValueError):
        detail = _("Take the cursor as the page before gave it, with the same filters, or begin without one.")
        raise Refusal("bad-cursor", status=400, title=_("Unknown cursor"), detail=detail) from None
    return last


def _beyond(order: tuple[str, ...], last: list[Any]) -> Q:
    """Rows after one whose values in `order` are `last`."""
    found, same = Q(), Q()
    for name, value in zip(order, last, strict=True):
        field = name.removeprefix("-")
        further = "lt" if name.startswith("-") else "gt"
        found |= same & Q(**{f"{field}__{further}": value})
        same &= Q(**{field: value})
    return found


def _value(row: Any, name: str) -> Any:
    for part in name.split("__"):
        row = getattr(row, part)
    return row


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime.date) else value
