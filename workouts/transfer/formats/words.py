"""What apps call the same thing: units, kinds of sets, yes and no, and how names of columns are compared."""

import re
import unicodedata

from workouts.log.models import SetKind
from workouts.science.units import Unit

UNITS = {
    **dict.fromkeys(("kg", "kgs", "kilogram", "kilograms", "kilogramm", "kilos"), Unit.KG),
    **dict.fromkeys(("lb", "lbs", "pound", "pounds", "pfund"), Unit.LB),
}
# By letter (Strong), by word (the others).
KINDS = {
    **dict.fromkeys(("w", "warmup", "warm up", "warm-up"), SetKind.WARMUP),
    **dict.fromkeys(("d", "drop", "dropset", "drop set"), SetKind.DROP),
    **dict.fromkeys(("f", "failure", "to failure"), SetKind.FAILURE),
    **dict.fromkeys(("", "normal", "working", "work"), SetKind.WORKING),
}
YES = {"1", "true", "yes"}
_BETWEEN = re.compile(r"[\s_()\[\]]+")
_APOSTROPHES = str.maketrans({"’": "'", "`": "'", "´": "'"})


def plain(name: str) -> str:
    """A column's name as it is compared: without case, brackets, underscores, byte order mark, `Weight (kg)` is
    `weight kg`."""
    name = unicodedata.normalize("NFC", name).translate(_APOSTROPHES).casefold().lstrip("\ufeff")
    return _BETWEEN.sub(" ", name).strip()


def unit_in(name: str) -> Unit | None:
    """The unit that a column's name ends or begins with, as in `kg`, `weight_lbs`, `Set 1 (KG)`, `Kg lifted`."""
    words = plain(name).split(" ")
    return UNITS.get(words[-1]) or UNITS.get(words[0])


def with_units(*names: str) -> frozenset[str]:
    """Each name alone and with each unit behind it."""
    return frozenset((*names, *(f"{name} {unit}" for name in names for unit in UNITS)))
