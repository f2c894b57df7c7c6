/** One push: what waits goes out, the verdicts come back with what others have changed. */

import { epochOf, pageOf, verdictsOf, type Page, type Verdict } from "./answers.ts";
import { applyAnswer, setAside } from "./applying.ts";
import { takeBatch } from "./batch.ts";
import type { Link } from "./link.ts";
import { standing, type Standing } from "./meta.ts";
import type { Store } from "./store.ts";
import type { Mutation, Problem, Purpose } from "./types.ts";
import { SILENCE, type Body, type Outcome } from "./wire.ts";

/** The store, the line, how much is dared at a time, and the workout that somebody waits for. */
export interface Talk {
  store: Store;
  link: Link;
  size: number;
  wanted?: string | undefined;
}

/** An outcome, or: the server lives another life, look again. */
export type Reply = Outcome | { kind: "epoch" };

export interface Parcel {
  purpose: Purpose;
  schema: number;
  mutations: readonly Mutation[];
  cursor: number | null;
}

export interface Received {
  kind: "received";
  verdicts: Verdict[];
  page: Page;
  at: number | undefined;
}

/** Send a parcel; only verdicts on exactly its mutations count as an answer. */
export async function push(talk: Talk, then: Standing, parcel: Parcel): Promise<Received | Reply> {
  const { client, epoch } = then;
  const outcome = await talk.link.post({ ...parcel, account: talk.link.account, client, epoch });
  if (outcome.kind !== "answer") return outcome;
  if (!epochOf(outcome.body)) return SILENCE;
  if (movedOn(talk, then, outcome.body)) return { kind: "epoch" };
  const verdicts = verdictsOf(outcome.body, parcel.mutations.map(({ id }) => id));
  const page = pageOf(outcome.body);
  if (!verdicts || !page) return SILENCE;
  return { kind: "received", verdicts, page, at: outcome.at };
}

/** Whether an answer is of another life of the server. What that means for this device, the next session tells. */
export function movedOn(talk: Talk, { epoch }: Standing, body: Body): boolean {
  if (epochOf(body)?.epoch === epoch) return false;
  talk.link.forget();
  return true;
}

/** Send what waits next; "idle" when nothing does. Else whether there is more to pull, or what stood against it. */
export async function pushStep(talk: Talk): Promise<"idle" | { kind: "sent"; more: boolean } | Reply> {
  const then = await standingOf(talk.store);
  const batch = await takeBatch(talk.store, talk.size);
  const [first] = batch;
  if (!first) return "idle";
  const { purpose, schema } = first;
  const mutations = batch.map(({ mutation }) => mutation);
  const reply = await push(talk, then, { purpose, schema, mutations, cursor: then.cursor });
  if (reply.kind !== "received") return blamed(talk, batch.length === 1 ? first.mutation.id : undefined, reply);
  if (!(await applyAnswer(talk.store, then, reply))) return SILENCE;
  return { kind: "sent", more: reply.page.more || (await standingOf(talk.store)).cursor === null };
}

/** A single mutation that the server cannot even read: it is put aside, or nothing would ever pass it. */
async function blamed(talk: Talk, alone: string | undefined, reply: Reply): Promise<Reply | { kind: "sent"; more: boolean }> {
  if (alone === undefined || reply.kind !== "problem" || !isUnreadable(reply.problem)) return reply;
  if (!(await takesEmpty(talk))) return reply;
  await setAside(talk.store, alone, reply.problem);
  return { kind: "sent", more: false };
}

export function isUnreadable({ status }: Problem): boolean {
  return status === 413 || status === 422;
}

/** Whether it is the mutation that the server minds, and not how this page talks. */
export async function takesEmpty(talk: Talk): Promise<boolean> {
  const then = await standingOf(talk.store);
  const reply = await push(talk, then, { purpose: "live", schema: 1, mutations: [], cursor: null });
  return reply.kind === "received";
}

export async function standingOf(store: Store): Promise<Standing> {
  const tx = (await store.db()).transaction("meta");
  return standing(tx.store);
}
