/** Confirmed rows: a change from the log laid into the store, in the order of its revisions. */

import type { Pulled, SnapshotPage } from "./answers.ts";
import type { StoredRow, Writing } from "./schema.ts";
import { DEFAULTS, isWhole, parentOf } from "./shapes.ts";

type Rows = ReturnType<Writing<["rows"]>["objectStore"]>;

/** False where the change restores a row that is not here: then only a fresh snapshot can tell what it holds. */
export async function place(rows: Pick<Rows, "get" | "put">, change: Pulled): Promise<boolean> {
  const known = await rows.get(change.row);
  // Pages may overlap; what has been laid in is not laid in again.
  if (known && known.rev >= change.rev) return true;
  if (!known && !isAllOfIt(change)) return change.op !== "restore";
  await rows.put(changed(known ?? fresh(change), change));
  return true;
}

/**
 * Whether a change tells the whole row. A part of a row that is not here lies under a tombstone, for a snapshot has no
 * deleted rows. A new day of a workout has all that a workout needs: but the insert alone took no value's place.
 */
function isAllOfIt({ op, kind, fields, replaced }: Pulled): boolean {
  return isWhole(kind, fields) && (op !== "put" || Object.keys(replaced).length === 0);
}

function fresh(change: Pulled): StoredRow {
  const { row, kind, fields } = change;
  return { row, kind, parent: parentOf(kind, fields), rev: 0, deleted: false, fields: { ...DEFAULTS[kind] } };
}

function changed(row: StoredRow, change: Pulled): StoredRow {
  const { deletedBy, restoredAt, replaced: _, ...rest } = row;
  const next: StoredRow = { ...rest, rev: change.rev, fields: { ...row.fields, ...change.fields } };
  next.deleted = change.op === "delete" || (change.op === "put" && row.deleted);
  if (next.deleted) {
    const by = change.op === "delete" ? change.mutation : deletedBy;
    if (by !== undefined) next.deletedBy = by;
  }
  if (change.op === "restore") next.restoredAt = change.rev;
  else if (restoredAt !== undefined) next.restoredAt = restoredAt;
  if (change.conflict) next.replaced = change.replaced;
  return next;
}

export function snapshotRow(row: SnapshotPage["rows"][number], snapshot: string): StoredRow {
  const fields = { ...DEFAULTS[row.kind], ...row.fields };
  return { row: row.row, kind: row.kind, parent: parentOf(row.kind, fields), rev: row.rev, deleted: false, fields, snapshot };
}
