/** A guest signs up: her log becomes the account's, all of it, once. */

import { deleteDB } from "idb";
import { announceTo } from "./channel.ts";
import { overlay } from "./overlay.ts";
import { databaseName, GUEST, type Unsent } from "./schema.ts";
import { Store } from "./store.ts";
import { browser, type Surroundings } from "./surroundings.ts";
import { layersOf, openAmong, reading, workoutOf, workoutsOf } from "./view.ts";
import { writing } from "./writing.ts";

/** What a guest has logged on this device and not deleted. */
export interface GuestLog {
  workouts: number;
  sets: number;
  /** The day of the newest workout; the id of the one that is open. */
  newest: string | undefined;
  open: string | undefined;
  /** The account that it has been promised to, if an adoption broke off. */
  promised: string | undefined;
}

export async function guestLog(): Promise<GuestLog> {
  const store = new Store(GUEST);
  try {
    const db = await store.db();
    const live = [...overlay([], await layersOf(reading(db))).values()].map(({ seen }) => seen).filter(({ deleted }) => !deleted);
    const workouts = await workoutsOf(db);
    const promised = (await db.get("meta", ADOPTER))?.value;
    return {
      workouts: workouts.length,
      sets: live.filter(({ kind }) => kind === "set").length,
      newest: workouts[0] && String(workouts[0].fields["day"]),
      open: openAmong(workouts)?.id,
      promised: typeof promised === "string" ? promised : undefined,
    };
  } finally {
    store.close();
  }
}

/** Whether a guest's log here holds this workout. */
export async function guestHas(workout: string): Promise<boolean> {
  const store = new Store(GUEST);
  try {
    return (await workoutOf(await store.db(), workout)) !== undefined;
  } finally {
    store.close();
  }
}

/** The guest's log goes, from the disk too; tabs that show it close it. */
export async function dropGuestLog(around: Surroundings = browser): Promise<void> {
  announceTo(databaseName(GUEST), around, { type: "left" });
  await deleteDB(databaseName(GUEST));
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
    if (promised !== account) await moveAll(guest, promised, around);
    if (promised !== account) await promise(guest, account);
    return await moveAll(guest, account, around);
  } finally {
    guest.close();
  }
}

/** Mark the log as promised to `account`, unless it is promised already; returns to whom. */
async function promise(guest: Store, account: string): Promise<string> {
  const tx = writing(await guest.db(), ["meta"], { durability: "strict" });
  const before = (await tx.store.get(ADOPTER))?.value;
  const adopter = typeof before === "string" ? before : account;
  await tx.store.put({ name: ADOPTER, value: adopter });
  await tx.done;
  return adopter;
}

/** A tab of the guest's may write while the log moves; once it has heard that it moved, it opens the account's. */
async function moveAll(guest: Store, account: string, around: Surroundings): Promise<number> {
  let moved = 0;
  for (let last = await move(guest, account, around); last > 0; last = await move(guest, account, around)) moved += last;
  return moved;
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
  announceTo(databaseName(GUEST), around, { type: "left" });
  announceTo(databaseName(account), around, { type: "rows" });
  return unsent.length;
}

/** The running timer, what stands half typed in a field, and the targets to go on with where there is no signal. */
async function carried(guest: Store): Promise<{ name: string; value: unknown }[]> {
  const all = await (await guest.db()).getAll("meta");
  return all.filter(({ name }) => name === "timer" || name.startsWith("draft:") || name.startsWith("kit:"));
}

async function receive(target: Store, unsent: readonly Unsent[], meta: { name: string; value: unknown }[]): Promise<void> {
  const tx = writing(await target.db(), ["outbox", "archive", "attention", "meta"], { durability: "strict" });
  for (const { mutation, schema } of unsent) {
    const known =
      (await tx.objectStore("outbox").index("id").getKey(mutation.id)) ??
      (await tx.objectStore("archive").getKey(mutation.id)) ??
      (await tx.objectStore("attention").getKey(mutation.id));
    if (known !== undefined) continue;
    await tx.objectStore("outbox").add({ mutation, schema, purpose: "adoption", tried: false } as Unsent);
  }
  for (const each of meta) {
    // Her own kit knows her weights.
    const isWorse = each.name.startsWith("kit:") && (await tx.objectStore("meta").getKey(each.name)) !== undefined;
    if (!isWorse) await tx.objectStore("meta").put(each);
  }
  await tx.done;
}

/** Take out what was moved. What a guest's tab has written meanwhile stays, and so does the promise. */
async function empty(guest: Store, moved: readonly Unsent[]): Promise<void> {
  const tx = writing(await guest.db(), ["outbox", "meta"]);
  for (const { seq } of moved) await tx.objectStore("outbox").delete(seq);
  const kept = (await tx.objectStore("outbox").count()) > 0 ? ["client", ADOPTER] : ["client"];
  for (const name of await tx.objectStore("meta").getAllKeys()) {
    if (!kept.includes(name)) await tx.objectStore("meta").delete(name);
  }
  await tx.done;
}
