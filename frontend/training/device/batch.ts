/** What goes out with one push. */

import type { Unsent } from "./schema.ts";
import type { Store } from "./store.ts";
import { writing } from "./writing.ts";

export const START_SIZE = 20;
export const MAX_SIZE = 100;
/** The server takes 256 KiB; the rest of the body and a margin. */
const MAX_BYTES = 200 * 1024;

/** The first entries that may go together: of one purpose and one schema, at most `size` of them, within `bytes`. */
export function together(unsent: readonly Unsent[], size: number, bytes: number = MAX_BYTES): Unsent[] {
  const waiting = unsent.filter(({ acked }) => acked === undefined);
  const [first] = waiting;
  const batch: Unsent[] = [];
  let weight = 0;
  for (const entry of waiting.slice(0, size)) {
    weight += weigh(entry);
    const fits = entry.purpose === first?.purpose && entry.schema === first.schema && weight <= bytes;
    // One alone always goes: if it is too large, the server says so.
    if (!fits && batch.length > 0) break;
    batch.push(entry);
  }
  return batch;
}

function weigh(entry: Unsent): number {
  return new TextEncoder().encode(JSON.stringify(entry.mutation)).length + 1;
}

/** The next batch, marked as tried before it can leave: from now on its mutations never change. */
export async function takeBatch(store: Store, size: number): Promise<Unsent[]> {
  const tx = writing(await store.db(), ["outbox"]);
  const batch = together(await tx.store.getAll(), size);
  for (const entry of batch) {
    if (!entry.tried) await tx.store.put({ ...entry, tried: true });
  }
  await tx.done;
  return batch;
}
