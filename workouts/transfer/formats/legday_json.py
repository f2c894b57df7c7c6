"""Our own JSON (exports/document.py writes it): workouts, and own exercises, routines, body weights and sticky notes.

What else an account has is not read: who she is and what she prefers is the new account's own.
"""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from workouts.accounts.models import BODY_WEIGHT_LIMITS, FIRST_DAY, LAST_DAY
from workouts.catalogue.models import Exercise, LoadMode, RepStyle
from workouts.science.units import Unit
from workouts.transfer.formats import own
from workouts.transfer.formats.cells import Bad
from workouts.transfer.formats.fields import Fields
from workouts.transfer.formats.gathering import Gathering
from workouts.transfer.formats.rows import MAX_ROWS, TooLarge, Unreadable
from workouts.transfer.formats.sessions import Sorting
from workouts.transfer.formats.sheet import Format

FORMAT = Format("legday_json", "Legday (JSON)", {}, frozenset(), fits=lambda _header: False)
VERSION = 1
_ID = re.compile(rb'"id"\s*:\s*"([0-9a-fA-F-]{36})"')


def is_json(data: bytes) -> bool:
    return data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in {b"{", b"["}


def sort(data: bytes) -> Sorting:
    """Raises Unreadable for a file that is not ours or cannot be read, TooLarge for one of too many sets."""
    training = _training(data)
    lines = _lines(data)
    gathering = Gathering()
    for name, take in (("exercises", _exercise), ("routines", _routine), ("body_weights", _weight), ("notes", _note)):
        _each(gathering, training, name, lines, take)
    for fields, line in _rows(gathering, training, "workouts", lines):
        _workout(gathering, fields, line, lines)
    return gathering.done()


def _training(data: bytes) -> dict[str, Any]:
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise Unreadable(_("This file begins as JSON and cannot be read to its end. Export it again.")) from None
    if not isinstance(found, dict) or found.get("format") != "legday":
        raise Unreadable(_("This is JSON, and not an export of Legday. Of other apps, choose the CSV file."))
    if found.get("version") != VERSION:
        raise Unreadable(_("This file was exported by a newer Legday than this one."))
    training = found.get("training")
    if not isinstance(training, dict):
        raise Unreadable(_("This export has no training in it."))
    return training


def _lines(data: bytes) -> dict[UUID, int]:
    """The line of each id of the file, where it stands first."""
    found: dict[UUID, int] = {}
    line, at = 1, 0
    for match in _ID.finditer(data):
        line, at = line + data.count(b"\n", at, match.start()), match.start()
        try:
            found.setdefault(UUID(match[1].decode()), line)
        except ValueError:
            continue
    return found


def _rows(
    gathering: Gathering, parent: Any, name: str, lines: dict[UUID, int], line: int = 1
) -> Iterator[tuple[Fields, int]]:
    """The rows of a list, each with its line; what is no list or no row is listed as wrong."""
    rows = parent.get(name, [])
    if not isinstance(rows, list):
        gathering.wrong(line, _("%(name)s is not a list.") % {"name": name})
        return
    for row in rows:
        if not isinstance(row, dict):
            gathering.wrong(line, _("%(name)s holds something that is no row.") % {"name": name})
            continue
        try:
            at = lines.get(UUID(str(row.get("id"))), line)
        except ValueError:
            at = line
        yield Fields(row, {}), at


def _each(
    gathering: Gathering, training: Any, name: str, lines: dict[UUID, int], take: Callable[[own.Own, Fields], None]
) -> None:
    for fields, line in _rows(gathering, training, name, lines):
        try:
            take(gathering.own, fields)
        except Bad as bad:
            gathering.wrong(line, bad)


