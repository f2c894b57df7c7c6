"""Sets that a file and the log both have, with other numbers: mended in the app since, or edited here.

Weight, unit, reps, seconds and kind are compared, and the rating where the file has one (it is an export switch).
A unit that the file does not say is taken to be the log's.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from workouts.accounts.models import User
from workouts.log.ids import own_key
from workouts.log.models import LoggedSet
from workouts.transfer.formats import Reading
from workouts.transfer.formats.rows import Row

LISTED = 100
_COLUMNS = ("weight", "unit", "reps", "seconds", "kind", "rpe", "left", "right", "rir", "load_mode")
_THOUSANDTH = Decimal("0.001")


@dataclass(frozen=True, slots=True)
class Kept:
    """What the log has of a set."""

    weight: Decimal | None
    unit: str
    reps: int | None
    seconds: int | None
    kind: str
    rpe: Decimal | None
    left: int | None
    right: int | None
    rir: Decimal | None
    load_mode: str

    def differs(self, row: Row) -> bool:
        if row.exact is not None:
            there = row.exact.columns()
            return any(getattr(self, name) != there[name] for name in _COLUMNS)
        mine = (self.weight or 0, self.reps or None, self.seconds or None, self.kind)
        theirs = (abs(row.amount).quantize(_THOUSANDTH), row.reps or None, row.seconds or None, row.kind.value)
        unit = row.unit is not None and row.amount != 0 and row.unit.value != self.unit
        return mine != theirs or unit or (row.rpe is not None and row.rpe != self.rpe)


def kept_sets(user: User, *, exact: bool = False) -> dict[str, Kept]:
    """The live imported sets of a lifter by their identity in files; with `exact` (a file of ours) all of them, by
    their ids too. One statement."""
    live = LoggedSet.objects.of(user).live()
    rows = (live if exact else live.exclude(origin_key="")).values_list("origin_key", "uid", *_COLUMNS)
    found: dict[str, Kept] = {}
    for key, uid, *columns in rows.iterator():
        kept = Kept(*columns)
        if exact:
            found.setdefault(own_key(uid), kept)
        if key:
            found[key] = kept
    return found


def differing(reading: Reading, kept: dict[str, Kept]) -> Iterator[tuple[str, str, Row]]:
    """Identity, name of the exercise and the file's row, for each set that differs."""
    for session in reading.sessions:
        for block in session.blocks:
            for key, row in block.sets:
                if key in kept and kept[key].differs(row):
                    yield key, block.name, row


def changed(reading: Reading, kept: dict[str, Kept]) -> dict[str, Any]:
    """How many sets differ, and the first hundred with both values, for the page."""
    listed: list[dict[str, Any]] = []
    count = 0
    for key, name, row in differing(reading, kept):
        count += 1
        if len(listed) < LISTED:
            mine = kept[key]
            unit = row.unit.value if row.unit else mine.unit
            listed.append(
                {
                    "key": key,
                    "line": row.line,
                    "day": f"{row.start:%Y-%m-%d}",
                    "name": name,
                    "log": _shown(mine.weight, mine.unit, mine),
                    "file": _shown(abs(row.amount), unit, row),
                }
            )
    return {"changed": count, "changes": listed}


def _shown(weight: Decimal | None, unit: str, numbers: Kept | Row) -> str:
    """`100 kg × 5, 9 RPE, failure`, in what all languages write alike."""
    parts = [f"{weight.normalize():f} {unit}"] if weight else []
    parts += [f"{numbers.reps}"] if numbers.reps is not None else []
    parts += [f"{numbers.seconds} s"] if numbers.seconds else []
    said = " × ".join(parts) or "0"
    rating = f", RPE {numbers.rpe.normalize():f}" if numbers.rpe else ""
    kind = str(numbers.kind)
    return said + rating + (f", {kind}" if kind != "working" else "")
