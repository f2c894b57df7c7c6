"""The dry run: what a file holds and what of it the log has already, as plain numbers that JSON can keep."""

import datetime
from collections import Counter
from decimal import Decimal
from typing import Any

from workouts.accounts.models import User
from workouts.log.models import Ledger, PerformedExercise, Workout
from workouts.log.queries import known_keys
from workouts.science.units import WEIGHT_LIMITS, Unit, plain
from workouts.transfer.formats import Reading
from workouts.transfer.formats.dates import local
from workouts.transfer.formats.rows import Row
from workouts.transfer.formats.sessions import POINTED_AT
from workouts.transfer.queries.belongings import belongings
from workouts.transfer.queries.changed import changed, kept_sets

MANY_REPS = 100
# Above these a weight is more often a slip or the other unit than a lift.
SUSPICIOUS = {Unit.KG: Decimal(500), Unit.LB: Decimal(1100)}
# The 45 lb bar with pairs of 45s: loads that plates in kilograms do not make.
BAR_AND_PLATES = {Decimal(45 + 90 * pairs) for pairs in range(8)}
POUNDS_FROM = Decimal(250)


def summary(user: User, reading: Reading, now: datetime.datetime) -> dict[str, Any]:
    """Counts by name; `now` (aware) tells what lies in the future. Three statements, and one more."""
    sorting = reading.sorting
    zone = user.preferences.zone
    rows = [row for session in reading.sessions for block in session.blocks for _key, row in block.sets]
    guess, why, how_much = guessed_unit(rows)
    seen = _seen(user, rows, reading.said_unit or guess, now)
    days = [local(session.start, zone).date() for session in reading.sessions]
    return {
        "format": [reading.format.key, reading.format.name],
        "rows": sorting.rows,
        "workouts": len(reading.sessions),
        "exercises": sum(len(session.blocks) for session in reading.sessions),
        "sets": len(rows),
        "skipped": {reason.value: count for reason, count in sorting.skipped.items()},
        "remarks": {
            **{remark.value: count for remark, count in sorting.remarks.items()},
            **{name: len(lines) for name, lines in seen.items()},
        },
        "lines": {
            **{remark.value: lines for remark, lines in sorting.pointed.items()},
            **{name: lines[:POINTED_AT] for name, lines in seen.items()},
        },
        "kinds": {kind.value: count for kind, count in Counter(row.kind for row in rows).items()},
        "errors": sorting.errors,
        "listed": sorting.listed,
        "first": min(days).isoformat() if days else None,
        "last": max(days).isoformat() if days else None,
        "names": _names(reading),
        "slugs": {name: each.slug for name, each in reading.own.named.items()} if reading.own else None,
        "unit": _said(reading, rows),
        "guess": guess.value,
        "why": [why, how_much],
        "day_open": reading.day_open,
        "over_limit": sum(1 for row in rows if row.unit is None and abs(row.amount) > WEIGHT_LIMITS[Unit.KG][1]),
        "encoding": reading.encoding,
        **new_rows(user, reading),
    }


def _said(reading: Reading, rows: list[Row]) -> str | None:
    """The unit that the file names: in its header, or in each row with a weight (the first of them)."""
    if reading.said_unit:
        return reading.said_unit.value
    loaded = [row.unit for row in rows if row.amount]
    if reading.own and not loaded:
        return Unit.KG.value  # each row has its own, and nothing weighs anything
    return loaded[0] if loaded and loaded[0] and all(loaded) else None


def guessed_unit(rows: list[Row]) -> tuple[Unit, str, str]:
    """Pounds where a weight is 250 or more, or where every tenth is a bar with 45s on it; else kilograms. With the
    reason (heavy, plates, light) and the number that it rests on."""
    loads = Counter(row.amount for row in rows if row.amount > 0)
    plates = sum(count for load, count in loads.items() if load in BAR_AND_PLATES and load > 45)
    most = max(loads, default=Decimal(0))
    if most >= POUNDS_FROM:
        return Unit.LB, "heavy", plain(most)
    if plates * 10 > loads.total():
        return Unit.LB, "plates", str(plates)
    return Unit.KG, "light", plain(most)


def _seen(user: User, rows: list[Row], guess: Unit, now: datetime.datetime) -> dict[str, list[int]]:
    """The lines of what is kept and deserves a look, by the name of the reason."""
    zone = user.preferences.zone
    found = {
        "many_reps": [row.line for row in rows if (row.reps or 0) > MANY_REPS],
        "heavy": [row.line for row in rows if abs(row.amount) > SUSPICIOUS[row.unit or guess]],
        "future": [row.line for row in rows if local(row.start, zone) > now],
        # A file of ours says what it means by that.
        "bodyweight": [row.line for row in rows if row.reps and not row.amount and row.exact is None],
        "assisted": [row.line for row in rows if row.amount < 0],
        "failed": [row.line for row in rows if row.reps == 0 and row.exact is None],
    }
    return {name: lines for name, lines in found.items() if lines}


def _names(reading: Reading) -> list[tuple[str, int]]:
    """Each name with its number of sets, the most frequent first."""
    counts: Counter[str] = Counter()
    for session in reading.sessions:
        for block in session.blocks:
            counts[block.name] += len(block.sets)
    return counts.most_common()


def new_rows(user: User, reading: Reading) -> dict[str, Any]:
    """How many of the file's rows the log does not have, which it has with other numbers, and the revision at which
    that was so."""
    rev = Ledger.objects.filter(owner=user).values_list("rev", flat=True).first() or 0
    exact = reading.own is not None
    workouts, exercises = (known_keys(model, user, exact=exact) for model in (Workout, PerformedExercise))
    kept = kept_sets(user, exact=exact)
    new = {"workouts": 0, "exercises": 0, "sets": 0}
    for session in reading.sessions:
        new["workouts"] += session.key not in workouts
        for block in session.blocks:
            fresh = sum(1 for key, _row in block.sets if key not in kept)
            new["sets"] += fresh
            new["exercises"] += bool((fresh or exact) and block.key not in exercises)
    more = belongings(user, reading)
    rows = new["sets"] + (new["workouts"] + new["exercises"] if exact else 0)
    adds = rows + sum(more["fresh"].values())
    return {"rev": rev, "new": new, "adds": adds, **changed(reading, kept), **more}
