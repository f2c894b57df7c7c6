/** An answer laid into the database: verdicts, changes and cursor in one transaction, or none of them. */

import type { Page, Verdict } from "./answers.ts";
import { meta, stands, type Standing } from "./meta.ts";
import { place } from "./rows.ts";
import type { Stores, Unsent, Writing } from "./schema.ts";
import type { Store } from "./store.ts";
import type { Problem } from "./types.ts";
import { writing } from "./writing.ts";

const ALL: Stores = ["rows", "outbox", "archive", "attention", "meta"];
export type All = Writing<Stores>;

/** One transaction over everything. */
export async function overAll(store: Store): Promise<All> {
  return writing(await store.db(), ALL);
}

export interface Answer {
  verdicts: readonly Verdict[];
  page: Page;
  /** By the server's clock, where it told the time. */
  at: number | undefined;
}

/** False if the database is no longer the one that asked: then nothing is changed. */
export async function applyAnswer(store: Store, then: Standing, answer: Answer): Promise<boolean> {
  const tx = await overAll(store);
  if (!(await stands(tx.objectStore("meta"), then))) return false;
  for (const verdict of answer.verdicts) await settle(tx, verdict);
  await advance(tx, then, answer.page);
  await archiveCommitted(tx, answer.at);
  await tx.done;
  return true;
}

async function settle(tx: All, verdict: Verdict): Promise<void> {
  const entry = await tx.objectStore("outbox").index("id").get(verdict.id);
  if (!entry) return;
  if (verdict.problem) await refuse(tx, entry, verdict.problem);
  else await tx.objectStore("outbox").put({ ...entry, tried: true, acked: verdict.rev });
}

async function refuse(tx: All, entry: Unsent, problem: Problem): Promise<void> {
  const { seq, mutation, schema } = entry;
  await tx.objectStore("attention").put({ id: mutation.id, seq, mutation, schema, problem });
  await tx.objectStore("outbox").delete(seq);
}

async function advance(tx: All, then: Standing, page: Page): Promise<void> {
  // Without a cursor there is nothing that changes could follow on: a snapshot comes first.
  if (then.cursor === null || page.cursor === null) return;
  for (const change of page.changes) {
    if (await place(tx.objectStore("rows"), change)) continue;
    if (await meta(tx.objectStore("meta"), "trimmed")) continue;
    await tx.objectStore("meta").delete("cursor");
    return;
  }
  await tx.objectStore("meta").put({ name: "cursor", value: page.cursor });
}

/** What an epoch takes back lies days behind; a backup older than this is not made good by devices. */
const REMEMBERED = 30 * 24 * 3_600_000;

/** A committed mutation stays on top until its own change has been pulled, so that no value blinks; then: archive. */
export async function archiveCommitted(tx: All, at: number | undefined): Promise<void> {
  const cursor = (await meta(tx.objectStore("meta"), "cursor")) ?? -1;
  for (const { seq, mutation, schema, acked } of await tx.objectStore("outbox").getAll()) {
    if (acked === undefined || acked > cursor) continue;
    await tx.objectStore("archive").put({ id: mutation.id, seq, mutation, schema, rev: acked, at: at ?? Date.now() });
    await tx.objectStore("outbox").delete(seq);
  }
  // Only the server's clock decides about age: this phone's may be years off.
  if (at !== undefined) await purge(tx, at - REMEMBERED);
}

async function purge(tx: All, before: number): Promise<void> {
  let old = await tx.objectStore("archive").index("at").openCursor(IDBKeyRange.upperBound(before));
  for (; old; old = await old.continue()) await old.delete();
}

/** The lifter has seen what was changed on another device. */
export async function settleConflict(store: Store, id: string): Promise<void> {
  const tx = await overAll(store);
  const { replaced: _, ...row } = (await tx.objectStore("rows").get(id)) ?? {};
  if ("row" in row) await tx.objectStore("rows").put(row);
  await tx.done;
}

/** The server refuses by itself what is too large for it; the queue must go on without it. */
export async function setAside(store: Store, id: string, problem: Problem): Promise<void> {
  const tx = await overAll(store);
  const entry = await tx.objectStore("outbox").index("id").get(id);
  if (entry) await refuse(tx, entry, problem);
  await tx.done;
}
