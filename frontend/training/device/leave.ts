/** Signing out: what stays on this device, and what goes. Call it before the session ends. */

import { deleteDB } from "idb";
import { announceTo } from "./channel.ts";
import { databases, erase, forget } from "./clearing.ts";
import { Device } from "./device.ts";
import { LEFT } from "./meta.ts";
import { DATABASE, databaseName, GUEST } from "./schema.ts";
import { Store } from "./store.ts";
import { browser, type Surroundings } from "./surroundings.ts";
import { writing } from "./writing.ts";

/** What to do with what the server does not have: keep it here (closed to others), send it now, or delete it. */
export type Parting = "keep" | "send" | "delete";

/** What of an account is on this device only, waiting or refused: how many changes, and how many sets they are of. */
export interface Unsent {
  changes: number;
  sets: number;
}

export async function unsentSets(account: string): Promise<number> {
  return (await unsentOf(account)).sets;
}

export async function unsentOf(account: string): Promise<Unsent> {
  const store = new Store(account);
  try {
    const db = await store.db();
    const [outbox, refused] = await Promise.all([db.getAll("outbox"), db.getAll("attention")]);
    const alone = [...outbox.filter(({ acked }) => acked === undefined), ...refused].map(({ mutation }) => mutation);
    return { changes: alone.length, sets: new Set(alone.filter(({ kind }) => kind === "set").map(({ row }) => row)).size };
  } finally {
    store.close();
  }
}

/**
 * Leave the device. Returns how many mutations are still here only: with "send", if there are any, nothing was
 * cleared and the lifter has to be asked again; with "keep", these and nothing else stay.
 */
export async function leave(parting: Parting, account: string, around: Surroundings = browser): Promise<number> {
  if (parting === "send") {
    const left = await sendAll(account, around);
    if (left > 0) return left;
  }
  const kept = parting === "keep" ? await keepUnsent(account) : 0;
  // Other tabs stand aside, and do not fetch anew what is being cleared.
  announceTo(databaseName(account), around, { type: "left" });
  if (kept === 0) await erase(account);
  await forget();
  return kept;
}

async function sendAll(account: string, around: Surroundings): Promise<number> {
  const device = new Device(account, around);
  try {
    await device.sync();
    return await countUnsent(device.store);
  } finally {
    device.close();
  }
}

async function countUnsent(store: Store): Promise<number> {
  const db = await store.db();
  const waiting = (await db.getAll("outbox")).filter(({ acked }) => acked === undefined).length;
  return waiting + (await db.count("attention"));
}

/** Clear all but the queue and what was refused. The cursor goes with the rows. */
async function keepUnsent(account: string): Promise<number> {
  const store = new Store(account);
  try {
    const tx = writing(await store.db(), ["rows", "outbox", "archive", "meta"]);
    await Promise.all([tx.objectStore("rows").clear(), tx.objectStore("archive").clear()]);
    for (const { seq, acked } of await tx.objectStore("outbox").getAll()) {
      if (acked !== undefined) await tx.objectStore("outbox").delete(seq);
    }
    for (const name of await tx.objectStore("meta").getAllKeys()) {
      if (name !== "client" && name !== "epoch") await tx.objectStore("meta").delete(name);
    }
    await tx.objectStore("meta").put({ name: LEFT, value: true });
    await tx.done;
    return await countUnsent(store);
  } finally {
    store.close();
  }
}

/** Everything of everybody, for a device that changes hands: every account's log, kept queues too, and the caches. */
export async function eraseAll(): Promise<void> {
  for (const name of await databases()) {
    announceTo(name, browser, { type: "left" });
    await deleteDB(name);
  }
  await forget();
}

/** What waits here for the owners of other accounts. Where a browser cannot list databases, nobody is counted. */
export async function unsentOfOthers(account: string): Promise<Unsent> {
  const all: Unsent = { changes: 0, sets: 0 };
  const mine = [databaseName(account), databaseName(GUEST)];
  for (const name of (await databases()).filter((each) => !mine.includes(each))) {
    const { changes, sets } = await unsentOf(name.slice(DATABASE.length));
    all.changes += changes;
    all.sets += sets;
  }
  return all;
}

/** Whether this device holds anything of the account. True where a browser cannot tell. */
export async function holds(account: string): Promise<boolean> {
  if (!indexedDB.databases) return true;
  return (await indexedDB.databases()).some(({ name }) => name === databaseName(account));
}
