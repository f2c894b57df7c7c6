"""Keeps the figures of exercises as performed in step with their sets, or computes them anew.

What an action keeps and what the command computes is the same function; a test holds them together. It runs at every
tap on "done", under the account's lock: so the two statements are written out here, where building them from models
each time would take longer than all the rest of the write.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal
from functools import cache
from typing import Any

from django.db import connection, transaction
from django.db.models import OuterRef, QuerySet, Subquery

from workouts.accounts.models import User
from workouts.log.actions.locking import lock
from workouts.log.figures import COMPUTED, Keeper, Performed, Raw
from workouts.log.models import LoggedSet, PerformedExercise, SetKind, Workout

CHUNK = 500
# A change of these columns changes the figures.
INPUTS = frozenset(Performed._fields)


def refresh(performed: Collection[int]) -> None:
    """Computes the figures of exercises as performed (by key), inside the transaction that changed them. Two
    statements for 500."""
    keys, keeper = sorted(performed), Keeper()
    for start in range(0, len(keys), CHUNK):
        _write([(pk, keeper.figures(row, sets)) for pk, row, sets in _read(keys[start : start + CHUNK])])


def place(rows: "QuerySet[Any]") -> None:
    """Gives exercises as performed the day and the hour of their workouts. One statement."""
    mine = Workout.objects.filter(pk=OuterRef("workout"))
    rows.update(day=Subquery(mine.values("day")), started_at=Subquery(mine.values("started_at")))


def rebuild_figures(*, missing: bool = False) -> int:
    """Computes all figures anew, or only those that were never computed; account by account, in small transactions
    under the account's lock. Returns how many rows."""
    rows = PerformedExercise.objects.filter(day=None) if missing else PerformedExercise.objects.all()
    count = 0
    for owner in User.objects.filter(pk__in=rows.order_by().values("owner").distinct()).iterator():
        keys = list(rows.filter(owner=owner).order_by("pk").values_list("pk", flat=True))
        for start in range(0, len(keys), CHUNK):
            chunk = keys[start : start + CHUNK]
            with transaction.atomic():
                lock(owner)
                place(PerformedExercise.objects.filter(pk__in=chunk))
                refresh(chunk)
        count += len(keys)
    return count


def give_figures(rows: Iterable[tuple[PerformedExercise, Sequence[LoggedSet]]]) -> None:
    """Sets the figures on new rows that are not written yet, from their sets; for whole histories."""
    keeper = Keeper()
    for row, sets in rows:
        row.day, row.started_at = row.workout.day, row.workout.started_at
        performed = Performed(*(getattr(row, name) for name in Performed._fields))
        raws = [_raw(performed, one) for one in sets if one.kind != SetKind.WARMUP]
        for name, value in keeper.figures(performed, raws).items():
            setattr(row, name, value)


def _raw(performed: Performed, one: LoggedSet) -> Raw:
    def text(value: Any) -> str | None:
        return None if value is None else str(value)

    head = (performed.rep_style, performed.judged, str(one.kind), str(one.load_mode), one.weight_text)
    counts = (str(one.unit), one.reps, one.left, one.right, one.seconds)
    return Raw(*head, text(one.weight), *counts, text(one.rir), text(one.rpe))


def _read(keys: Sequence[int]) -> list[tuple[int, Performed, list[Raw]]]:
    """The rows with their live working sets in order. One statement."""
    performed: dict[int, Performed] = {}
    sets: dict[int, list[Raw]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(_reading(len(keys)), [SetKind.WARMUP.value, *keys])
        for pk, style, pain, deload, prescribed, count, low, high, rir, set_pk, *columns in cursor.fetchall():
            target = None if rir is None else Decimal(rir)
            row = performed[pk] = Performed(style, pain, deload, prescribed, count, low, high, target)
            if set_pk is not None:
                sets[pk].append(Raw(style, row.judged, *columns))
    return [(pk, row, sets[pk]) for pk, row in performed.items()]


@cache
def _reading(count: int) -> str:
    """Columns as `Performed` and `Raw` have them, decimals as text."""
    quote = connection.ops.quote_name
    decimals = {"target_rir", "weight", "rir", "rpe"}

    def columns(table: str, names: Sequence[str]) -> str:
        named = [f"{table}.{quote(name)}" for name in names]
        return ", ".join(
            f"CAST({column} AS text)" if name in decimals else column for column, name in zip(named, names, strict=True)
        )

    of_set = ("kind", "load_mode", *Raw._fields[4:])
    return (
        f"SELECT p.id, {columns('p', Performed._fields)}, s.id, "  # noqa: S608  # names of models, no values
        + columns("s", ["weight_text" if name == "text" else name for name in of_set])
        + f" FROM {quote(PerformedExercise._meta.db_table)} p LEFT JOIN {quote(LoggedSet._meta.db_table)} s"
        + " ON s.performed_id = p.id AND s.deleted_at IS NULL AND s.kind <> %s"
        + f" WHERE p.id IN ({', '.join(['%s'] * count)}) ORDER BY p.id, s.position, s.id"
    )


def _write(kept: list[tuple[int, dict[str, Any]]]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(_writing(), [[*(figures[name] for name in COMPUTED), pk] for pk, figures in kept])


@cache
def _writing() -> str:
    quote = connection.ops.quote_name
    values = ", ".join(f"{quote(name)} = %s" for name in COMPUTED)
    return f"UPDATE {quote(PerformedExercise._meta.db_table)} SET {values} WHERE id = %s"  # noqa: S608  # as above