def _workout(gathering: Gathering, fields: Fields, line: int, lines: dict[UUID, int]) -> None:
    try:
        session = gathering.workout(fields)
    except Bad as bad:
        gathering.wrong(line, bad)
        return
    for performed, at in _rows(gathering, fields.values, "exercises", lines, line):
        plan = performed.values.get("plan")
        values = {**performed.values, **(plan if isinstance(plan, dict) else {})}
        try:
            block = gathering.exercise(session, Fields(values, {}))
        except Bad as bad:
            gathering.wrong(at, bad)
            continue
        for logged, where in _rows(gathering, performed.values, "logged", lines, at):
            gathering.sorting.rows += 1
            if gathering.sorting.rows > MAX_ROWS:
                raise TooLarge(_("This file has more than 50,000 rows. Split it, and import the parts."))
            try:
                gathering.logged(session, block, logged, where)
            except Bad as bad:
                gathering.wrong(where, bad)


def _exercise(found: own.Own, fields: Fields) -> None:
    named = own.Named(
        slug=fields.needed("slug", own.SLUG),
        name=fields.needed("name", own.NAME),
        rep_style=fields.choice("rep_style", RepStyle, RepStyle.REPS),
        load_mode=fields.choice("load_mode", LoadMode, LoadMode.EXTERNAL),
        more={
            "summary": fields.text("summary", 500),
            "pattern": fields.choice("pattern", Exercise.Pattern, Exercise.Pattern.OTHER),
            "load_type": fields.choice("load_type", Exercise.LoadType, Exercise.LoadType.OTHER),
            "mechanics": fields.choice("mechanics", Exercise.Mechanics, Exercise.Mechanics.COMPOUND),
            "step_kg": _step(fields, "step_kg"),
            "step_lb": _step(fields, "step_lb"),
            "max_rise_percent": fields.whole("max_rise_percent", 1000) or 0,
            "also_works": fields.text("also_works", 200),
            "note": fields.text("note", 500),
            "volume_note": fields.text("volume_note", 500),
            "retired": fields.flag("retired"),
            "position": fields.whole("position", 30_000) or 0,
        },
        equipment=_slugs(fields.values.get("equipment")),
    )
    found.exercises.append(found.label(named))


def _step(fields: Fields, name: str) -> Any:
    step = fields.number(name, 900)
    if step is not None and (step == 0 or step != round(step, 2)):
        raise fields.bad(name, _("not a step."))
    return step


def _slugs(value: Any) -> tuple[str, ...]:
    return tuple(each for each in value if isinstance(each, str)) if isinstance(value, list) else ()


def _routine(found: own.Own, fields: Fields) -> None:
    lines = fields.values.get("lines")
    rows = [Fields(row, {}) for row in lines if isinstance(row, dict)] if isinstance(lines, list) else []
    doses = [
        (
            row.needed("exercise", own.SLUG),
            {
                **own.dose(row),
                "superset": row.whole("superset", 30_000),
                "note": row.text("note", 300),
            },
        )
        for row in rows
    ]
    found.routines.append(
        own.OwnRoutine(
            slug=fields.needed("slug", own.SLUG),
            name=fields.needed("name", own.NAME),
            summary=fields.text("summary", 1000),
            advice=fields.text("advice", 1000),
            position=fields.whole("position", 30_000) or 0,
            based_on=fields.text("based_on", own.SLUG),
            deleted_at=fields.moment("deleted_at"),
            lines=doses,
        )
    )


def _weight(found: own.Own, fields: Fields) -> None:
    unit = fields.choice("unit", Unit, Unit.KG)
    typed = own.weight(fields, unit)
    low, high = BODY_WEIGHT_LIMITS[unit]
    if typed is None or not low <= typed.value <= high:
        raise fields.bad("weight", _("outside %(low)s to %(high)s.") % {"low": low, "high": high})
    day = fields.day("day")
    if not FIRST_DAY <= day <= LAST_DAY:
        raise fields.bad("day", _("outside the years 1950 to 2199."))
    found.body_weights.append(own.OwnWeight(day, typed, fields.text("note", 200)))


def _note(found: own.Own, fields: Fields) -> None:
    found.notes.append(own.OwnNote(fields.uid(), fields.needed("exercise", own.SLUG), fields.needed("text")))
