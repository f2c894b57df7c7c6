"""What was left out of a file and what deserves a look, in sentences with their numbers."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workouts.shared.language.numbers import grouped, spoken

SHOWN = 8


def _skips() -> dict[str, Callable[[int], str]]:
    return {
        "rest": lambda n: ngettext("%(count)s rest timer", "%(count)s rest timers", n),
        "blank": lambda n: ngettext("%(count)s row with nothing in it", "%(count)s rows with nothing in them", n),
        "distance": lambda n: ngettext(
            "%(count)s row with a distance alone", "%(count)s rows with a distance alone", n
        ),
        "unmeasured": lambda n: ngettext(
            "%(count)s row with a weight, and neither reps nor seconds",
            "%(count)s rows with a weight, and neither reps nor seconds",
            n,
        ),
        "planned": lambda n: ngettext(
            "%(count)s row that was planned and not done", "%(count)s rows that were planned and not done", n
        ),
    }


def _seen() -> dict[str, Callable[[int], str]]:
    return {
        "many_reps": lambda n: ngettext(
            "%(count)s set has more than 100 reps.", "%(count)s sets have more than 100 reps.", n
        ),
        "heavy": lambda n: ngettext(
            "%(count)s set is above 500 kg or 1,100 lb.", "%(count)s sets are above 500 kg or 1,100 lb.", n
        ),
        "future": lambda n: ngettext("%(count)s set lies in the future.", "%(count)s sets lie in the future.", n),
        "bodyweight": lambda n: ngettext(
            "%(count)s set has no weight and is kept as body weight.",
            "%(count)s sets have no weight and are kept as body weight.",
            n,
        ),
        "assisted": lambda n: ngettext(
            "%(count)s weight below 0 is kept as assistance.",
            "%(count)s weights below 0 are kept as assistance.",
            n,
        ),
    }


def _said_by_readers() -> dict[str, Callable[[int], str]]:
    return {
        "rpe": lambda n: ngettext(
            "%(count)s RPE is not a half step from 1 to 10: the set is kept without it.",
            "%(count)s RPE are not half steps from 1 to 10: the sets are kept without them.",
            n,
        ),
        "order": lambda n: ngettext(
            "%(count)s set has an unknown letter for its number: it is kept as a working set.",
            "%(count)s sets have unknown letters for their numbers: they are kept as working sets.",
            n,
        ),
        "length": lambda n: ngettext(
            "%(count)s set comes with a duration that cannot be read: the workout is kept without it.",
            "%(count)s sets come with durations that cannot be read: the workouts are kept without them.",
            n,
        ),
        "cut": lambda n: ngettext(
            "%(count)s row has a note above 2,000 or a workout name above 120 characters: the rest is cut off.",
            "%(count)s rows have notes above 2,000 or workout names above 120 characters: the rest is cut off.",
            n,
        ),
        "failed": lambda n: ngettext(
            "%(count)s set was tried and not lifted: it is kept with 0 reps.",
            "%(count)s sets were tried and not lifted: they are kept with 0 reps.",
            n,
        ),
        "converted": lambda n: ngettext(
            "%(count)s weight in pounds is a conversion that the app has made from kilograms, such as 44.09 for 20 kg: "
            "it is kept as it stands.",
            "%(count)s weights in pounds are conversions that the app has made from kilograms, such as 44.09 for "
            "20 kg: they are kept as they stand.",
            n,
        ),
        "far": lambda n: ngettext(
            "%(count)s set comes with a distance, which the log does not hold: the set is kept without it.",
            "%(count)s sets come with distances, which the log does not hold: the sets are kept without them.",
            n,
        ),
        "joined": lambda n: ngettext(
            "%(count)s row had a comma in the name of its exercise and no quotes: the name was put together.",
            "%(count)s rows had commas in the names of their exercises and no quotes: the names were put together.",
            n,
        ),
    }


def counted_others(counts: dict[str, Any], key: str = "fresh") -> list[str]:
    """What a file of ours holds besides workouts: what the account lacks, or with the key "there" what it has; of a
    batch that is done, what was "brought"."""
    return _said(counts.get(key, {}), _others())


def _others() -> dict[str, Callable[[int], str]]:
    return {
        "own_exercises": lambda n: ngettext("%(count)s exercise of yours", "%(count)s exercises of yours", n),
        "routines": lambda n: ngettext("%(count)s routine of yours", "%(count)s routines of yours", n),
        "body_weights": lambda n: ngettext("%(count)s body weight", "%(count)s body weights", n),
        "notes": lambda n: ngettext("%(count)s sticky note", "%(count)s sticky notes", n),
    }


def counted_skips(counts: dict[str, Any]) -> list[str]:
    """Rows that are left out although nothing is wrong with them."""
    return _said(counts["skipped"], _skips())


def counted_remarks(counts: dict[str, Any]) -> list[tuple[str, str]]:
    """What is kept, and worth a look: a sentence, and the numbers of the first lines that it is about."""
    return [(said, _lines(counts, code)) for code, said in remarks_by_code(counts).items()]


def remarks_by_code(counts: dict[str, Any]) -> dict[str, str]:
    words, found = _seen() | _said_by_readers(), counts["remarks"]
    return {
        code: word(found[code]) % {"count": grouped(found[code])} for code, word in words.items() if found.get(code)
    }


def _lines(counts: dict[str, Any], code: str) -> str:
    """At most eight, and a sign that there are more."""
    lines = counts.get("lines", {}).get(code, [])
    more = ", …" if counts["remarks"][code] > min(len(lines), SHOWN) else ""
    return ", ".join(grouped(line) for line in lines[:SHOWN]) + more if lines else ""


def reason(counts: dict[str, Any]) -> str:
    """Why the marked unit is the guess."""
    why, number = counts.get("why", ["", ""])
    said = {
        "heavy": _("the heaviest weight is %(number)s, which is much in kilograms"),
        "plates": _("%(number)s weights are a bar of 45 with pairs of 45s, which plates in kilograms do not make"),
        "light": _("no weight is above %(number)s, and few are what plates in pounds make"),
    }.get(why)
    return said % {"number": grouped(int(number)) if why == "plates" else spoken(number)} if said else ""


def _said(found: dict[str, int], words: dict[str, Callable[[int], str]]) -> list[str]:
    return [word(found[key]) % {"count": grouped(found[key])} for key, word in words.items() if found.get(key)]
