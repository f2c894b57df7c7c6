/** After a restore of the server: send again what is held, a hundred at a time, and be able to die in between. */

import type { Verdict } from "./answers.ts";
import { overAll } from "./applying.ts";
import { metaOf, type Dance } from "./meta.ts";
import { isUnreadable, push, standingOf, takesEmpty, type Reply, type Talk } from "./push.ts";
import { archiveToResend, rowsToResend } from "./resending.ts";
import { SCHEMA } from "./schema.ts";
import type { Store } from "./store.ts";
import type { Mutation } from "./types.ts";
import { writing } from "./writing.ts";

/** One step of a re-sending; undefined when there is none under way, "go" after a step, else what stands against it. */
export async function danceStep(talk: Talk): Promise<"go" | Reply | undefined> {
  const db = await talk.store.db();
  const dance = await metaOf(db, "dance");
  if (!dance) return undefined;
  return dance.part === "rows" ? rowsStep(talk, dance) : archiveStep(talk, dance);
}

async function rowsStep(talk: Talk, dance: Dance): Promise<"go" | Reply> {
  const all = await rowsToResend(await talk.store.db(), dance);
  const chunk = all.slice(dance.next, dance.next + talk.size);
  if (chunk.length === 0) return keep(talk.store, dance, { ...dance, part: "archive", next: -1 });
  const verdicts = await resend(talk, SCHEMA, chunk);
  if (!Array.isArray(verdicts)) return verdicts;
  await setAsideRows(talk.store, chunk, verdicts);
  return keep(talk.store, dance, { ...dance, next: dance.next + chunk.length });
}

/** The verdicts, or what stands against it. One mutation alone that cannot even be read counts as refused. */
async function resend(talk: Talk, schema: number, mutations: Mutation[]): Promise<Verdict[] | Reply> {
  const then = await standingOf(talk.store);
  const reply = await push(talk, then, { purpose: "archive", schema, mutations, cursor: null });
  if (reply.kind === "received") return reply.verdicts;
  const [alone, ...others] = mutations;
  const unreadable = alone && others.length === 0 && reply.kind === "problem" && isUnreadable(reply.problem);
  if (!unreadable || !(await takesEmpty(talk))) return reply;
  return [{ id: alone.id, rev: 0, problem: reply.problem }];
}

/** A row that the server refuses now would be gone with the snapshot: it waits for the lifter. */
async function setAsideRows(store: Store, chunk: readonly Mutation[], verdicts: readonly Verdict[]): Promise<void> {
  const tx = await overAll(store);
  for (const [at, mutation] of chunk.entries()) {
    const problem = verdicts.find(({ id }) => id === mutation.id)?.problem;
    if (!problem || mutation.op !== "put") continue;
    if ((await tx.objectStore("rows").get(mutation.row))?.deleted) continue;
    // Below whatever the lifter has done since.
    const seq = at - Number.MAX_SAFE_INTEGER;
    await tx.objectStore("attention").put({ id: mutation.id, seq, mutation, schema: SCHEMA, problem });
  }
  await tx.done;
}

async function archiveStep(talk: Talk, dance: Dance): Promise<"go" | Reply> {
  const entries = await archiveToResend(await talk.store.db(), dance);
  const [first] = entries;
  if (!first) return keep(talk.store, dance, undefined);
  const other = entries.findIndex(({ schema }) => schema !== first.schema);
  const chunk = entries.slice(0, other < 0 ? talk.size : Math.min(other, talk.size));
  const verdicts = await resend(talk, first.schema, chunk.map(({ mutation }) => mutation));
  if (!Array.isArray(verdicts)) return verdicts;
  await renumber(talk.store, verdicts);
  return keep(talk.store, dance, { ...dance, next: chunk.at(-1)?.seq ?? dance.next });
}

/** The archive's revisions are those of the server's present life; 0 for what it would not take again. */
async function renumber(store: Store, verdicts: readonly Verdict[]): Promise<void> {
  const tx = await overAll(store);
  for (const { id, rev, problem } of verdicts) {
    const entry = await tx.objectStore("archive").get(id);
    if (entry) await tx.objectStore("archive").put({ ...entry, rev: problem ? 0 : rev });
  }
  await tx.done;
}

/** Note how far it has come, unless yet another epoch has begun a re-sending of its own meanwhile. */
async function keep(store: Store, then: Dance, next: Dance | undefined): Promise<"go"> {
  const tx = writing(await store.db(), ["meta"]);
  const now = (await tx.store.get("dance"))?.value as Dance | undefined;
  if (now && now.part === then.part && now.next === then.next && now.floor === then.floor) {
    if (next) await tx.store.put({ name: "dance", value: next });
    else await tx.store.delete("dance");
  }
  await tx.done;
  return "go";
}
