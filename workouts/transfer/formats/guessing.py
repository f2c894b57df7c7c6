"""Which column of an unknown table is probably what: by its name, else by what its first rows hold."""

from collections.abc import Iterable
from dataclasses import dataclass

from workouts.transfer.formats import fitnotes, hevy, liftlog, liftosaur, strong
from workouts.transfer.formats.cells import Bad
from workouts.transfer.formats.dates import Calendar
from workouts.transfer.formats.mapped import THINGS
from workouts.transfer.formats.sheet import Columns
from workouts.transfer.formats.words import KINDS, UNITS, plain, unit_in, with_units

BY_NAME, BY_DATES, BY_WORDS, BY_NUMBERS = "name", "dates", "words", "numbers"
KNOWN: tuple[Columns, ...] = tuple(
    each.COLUMNS for each in (strong, hevy, fitnotes, liftosaur, liftlog) if hasattr(each, "COLUMNS")
)
ALSO = {
    "date": {"date", "day", "when", "fecha", "data", "tag", "timestamp", "started at", "performed at", "日付"},
    "exercise": {"exercise", "lift", "movement", "übung", "ejercicio", "exercício", "exercice", "esercizio"},
    "weight": with_units("load", "peso", "last", "carga", "charge", "weight used"),
    "unit": {"unit", "units", "einheit", "unidad", "unidade", "unité"},
    "reps": {"rep", "repetitions", "wdh", "wiederholungen", "repeticiones", "repetições", "répétitions", "count"},
    "seconds": {"secs", "duration s", "time s", "hold", "segundos", "secondi"},
    "rpe": {"rpe", "effort"},
    "rir": {"rir", "reps in reserve"},
    "kind": {"kind", "type", "set kind", "satzart", "tipo"},
    "note": {"comment", "comments", "remarks", "kommentar", "notas", "notes", "remarques"},
    "workout": {"workout", "session", "training", "einheit name", "séance", "treino", "entrenamiento"},
}


@dataclass(frozen=True, slots=True)
class Guess:
    """A column, from 0, and why: BY_NAME, BY_DATES, BY_WORDS or BY_NUMBERS."""

    place: int
    why: str


def guesses(header: tuple[str, ...], sample: list[list[str]]) -> dict[str, Guess]:
    """For each of THINGS at most one column, and each column for one of them; `sample` are the first lines' cells."""
    found: dict[str, Guess] = {}
    for thing in THINGS:
        names = ALSO[thing] | {name for columns in KNOWN for name in columns.get(thing, ())}
        _take(found, thing, [at for at, name in enumerate(header) if plain(name) in names], BY_NAME)
    _take(found, "weight", [at for at, name in enumerate(header) if unit_in(name)], BY_NAME)
    columns = [[row[at].strip() for row in sample if at < len(row) and row[at].strip()] for at in range(len(header))]
    _take(found, "date", [at for at, column in enumerate(columns) if _dates(column)], BY_DATES)
    _take(found, "exercise", [at for at, column in enumerate(columns) if _words(column)], BY_WORDS)
    counts = [at for at in _free(found, range(len(columns))) if _counts(columns[at])]
    # Of two such columns neither is likelier: one may number the sets.
    if len(counts) == 1 and "seconds" not in found:
        _take(found, "reps", counts, BY_NUMBERS)
    return found


def _take(found: dict[str, Guess], thing: str, places: list[int], why: str) -> None:
    free = _free(found, places)
    if thing not in found and free:
        found[thing] = Guess(free[0], why)


def _free(found: dict[str, Guess], places: Iterable[int]) -> list[int]:
    taken = {each.place for each in found.values()}
    return [at for at in places if at not in taken]


def _counts(column: list[str]) -> bool:
    """Whole numbers such as reps."""
    return bool(column) and all(text.isascii() and text.isdigit() and 1 <= int(text[:4]) <= 100 for text in column)


def _dates(column: list[str]) -> bool:
    return bool(column) and all(map(_is_date, column))


def _is_date(text: str) -> bool:
    try:
        Calendar().moment("", text)
    except Bad:
        return False
    return True


def _words(column: list[str]) -> bool:
    """Names, and no numbers, units, kinds of sets or dates."""
    known = UNITS.keys() | KINDS.keys()
    return bool(column) and all(
        sum(map(str.isalpha, text)) >= 3 and text.casefold() not in known and not _is_date(text) for text in column
    )
