"""A dry run as a report that programs can read: `manage.py import_history --json`."""

from collections.abc import Collection
from typing import Any

from django.utils.translation import gettext as _

from workouts.catalogue.models import Exercise
from workouts.log.models import SetKind
from workouts.transfer.queries.words import reason, remarks_by_code


def report(
    counts: dict[str, Any],
    *,
    known: dict[str, Exercise],
    left: Collection[str] = (),
    unit: str | None = None,
    day_first: bool | None = None,
) -> dict[str, Any]:
    """`counts` as `summary` made them; `unit` and `day_first` are answers that were given. The first twenty lines of
    each warning and the first fifty errors have their numbers."""
    kinds = counts["kinds"]
    return {
        "format": dict(zip(("key", "name"), counts["format"], strict=True)),
        "encoding": counts["encoding"],
        "unit": counts["unit"] or unit,
        "rows": counts["rows"],
        "first_day": counts["first"],
        "last_day": counts["last"],
        "workouts": counts["workouts"],
        "exercises": counts["exercises"],
        "sets": {
            "all": counts["sets"],
            "warmup": kinds.get(SetKind.WARMUP.value, 0),
            "failure": kinds.get(SetKind.FAILURE.value, 0),
        },
        "skipped": counts["skipped"],
        "errors_in_all": counts["errors"],
        "errors": [{"line": line, "problem": problem} for line, problem in counts["listed"]],
        "warnings": [
            {"code": code, "count": counts["remarks"][code], "text": text, "lines": counts["lines"].get(code, [])}
            for code, text in remarks_by_code(counts).items()
        ],
        "questions": [*_asked(counts, unit, day_first), *_names(counts, known, left)],
        "new": counts["new"],
        "changed": [{name: each[name] for name in ("line", "name", "log", "file")} for each in counts["changes"]],
    }


def _asked(counts: dict[str, Any], unit: str | None, day_first: bool | None) -> list[dict[str, Any]]:
    """`needed`: nothing is imported without an answer."""
    found: list[dict[str, Any]] = []
    if not counts["unit"] and not unit:
        text = _("Which unit are the weights in? %(guess)s is a guess, because %(reason)s.")
        why = reason(counts)
        said = text % {"guess": counts["guess"], "reason": why}
        found.append({"about": "unit", "needed": True, "guess": counts["guess"], "reason": why, "text": said})
    if counts["day_open"] and day_first is None:
        text = _("Do dates such as 03/04/2024 begin with the day or with the month?")
        found.append({"about": "dates", "needed": True, "text": text})
    return found


def _names(counts: dict[str, Any], known: dict[str, Exercise], left: Collection[str]) -> list[dict[str, Any]]:
    text = _("“%(name)s” (%(sets)s sets) is not known: it becomes an exercise of the lifter's own.")
    return [
        {"about": "name", "needed": False, "name": name, "sets": sets, "text": text % {"name": name, "sets": sets}}
        for name, sets in counts["names"]
        if name not in known and name not in left
    ]
