"""The server was restored: what a device holds that the backup may lack, in the order in which it goes again.

First the rows of a later revision than the backup's (also other devices' rows: their phone may be at the bottom of a
lake), whole, parents first; then the deletions and restorations among them; then the archive, but for what those rows
tell better. Rows have ids that follow from what they are, so that two devices' copies of one are applied once.
"""

import uuid

from tests.sync.machine.stores import PARENTS_FIRST, Json, Kept, Row, Stores


def begin(stores: Stores, epoch: str, floor: int) -> None:
    """Takes note of the epoch, and of all that is to be sent again. One that was under way is begun anew."""
    if stores.floor is not None:
        floor = min(floor, stores.floor)
    stores.resend = {each["id"]: each for each in _again(stores, floor)}
    stores.epoch, stores.floor, stores.cursor, stores.page, stores.coming = epoch, floor, None, None, {}


def _again(stores: Stores, floor: int) -> list[Json]:
    later = {uid: row for uid, row in stores.rows.items() if row.rev > floor}
    parents_first = sorted(later.items(), key=lambda item: (PARENTS_FIRST.index(item[1].kind), item[1].rev))
    turned = [(uid, row) for uid, row in later.items() if row.turned_at > floor and _top(later, row)]
    turned.sort(key=lambda item: item[1].turned_at)

    def made(op: str, uid: str, row: Row) -> Json:
        name = f"{stores.rows_epoch}/{op}/{uid}/{row.rev if op == 'put' else row.turned_at}"
        base = max(0, min(row.rev, floor))
        return {"id": str(uuid.uuid5(uuid.NAMESPACE_URL, name)), "op": op, "kind": row.kind, "row": uid, "base": base}

    puts = [made("put", uid, row) | {"fields": row.fields} for uid, row in parents_first]
    turns = [made("delete" if row.deleted else "restore", uid, row) for uid, row in turned]
    archive = [kept.mutation for kept in stores.archive.values() if not _better_told(stores, later, kept)]
    return [*puts, *turns, *archive]


def _better_told(stores: Stores, later: dict[str, Row], kept: Kept) -> bool:
    """Whether the row, which is sent before, holds this mutation and perhaps more: the older word would undo it."""
    row = later.get(kept.mutation["row"])
    return row is not None and kept.epoch == stores.rows_epoch and row.rev >= kept.rev


def _top(rows: dict[str, Row], row: Row) -> bool:
    """Whether it was deleted or restored itself, and not with what it hangs on."""
    parent = rows.get(row.parent or "")
    return parent is None or parent.turned != row.turned
