"""The JSON of one mutation, read field by field."""

from typing import Any

from django.utils.translation import gettext as _

from workouts.catalogue.models import LoadMode, RepStyle
from workouts.log.actions.incoming import values
from workouts.log.actions.incoming.shapes import Asked, Kind, Rejection
from workouts.log.actions.incoming.values import Reader, Unread, optional
from workouts.log.models import Op, SetKind
from workouts.science.units import Unit

READERS: dict[Kind, dict[str, Reader]] = {
    Kind.WORKOUT: {
        "day": values.day,
        "zone": values.text,
        "started_at": optional(values.moment),
        "utc_offset": optional(values.whole),
        "finished_at": optional(values.moment),
        "routine": optional(values.slug),
        "title": values.text,
        "note": values.text,
    },
    Kind.EXERCISE: {
        "workout": values.identity,
        "exercise": values.slug,
        "position": values.whole,
        "superset": optional(values.whole),
        "prescribed": values.flag,
        "pain": values.flag,
        "deload": values.flag,
        "note": values.text,
        "sets": values.whole,
        "low": values.whole,
        "high": values.whole,
        "rep_style": values.choice(RepStyle.values),
        "rest_seconds": values.whole,
        "target_rir": optional(values.tenths),
    },
    Kind.SET: {
        "performed": values.identity,
        "position": values.whole,
        "kind": values.choice(SetKind.values),
        "load_mode": values.choice(LoadMode.values),
        "weight": optional(values.typed),
        "unit": values.choice([unit.value for unit in Unit]),
        "reps": optional(values.whole),
        "left": optional(values.whole),
        "right": optional(values.whole),
        "seconds": optional(values.whole),
        "rir": optional(values.halves(10)),
        "rpe": optional(values.halves(10)),
        "note": values.text,
    },
    Kind.NOTE: {"exercise": values.slug, "text": values.text},
}
# Without these a row cannot be made; no mutation changes the last of them on a row that is there.
REQUIRED = {
    Kind.WORKOUT: ("day",),
    Kind.EXERCISE: ("workout", "exercise"),
    Kind.SET: ("performed",),
    Kind.NOTE: ("exercise", "text"),
}
FIXED = {
    Kind.WORKOUT: (),
    Kind.EXERCISE: ("workout", "exercise"),
    Kind.SET: ("performed",),
    Kind.NOTE: ("exercise",),
}


def read(raw: dict[str, Any]) -> Asked:
    """Raises Rejection: `invalid` with a sentence for each wrong field, `unknown-field` for one that does not exist."""
    errors: dict[str, list[str]] = {}
    op = _read(raw, "op", values.choice(Op.values), errors)
    kind = _read(raw, "kind", values.choice(Kind.values), errors)
    row = _read(raw, "row", values.identity, errors)
    base = _read(raw, "base", optional(_revision), errors)
    fields = {} if raw.get("fields") is None else raw["fields"]
    if not isinstance(fields, dict):
        errors["fields"] = [_("Send the fields as an object.")]
    if errors:
        raise invalid(errors)
    readers = READERS[Kind(kind)] if op == Op.PUT else {}
    if op == Op.PUT and (unknown := [name for name in fields if name not in readers]):
        raise Rejection(
            "unknown-field",
            _("This version of the site does not know all of these fields."),
            errors={_printable(name): [_("Leave this field out.")] for name in unknown[:10]},
        )
    found = {name: _read(fields, name, reader, errors) for name, reader in readers.items() if name in fields}
    if errors:
        raise invalid(errors)
    return Asked(Op(op), Kind(kind), row, base, found)


def invalid(errors: dict[str, list[str]]) -> Rejection:
    return Rejection("invalid", " ".join(message for each in errors.values() for message in each), errors=errors)


def _revision(value: Any) -> int:
    if type(value) is int and value >= 0:
        return value
    raise Unread(_("Send the revision as a number."))


def _read(raw: dict[str, Any], name: str, reader: Reader, errors: dict[str, list[str]]) -> Any:
    try:
        return reader(raw.get(name))
    except Unread as problem:
        errors[name] = [str(problem)]
        return None


def _printable(name: str) -> str:
    """A name from outside, as it may stand in a stored verdict."""
    return "".join(character if character.isprintable() else "?" for character in name[:40])
