"""Strong's CSV in the shapes that are in the wild: with and without notes, units in a column or in the header,
saved again by a spreadsheet. Columns are found by name, in any order and case.

Traps: no unit anywhere in the commonest shape; 0 means "does not apply"; rest timers are rows; the set order starts
over where an exercise comes twice in a workout.
"""

from collections.abc import Callable, Iterator

from django.utils.translation import gettext as _

from workouts.log.models import SetKind
from workouts.science.units import Unit
from workouts.transfer.formats import cells
from workouts.transfer.formats.rows import Broken, Format, Line, Remark, Row, Skip, Unreadable
from workouts.transfer.formats.table import Table

COLUMNS = {
    "date": {"date"},
    "workout": {"workout name"},
    "length": {"duration", "workout duration", "duration (sec)"},
    "exercise": {"exercise name", "menu"},
    "order": {"set order"},
    "weight": {"weight", "kg", "lb", "lbs", "weight (kg)", "weight (lb)", "weight (lbs)"},
    "unit": {"weight unit"},
    "reps": {"reps"},
    "distance": {"distance", "km", "mi", "miles", "distance (meters)"},
    "seconds": {"seconds", "sec"},
    "note": {"notes", "note"},
    "workout_note": {"workout notes", "workout note"},
    "rpe": {"rpe"},
}
NEEDED = {"date", "workout", "exercise", "order", "weight", "reps"}
UNITS = {"kg": Unit.KG, "kgs": Unit.KG, "lb": Unit.LB, "lbs": Unit.LB}
LETTERS = {"W": SetKind.WARMUP, "D": SetKind.DROP, "F": SetKind.FAILURE}
REST = "rest timer"
# What `ImportedName.name`, `Workout.title` and the log's notes hold.
MAX_NAME, MAX_TITLE, MAX_NOTE = 200, 120, 2000


def _plain(name: str) -> str:
    return " ".join(name.replace("_", " ").casefold().split())


def _places(header: tuple[str, ...]) -> dict[str, int]:
    """Where each column stands. Raises Unreadable for one that comes twice."""
    found: dict[str, int] = {}
    for place, name in enumerate(map(_plain, header)):
        for column, names in COLUMNS.items():
            if name in names:
                if column in found:
                    raise Unreadable(
                        _("Two columns of this file mean the same: %(one)s and %(other)s. Remove one of them.")
                        % {"one": header[found[column]][:40], "other": header[place][:40]}
                    )
                found[column] = place
    return found


def recognises(header: tuple[str, ...]) -> bool:
    known = {_plain(name) for name in header}
    return all(COLUMNS[column] & known for column in NEEDED)


def unit_of(header: tuple[str, ...]) -> Unit | None:
    """The unit that the weight's header names."""
    name = _plain(header[_places(header)["weight"]])
    return UNITS.get(name.removeprefix("weight").strip(" ()"))


def rows(table: Table) -> Iterator[Line]:
    places, unit, width = _places(table.header), unit_of(table.header), len(table.header)
    for line, found in table.lines:
        if found is None:
            yield Broken(line, _("The quotes are out of place."))
        elif any(map(str.strip, found[width:])):
            text = _("%(found)s fields under %(width)s columns.")
            yield Broken(line, text % {"found": len(found), "width": width})
        elif not any(map(str.strip, found)):
            yield Skip.BLANK
        else:
            cell = {column: found[place] if place < len(found) else "" for column, place in places.items()}
            yield _line(line, cell, unit)


def _line(line: int, cell: dict[str, str], unit: Unit | None) -> Row | Broken | Skip:
    if REST in (cell["order"].strip().casefold(), cell["exercise"].strip().casefold()):
        return Skip.REST
    if not cell["exercise"].strip():
        return Broken(line, _("The name of the exercise is missing."))
    if len(cell["exercise"]) > MAX_NAME:
        return Broken(line, _("The name of the exercise is longer than 200 characters."))
    try:
        start, timed = cells.moment(_("Date"), cell["date"])
    except cells.Bad as bad:
        return Broken(line, str(bad))
    row = Row(line=line, start=start, timed=timed, workout=cell["workout"], exercise=cell["exercise"], unit=unit)
    steps: tuple[Callable[[Row, dict[str, str]], None], ...] = (_words, _order, _numbers)
    try:
        for step in steps:
            step(row, cell)
    except cells.Bad as bad:
        row.problem = str(bad)
    return row


def _words(row: Row, cell: dict[str, str]) -> None:
    row.note, row.workout_note = cell.get("note", ""), cell.get("workout_note", "")
    if max(len(row.note), len(row.workout_note)) > MAX_NOTE or len(row.workout) > MAX_TITLE:
        row.remarks += (Remark.CUT,)
        row.note, row.workout_note = row.note[:MAX_NOTE], row.workout_note[:MAX_NOTE]
    row.length, understood = cells.length(cell.get("length", ""))
    if not understood:
        row.remarks += (Remark.LENGTH,)


def _order(row: Row, cell: dict[str, str]) -> None:
    text = cell["order"].strip().upper()
    number = text.removesuffix(".0")
    if number.isascii() and number.isdigit() and len(number) <= 4:
        row.order = int(number)
    elif text in LETTERS:
        row.kind = LETTERS[text]
    elif text:
        row.remarks += (Remark.ORDER,)


def _numbers(row: Row, cell: dict[str, str]) -> None:
    row.amount = cells.weight(_("Weight"), cell["weight"])
    row.weight = cell["weight"].strip().removeprefix("-")
    named = cell.get("unit", "").strip().casefold()
    if named and named not in UNITS:
        raise cells.Bad(_("Weight Unit “%(value)s”: neither kg nor lb.") % {"value": named[:40]})
    row.unit = UNITS.get(named, row.unit)
    reps = cells.count(_("Reps"), cell["reps"])
    seconds = cells.seconds(_("Seconds"), cell.get("seconds", ""))
    row.reps, row.seconds = reps or None, seconds or None
    row.rpe, understood = cells.rpe(cell.get("rpe", ""))
    if not understood:
        row.remarks += (Remark.RPE,)
    if not reps and not seconds:
        far = cells.distance(_("Distance"), cell.get("distance", ""))
        row.skip = Skip.UNMEASURED if row.amount else Skip.DISTANCE if far else Skip.BLANK


FORMAT = Format("strong", "Strong", recognises, unit_of, rows)
