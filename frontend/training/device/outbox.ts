/** Writes an intention: all its changes in one transaction, saved when that is complete and not before. */

import { isQuota, NotSaved } from "./errors.ts";
import { freeSpace } from "./freeing.ts";
import { mendable, takeBack } from "./mending.ts";
import { SCHEMA, type Refused, type Stores, type Unsent, type Writing } from "./schema.ts";
import type { Store } from "./store.ts";
import type { Change, Fields, Mutation } from "./types.ts";
import { uuid7 } from "./uuid7.ts";
import { setsAmong } from "./view.ts";
import { writing } from "./writing.ts";

const WRITTEN: Stores = ["outbox", "attention", "meta"];
export type Outbox = Writing<Stores>;

/** `flying` names mutations that may have been sent although the database does not say so yet. */
export async function write(store: Store, changes: readonly Change[], flying: ReadonlySet<string>): Promise<void> {
  if (changes.length > 0) await saved(store, () => attempt(store, changes, flying));
}

/**
 * Write a new set (all its fields) at its position, unless a live set of the exercise stands there or after it: of two
 * taps, or of taps in two tabs, one logs it. Resolves to whether it was written.
 */
export async function writeSet(store: Store, row: string, fields: Fields): Promise<boolean> {
  return saved(store, () => attemptSet(store, row, fields));
}

/** Once more with freed space if there is none. */
async function saved<T>(store: Store, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isQuota(error)) throw notSaved(error);
    await freeSpace(store).catch(() => undefined);
    return await work().catch((again: unknown) => {
      throw notSaved(again);
    });
  }
}

function notSaved(error: unknown): NotSaved {
  if (error instanceof NotSaved) return error;
  return new NotSaved(isQuota(error) ? "quota" : "aborted", error);
}

async function attempt(store: Store, changes: readonly Change[], flying: ReadonlySet<string>): Promise<void> {
  await inOutbox(store, async (tx) => {
    // Side by side: on a slow phone each request is a wait of its own, and she is waiting for her tick.
    const [base, waiting] = await Promise.all([cursorOf(tx), tx.objectStore("attention").getAll()]);
    let refused = waiting;
    for (const change of changes) {
      const own = refused.filter(({ mutation }) => mutation.row === change.row);
      if (mendable(own) && change.op !== "restore") {
        await takeBack(tx, change, own, base);
        refused = await tx.objectStore("attention").getAll();
      } else if (!(await merged(tx, change, flying))) append(tx, change, base);
    }
  });
}

/** Transactions that write to the same store come one after the other, in all tabs: the place is looked at and taken in one. */
async function attemptSet(store: Store, row: string, fields: Fields): Promise<boolean> {
  const exercise = String(fields["performed"]);
  let isFree = false;
  const take = async (tx: Outbox): Promise<void> => {
    const [rows, unsent, refused, base] = await Promise.all([
      tx.objectStore("rows").index("parent").getAll(exercise),
      tx.objectStore("outbox").getAll(),
      tx.objectStore("attention").getAll(),
      cursorOf(tx),
    ]);
    const sets = setsAmong(exercise, rows, unsent, refused);
    isFree = sets.every((set) => Number(set.fields["position"]) < Number(fields["position"]));
    if (isFree) append(tx, { op: "put", kind: "set", row, fields }, base);
  };
  await inOutbox(store, take, ["rows", ...WRITTEN]);
  return isFree;
}

/** Run `work` in one strict transaction; it resolves when all of it is on the disk, or nothing is written. */
export async function inOutbox(store: Store, work: (tx: Outbox) => Promise<void>, stores: Stores = WRITTEN): Promise<void> {
  const tx = writing(await store.db(), stores, { durability: "strict" });
  try {
    await work(tx);
  } catch (error) {
    abort(tx);
    throw tx.error ?? error;
  }
  await tx.done;
}

function abort(tx: Outbox): void {
  try {
    tx.abort();
  } catch {
    // It has ended by itself.
  }
}

export async function cursorOf(tx: Outbox): Promise<number> {
  const cursor = (await tx.objectStore("meta").get("cursor"))?.value;
  return typeof cursor === "number" ? cursor : 0;
}

/** Put a change of ours at the end of the queue. */
export function append(tx: Outbox, change: Change, base: number): void {
  const { op, kind, row, fields } = change;
  const mutation: Mutation = { id: uuid7(), op, kind, row, base };
  if (op === "put") mutation.fields = { ...fields };
  // The key is the database's to give.
  unawaited(tx.objectStore("outbox").add({ mutation, schema: SCHEMA, purpose: "live", tried: false } as Unsent));
}

/**
 * Join a put to the row's last one if that cannot have been sent. It gets a new id, so that even a copy that has
 * slipped out all the same (power lost before the mark was on the disk) is only an earlier edit, never another text
 * under the same id.
 */
async function merged(tx: Outbox, change: Change, flying: ReadonlySet<string>): Promise<boolean> {
  if (change.op !== "put") return false;
  const last = (await tx.objectStore("outbox").index("row").getAll(change.row)).at(-1);
  if (!last || !isOpen(last) || flying.has(last.mutation.id)) return false;
  const fields: Fields = { ...last.mutation.fields, ...change.fields };
  unawaited(tx.objectStore("outbox").put({ ...last, mutation: { ...last.mutation, id: uuid7(), fields } }));
  return true;
}

/** What goes wrong with it is the transaction's failure, which is waited for. */
function unawaited(request: Promise<unknown>): void {
  request.catch(() => undefined);
}

function isOpen(entry: Unsent): boolean {
  return !entry.tried && entry.acked === undefined && entry.mutation.op === "put" && entry.schema === SCHEMA && entry.purpose === "live";
}

/** Put a refused mutation back into the queue, as a new one: the server keeps its verdict on the old id. */
export async function requeue(tx: Outbox, entry: Refused, fields: Fields | undefined, base: number): Promise<void> {
  const { op, kind, row } = entry.mutation;
  const change: Change = { op, kind, row };
  if (entry.mutation.fields || fields) change.fields = { ...entry.mutation.fields, ...fields };
  await tx.objectStore("attention").delete(entry.id);
  append(tx, change, base);
}
