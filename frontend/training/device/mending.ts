/** What the server refused: mended, dropped, or taken back by simply writing the row again. */

import { cursorOf, inOutbox, requeue, type Outbox } from "./outbox.ts";
import type { Refused } from "./schema.ts";
import { isWhole } from "./shapes.ts";
import type { Store } from "./store.ts";
import type { Change, Fields } from "./types.ts";

/** Refusals that are only the echo of another one: they go again when that is mended. */
const ECHOES = new Set(["unknown-row", "unknown-parent"]);

/** The refused insert of a row, if there is one: until it is mended the server does not know the row. */
export function mendable(refused: readonly Refused[]): Refused | undefined {
  return refused.find(({ mutation }) => mutation.op === "put" && isWhole(mutation.kind, mutation.fields ?? {}));
}

/** A change of a row whose insert was refused: a put mends it, a delete drops it. */
export async function takeBack(tx: Outbox, change: Change, refused: readonly Refused[], base: number): Promise<void> {
  const fields: Fields = {};
  for (const entry of [...refused].sort((a, b) => a.seq - b.seq)) {
    Object.assign(fields, entry.mutation.fields);
    await tx.objectStore("attention").delete(entry.id);
  }
  if (change.op === "delete") return;
  const [first] = refused;
  if (first) await requeue(tx, first, { ...fields, ...change.fields }, base);
  await requeueEchoes(tx, base);
}

/** Send a refused mutation again with other fields, and with it what was refused only because of it. */
export async function mend(store: Store, id: string, fields: Fields): Promise<void> {
  await inOutbox(store, async (tx) => {
    const entry = await tx.objectStore("attention").get(id);
    if (!entry) return;
    const base = await cursorOf(tx);
    await requeue(tx, entry, fields, base);
    await requeueEchoes(tx, base);
  });
}

async function requeueEchoes(tx: Outbox, base: number): Promise<void> {
  const entries = await tx.objectStore("attention").getAll();
  for (const entry of entries.sort((a, b) => a.seq - b.seq)) {
    if (ECHOES.has(entry.problem.code)) await requeue(tx, entry, undefined, base);
  }
}

export async function drop(store: Store, id: string): Promise<void> {
  await inOutbox(store, async (tx) => {
    await tx.objectStore("attention").delete(id);
  });
}
