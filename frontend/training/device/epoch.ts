/** A server restored from a backup says so with another epoch. Looked at before any cursor. */

import { overAll, type All } from "./applying.ts";
import { meta, type Dance } from "./meta.ts";
import type { Store } from "./store.ts";

/** Take note of the epoch of an answer; true if it is another one, and what is held here must be sent again first. */
export async function meetEpoch(store: Store, epoch: string, floor: number): Promise<boolean> {
  const tx = await overAll(store);
  const held = await meta(tx.objectStore("meta"), "epoch");
  if (held === epoch) return false;
  await tx.objectStore("meta").put({ name: "epoch", value: epoch });
  if (held !== undefined) await begin(tx, held, floor);
  await tx.done;
  return held !== undefined;
}

async function begin(tx: All, held: string, floor: number): Promise<void> {
  const store = tx.objectStore("meta");
  const before = await meta(store, "dance");
  // With half a snapshot the rows are of two lives, and their revisions say nothing: send them all.
  const mixed = (await meta(store, "snapshot")) !== undefined;
  const dance: Dance = {
    from: before?.from ?? held,
    floor: mixed ? -1 : Math.min(floor, before?.floor ?? floor),
    part: "rows",
    next: 0,
  };
  await store.put({ name: "dance", value: dance });
  await store.delete("cursor");
  await store.delete("snapshot");
  await reopen(tx, floor);
}

/** What was committed in the other life may not be in this one: back into the queue. */
async function reopen(tx: All, floor: number): Promise<void> {
  for (const { acked: _, ...entry } of await tx.objectStore("outbox").getAll()) {
    const mutation = { ...entry.mutation, base: Math.min(entry.mutation.base, floor) };
    await tx.objectStore("outbox").put({ ...entry, mutation });
  }
}
