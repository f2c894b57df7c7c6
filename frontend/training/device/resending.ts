/** What a device sends again after the server was restored: first the rows it holds, then what it remembers sending. */

import { derivedId } from "./derived.ts";
import type { Dance } from "./meta.ts";
import type { Archived, Database, StoredRow } from "./schema.ts";
import { PARENTS_FIRST } from "./shapes.ts";
import type { Mutation } from "./types.ts";

/** Rows of a later revision than the backup knows, parents first; deterministic, so that it can be gone on with. */
export async function rowsToResend(db: Database, { from, floor }: Dance): Promise<Mutation[]> {
  const rows = (await db.getAll("rows")).filter(({ rev }) => rev > floor);
  const order = (row: StoredRow): number => PARENTS_FIRST.indexOf(row.kind);
  rows.sort((a, b) => order(a) - order(b) || a.rev - b.rev || (a.row < b.row ? -1 : 1));
  return (await Promise.all(rows.map((row) => whole(row, from, floor)))).flat();
}

async function whole(row: StoredRow, from: string, floor: number): Promise<Mutation[]> {
  const { kind, rev, deleted, fields } = row;
  const base = Math.max(Math.min(rev, floor), 0);
  const mutation = async (op: Mutation["op"]): Promise<Mutation> => ({
    id: await derivedId(from, row.row, rev, op),
    op,
    kind,
    row: row.row,
    base,
  });
  if (deleted) return [await mutation("delete")];
  const put = { ...(await mutation("put")), fields };
  // A put alone would change it under the tombstone that the backup still has.
  return (row.restoredAt ?? -1) > floor ? [put, await mutation("restore")] : [put];
}

/**
 * The mutations of the archive after `next`, in the order in which they were made. Left out, for good, is what another
 * device has changed since: its row, sent before, says more, and repeating the older word would undo the later one.
 */
export async function archiveToResend(db: Database, { next }: Dance): Promise<Archived[]> {
  const tx = db.transaction(["rows", "archive"], "readwrite");
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
