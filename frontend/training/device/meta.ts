/** The device's own state, each under its name. */

import type { Database } from "./schema.ts";

/**
 * A re-sending under way. `from`: the epoch whose rows are held; those after its revision `floor` go again. `next`:
 * how many mutations of the rows are done, or the last `seq` of the archive that is.
 */
export interface Dance {
  from: string;
  floor: number;
  part: "rows" | "archive";
  next: number;
}

/** A snapshot under way: the next page. `first`: no log was here before. `whole`: the workout of which all is here. */
export interface Snapshot {
  id: string;
  rev: number;
  page: string;
  first?: boolean;
  whole?: string | undefined;
}

export interface Meta {
  client: string;
  cursor: number;
  epoch: string;
  dance: Dance;
  snapshot: Snapshot;
  trimmed: boolean;
  persist: boolean;
}

/** Its owner has signed out: only she opens it again, and no worker fills it anew behind her back. */
export const LEFT = "left";

interface MetaStore {
  get(name: string): Promise<{ name: string; value: unknown } | undefined>;
}

/** Within a transaction. */
export async function meta<N extends keyof Meta>(store: MetaStore, name: N): Promise<Meta[N] | undefined> {
  return (await store.get(name))?.value as Meta[N] | undefined;
}

export async function metaOf<N extends keyof Meta>(db: Database, name: N): Promise<Meta[N] | undefined> {
  return (await db.get("meta", name))?.value as Meta[N] | undefined;
}

/** Where a device stands; what it sends along, and what an answer must still find when it comes. */
export interface Standing {
  client: string;
  epoch: string;
  cursor: number | null;
}

export async function standing(store: MetaStore): Promise<Standing> {
  const [client, epoch, cursor] = await Promise.all([meta(store, "client"), meta(store, "epoch"), meta(store, "cursor")]);
  return { client: client ?? "", epoch: epoch ?? "", cursor: cursor ?? null };
}

/** An answer to a database that was evicted meanwhile, or moved on, must not be laid into the new one. */
export async function stands(store: MetaStore, then: Standing): Promise<boolean> {
  const now = await standing(store);
  return now.client === then.client && now.epoch === then.epoch && now.cursor === then.cursor;
}
