/** What a device sends again after the server was restored: first the rows it holds, then what it remembers sending. */

import { derivedId } from "./derived.ts";
import type { Dance } from "./meta.ts";
import type { Archived, Database, StoredRow } from "./schema.ts";
import { PARENTS_FIRST } from "./shapes.ts";
import type { Mutation, Op } from "./types.ts";
import { writing } from "./writing.ts";

/**
 * Rows of a later revision than the backup knows. First all of them whole, parents first: of deleted ones too, or a
 * restore would find nothing. Then what was restored, which a put under a tombstone does not do, and last what was
 * deleted, in order. A deleted row goes with its parent where one deletion took both, so that they come back together.
 * Deterministic, so that it can be gone on with.
 */
export async function rowsToResend(db: Database, dance: Dance): Promise<Mutation[]> {
  const all = new Map((await db.getAll("rows")).map((row) => [row.row, row]));
  const rows = [...all.values()].filter(({ rev }) => rev > dance.floor).sort(parentsFirst);
  const restored = rows.filter(({ deleted, restoredAt }) => !deleted && (restoredAt ?? -1) > dance.floor);
  const buried = rows.filter((row) => row.deleted && !wentWith(row, all.get(row.parent)));
  buried.sort((a, b) => a.rev - b.rev);
  return Promise.all([
    ...rows.map((row) => mutation("put", row, dance)),
    ...restored.map((row) => mutation("restore", row, dance)),
    ...buried.map((row) => mutation("delete", row, dance)),
  ]);
}

function parentsFirst(a: StoredRow, b: StoredRow): number {
  const order = (row: StoredRow): number => PARENTS_FIRST.indexOf(row.kind);
  return order(a) - order(b) || a.rev - b.rev || (a.row < b.row ? -1 : 1);
}

function wentWith({ deletedBy }: StoredRow, parent: StoredRow | undefined): boolean {
  return parent?.deleted === true && deletedBy !== undefined && parent.deletedBy === deletedBy;
}

async function mutation(op: Op, { row, kind, rev, fields }: StoredRow, { from, floor }: Dance): Promise<Mutation> {
  const id = await derivedId(from, row, rev, op);
  const base = Math.max(Math.min(rev, floor), 0);
  return op === "put" ? { id, op, kind, row, base, fields } : { id, op, kind, row, base };
}

/**
 * The mutations of the archive after `next`, in the order in which they were made. Left out, for good, is what another
 * device has changed since: its row, sent before, says more, and repeating the older word would undo the later one.
 */
export async function archiveToResend(db: Database, { next }: Dance): Promise<Archived[]> {
  const tx = writing(db, ["rows", "archive"]);
  const latest: Archived[] = [];
  for (const entry of await tx.objectStore("archive").getAll()) {
    if (entry.seq <= next) continue;
    const row = await tx.objectStore("rows").get(entry.mutation.row);
    if (!row || entry.rev >= row.rev) latest.push(entry);
    else if (entry.rev > 0) await tx.objectStore("archive").put({ ...entry, rev: 0 });
  }
  await tx.done;
  return latest.sort((a, b) => a.seq - b.seq);
}
