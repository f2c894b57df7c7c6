"""Cells to a Row: what all formats have in common. A format says which column is what; the rules are here once."""

from decimal import Decimal

from django.utils.translation import gettext as _

from workouts.log.models import SetKind
from workouts.science.units import KG_PER_LB, Unit
from workouts.transfer.formats import cells
from workouts.transfer.formats.dates import Moment
from workouts.transfer.formats.rows import Broken, Remark, Row, Skip
from workouts.transfer.formats.sheet import Cells, Sheet
from workouts.transfer.formats.words import KINDS, UNITS

# What `ImportedName.name`, `Workout.title` and the log's notes hold.
MAX_NAME, MAX_TITLE, MAX_NOTE = 200, 120, 2000
_CENT, _PLATE = Decimal("0.01"), Decimal("0.25")


def begin(sheet: Sheet, line: int, cell: Cells, at: Moment | None = None) -> Row | Broken:
    """The row with its place in the file: when, which workout, which exercise. `at` where the date is not one cell."""
    name = cell["exercise"]
    if not name.strip():
        return Broken(line, _("The name of the exercise is missing."))
    if len(name) > MAX_NAME:
        return Broken(line, _("The name of the exercise is longer than 200 characters."))
    try:
        at = at or sheet.calendar.moment(_("Date"), cell["date"])
    except cells.Bad as bad:
        return Broken(line, str(bad))
    row = Row(line=line, start=at.at, timed=at.timed, exercise=sheet.once(name), unit=sheet.unit)
    row.workout = sheet.once(cell.get("workout", ""))
    put_words(sheet, row, cell)
    return row


def put_words(sheet: Sheet, row: Row, cell: Cells) -> None:
    note, workout_note = cell.get("note", ""), cell.get("workout_note", "")
    if max(len(note), len(workout_note)) > MAX_NOTE or len(row.workout) > MAX_TITLE:
        row.remarks += (Remark.CUT,)
    row.note, row.workout_note = sheet.once(note[:MAX_NOTE]), sheet.once(workout_note[:MAX_NOTE])


def put_length(row: Row, cell: Cells) -> None:
    row.length, understood = cells.length(cell.get("length", ""))
    if not understood:
        row.remarks += (Remark.LENGTH,)


def put_order(row: Row, text: str) -> None:
    """A number, also `3.0`, or a letter for the kind of set."""
    text = text.strip()
    number = text.removesuffix(".0")
    if number.isascii() and number.isdigit() and len(number) <= 4:
        row.order = int(number)
    else:
        put_kind(row, text)


def put_kind(row: Row, text: str) -> None:
    kind = KINDS.get(text.strip().casefold())
    if kind is None:
        row.remarks += (Remark.ORDER,)
    row.kind = kind or SetKind.WORKING


def put_numbers(sheet: Sheet, row: Row, cell: Cells) -> None:
    """Weight, unit, reps, seconds, rating; and whether that makes a set. Raises cells.Bad."""
    put_weight(sheet, row, cell.get("weight", ""))
    named = cell.get("unit", "").strip().casefold()
    if named and named not in UNITS:
        raise cells.Bad(_("Weight Unit “%(value)s”: neither kg nor lb.") % {"value": named[:40]})
    row.unit = UNITS.get(named, row.unit)
    row.reps = cells.count(_("Reps"), cell.get("reps", "")) or None
    row.seconds = cells.clock(_("Seconds"), cell.get("seconds", "")) or None
    rating = cell.get("rpe", "")
    if rating not in sheet.ratings:
        sheet.ratings[rating] = cells.rpe(rating)
    row.rpe, understood = sheet.ratings[rating]
    if not understood:
        row.remarks += (Remark.RPE,)
    far = cell.get("distance", "")
    if not row.reps and not row.seconds:
        gone = cells.distance(_("Distance"), far)
        row.skip = Skip.UNMEASURED if row.amount else Skip.DISTANCE if gone else Skip.BLANK
    elif far.strip().strip("0.,"):
        row.remarks += (Remark.FAR,)


def put_weight(sheet: Sheet, row: Row, text: str) -> None:
    """The text as typed, without its sign; read once for each text of the file. Raises cells.Bad."""
    if text not in sheet.weights:
        sheet.weights[text] = (text.strip().removeprefix("-"), cells.weight(_("Weight"), text))
    row.weight, row.amount = sheet.weights[text]


def converted(row: Row) -> bool:
    """Whether pounds are plates in kilograms that an app has converted to two decimals: 44.09 is 20 kg. They are
    kept as they stand."""
    if row.unit is not Unit.LB or not row.amount or row.amount % _PLATE == 0:
        return False
    kilograms = abs(row.amount) * KG_PER_LB
    nearest = (kilograms / _PLATE).quantize(Decimal(1)) * _PLATE
    return abs(nearest / KG_PER_LB - abs(row.amount)) <= _CENT
