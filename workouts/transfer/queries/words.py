"""What was left out of a file and what deserves a look, in sentences with their numbers."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import ngettext


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
    }


def _remarks() -> dict[str, Callable[[int], str]]:
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
    }


def counted_skips(counts: dict[str, Any]) -> list[str]:
    """Rows that are left out although nothing is wrong with them."""
    return _said(counts["skipped"], _skips())


def counted_remarks(counts: dict[str, Any]) -> list[str]:
    """What is kept, and worth a look."""
    return _said(counts["remarks"], _remarks())


def _said(found: dict[str, int], words: dict[str, Callable[[int], str]]) -> list[str]:
    return [word(found[key]) % {"count": f"{found[key]:,}"} for key, word in words.items() if found.get(key)]
