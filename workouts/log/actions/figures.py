"""Keeps the figures of exercises as performed in step with their sets, or computes them anew.

What an action keeps and what the command computes is the same function; a test holds them together.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from django.db import connection, transaction
from django.db.models import Field, FilteredRelation, Q

from workouts.accounts.models import User
from workouts.log.actions.locking import lock
from workouts.log.figures import COLUMNS_KEPT, Keeper, Performed, Raw, columns
from workouts.log.models import LoggedSet, PerformedExercise, SetKind

CHUNK = 500
WORKING = [kind.value for kind in SetKind if kind != SetKind.WARMUP]
# A change of these columns changes the figures.
INPUTS = frozenset(Performed._fields) - {"day", "started_at"}


def refresh(performed: Collection[int], *, moved: Collection[int] = ()) -> int:
    """Computes the figures of exercises as performed (by key), and of those of the `moved` workouts, whose day or
    hour is another one now. Inside the transaction that changed them. Two statements; returns how many rows."""
    if not performed and not moved:
        return 0
    which = Q(pk__in=performed) | Q(workout__in=moved) if moved else Q(pk__in=performed)
    keeper = Keeper()
    kept = [{"pk": pk, **keeper.figures(row, sets)} for pk, row, sets in _read(which)]
    _write(kept)
    return len(kept)


def rebuild_figures(*, missing: bool = False) -> int:
    """Computes all figures anew, or only those that were never computed; account by account, in small transactions
    under the account's lock. Returns how many rows."""
    rows = PerformedExercise.objects.filter(day=None) if missing else PerformedExercise.objects.all()
    count = 0
    for owner in User.objects.filter(pk__in=rows.order_by().values("owner").distinct()).iterator():
        keys = list(rows.filter(owner=owner).order_by("pk").values_list("pk", flat=True))
        for start in range(0, len(keys), CHUNK):
            with transaction.atomic():
                lock(owner)
                count += refresh(keys[start : start + CHUNK])
    return count


def give_figures(rows: Iterable[tuple[PerformedExercise, Sequence[LoggedSet]]]) -> None:
    """Sets the figures on new rows that are not written yet, from their sets; for whole histories."""
    keeper = Keeper()
    for row, sets in rows:
        workout = row.workout
        performed = Performed(workout.day, workout.started_at, *(getattr(row, name) for name in Performed._fields[2:]))
        raws = [_raw(performed, one) for one in sets if one.kind != SetKind.WARMUP]
        for name, value in keeper.figures(performed, raws).items():
            setattr(row, name, value)


def _raw(performed: Performed, one: LoggedSet) -> Raw:
    def text(value: Any) -> str | None:
        return None if value is None else str(value)

    head = (performed.rep_style, performed.judged, str(one.kind), str(one.load_mode), one.weight_text)
    counts = (str(one.unit), one.reps, one.left, one.right, one.seconds)
    return Raw(*head, text(one.weight), *counts, text(one.rir), text(one.rpe))


def _read(which: Q) -> list[tuple[int, Performed, list[Raw]]]:
    """The rows with their live working sets in order. One statement."""
    done = FilteredRelation("logged_sets", condition=Q(logged_sets__deleted_at=None, logged_sets__kind__in=WORKING))
    known = ("workout__day", "workout__started_at", *Performed._fields[2:])
    rows = (
        PerformedExercise.objects.filter(which)
        .annotate(done=done)
        .order_by("pk", "done__position", "done__pk")
        .values_list("pk", *known, "done__pk", *columns("done__"))
    )
    performed: dict[int, Performed] = {}
    sets: dict[int, list[Raw]] = defaultdict(list)
    for pk, *rest in rows:
        row = performed[pk] = Performed(*rest[: len(known)])
        set_pk, *raw = rest[len(known) :]
        if set_pk is not None:
            sets[pk].append(Raw(row.rep_style, row.judged, *raw))
    return [(pk, row, sets[pk]) for pk, row in performed.items()]


def _write(kept: list[dict[str, Any]]) -> None:
    """One statement for all rows: a bulk_update of twenty columns is a CASE of twenty times as many branches, which
    takes longer than all the rest of a write."""
    if not kept:
        return
    meta = PerformedExercise._meta
    fields: list[Field[Any, Any]] = [field for field in meta.local_concrete_fields if field.name in COLUMNS_KEPT]
    quote = connection.ops.quote_name
    values = ", ".join(f"{quote(str(field.column))} = %s" for field in fields)
    sql = f"UPDATE {quote(meta.db_table)} SET {values} WHERE {quote('id')} = %s"  # noqa: S608  # names of the model's
    rows = [[*(field.get_db_prep_save(row[field.name], connection) for field in fields), row["pk"]] for row in kept]
    with connection.cursor() as cursor:
        cursor.executemany(sql, rows)
