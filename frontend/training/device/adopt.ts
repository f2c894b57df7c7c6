/** A guest signs up: her log becomes the account's, all of it, once. */

import { announceTo } from "./channel.ts";
import { databaseName, GUEST, type Unsent } from "./schema.ts";
import { Store } from "./store.ts";
import { browser, type Surroundings } from "./surroundings.ts";

/** What a guest has logged on this device. */
export interface GuestLog {
  workouts: number;
  sets: number;
}

export async function guestLog(): Promise<GuestLog> {
  const store = new Store(GUEST);
  try {
    const unsent = await (await store.db()).getAll("outbox");
    const rows = (kind: string): number => new Set(unsent.filter(({ mutation }) => mutation.kind === kind).map(({ mutation }) => mutation.row)).size;
    return { workouts: rows("workout"), sets: rows("set") };
  } finally {
    store.close();
  }
}

/** Whom a guest's log is being given to. Two databases share no transaction: this mark is what a crash leaves behind. */
const ADOPTER = "adopter";

/**
 * Move the guest's log into the account's outbox, from where it is sent like everything else, but counts against no
 * quota. It may die anywhere and be called again: ids keep all of it from coming twice, and what was promised to one
 * account never goes to another. Returns how many mutations were moved.
 */
export async function adopt(account: string, around: Surroundings = browser): Promise<number> {
  const guest = new Store(GUEST);
  try {
    const promised = await promise(guest, account);
    if (promised !== account) await move(guest, promised, around);
    if (promised !== account) await promise(guest, account);
    return await move(guest, account, around);
  } finally {
    guest.close();
  }
}

/** Mark the log as promised to `account`, unless it is promised already; returns to whom. */
async function promise(guest: Store, account: string): Promise<string> {
  const tx = (await guest.db()).transaction("meta", "readwrite", { durability: "strict" });
  const before = (await tx.store.get(ADOPTER))?.value;
  const adopter = typeof before === "string" ? before : account;
  await tx.store.put({ name: ADOPTER, value: adopter });
  await tx.done;
  return adopter;
}

async function move(guest: Store, account: string, around: Surroundings): Promise<number> {
  const unsent = await (await guest.db()).getAll("outbox");
  const target = new Store(account);
  try {
    await receive(target, unsent, await carried(guest));
  } finally {
    target.close();
  }
  await empty(guest, unsent);
  for (const name of [GUEST, account]) announceTo(databaseName(name), around, { type: "rows" });
  return unsent.length;
}

/** The running timer and what stands half typed in a field. */
async function carried(guest: Store): Promise<{ name: string; value: unknown }[]> {
  const all = await (await guest.db()).getAll("meta");
  return all.filter(({ name }) => name === "timer" || name.startsWith("draft:"));
}

async function receive(target: Store, unsent: readonly Unsent[], meta: { name: string; value: unknown }[]): Promise<void> {
  const stores = ["outbox", "archive", "attention", "meta"] as const;
  const tx = (await target.db()).transaction(stores, "readwrite", { durability: "strict" });
  for (const { mutation, schema } of unsent) {
    const known =
      (await tx.objectStore("outbox").index("id").getKey(mutation.id)) ??
      (await tx.objectStore("archive").getKey(mutation.id)) ??
      (await tx.objectStore("attention").getKey(mutation.id));
    if (known !== undefined) continue;
    await tx.objectStore("outbox").add({ mutation, schema, purpose: "adoption", tried: false } as Unsent);
  }
  for (const each of meta) await tx.objectStore("meta").put(each);
  await tx.done;
}

/** Take out what was moved; what a guest's tab has written meanwhile stays for the next time. */
async function empty(guest: Store, moved: readonly Unsent[]): Promise<void> {
  const tx = (await guest.db()).transaction(["outbox", "meta"], "readwrite");
  for (const { seq } of moved) await tx.objectStore("outbox").delete(seq);
  for (const name of await tx.objectStore("meta").getAllKeys()) {
    if (name !== "client") await tx.objectStore("meta").delete(name);
  }
  await tx.done;
}
