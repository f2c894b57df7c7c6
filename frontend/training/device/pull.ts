/** What others have changed: page by page after the cursor, or the whole log where there is none. */

import { epochOf, pageOf, snapshotOf } from "./answers.ts";
import { applyAnswer } from "./applying.ts";
import { metaOf, type Standing } from "./meta.ts";
import { movedOn, standingOf, type Reply, type Talk } from "./push.ts";
import { applySnapshot, forgetPosition } from "./snapshot.ts";
import { SILENCE, type Outcome } from "./wire.ts";

const LIMIT = 500;

/** One page; `more` tells whether to ask on. */
export async function pullStep(talk: Talk): Promise<{ kind: "pulled"; more: boolean } | Reply> {
  const then = await standingOf(talk.store);
  const snapshot = await metaOf(await talk.store.db(), "snapshot");
  const reply = await asked(talk, then, then.cursor === null ? snapshotQuery(snapshot?.page, talk.wanted) : changesQuery(then.cursor));
  if (reply.kind === "problem" && reply.problem.status === 400) {
    // A cursor or page that the server does not know: begin anew.
    const lost = then.cursor !== null || snapshot !== undefined;
    if (lost) await forgetPosition(talk.store);
    return lost ? { kind: "pulled", more: true } : reply;
  }
  if (reply.kind !== "answer") return reply;
  return then.cursor === null ? layPage(talk, then, snapshot?.page, reply) : layChanges(talk, then, reply);
}

async function asked(talk: Talk, then: Standing, query: string): Promise<Reply> {
  const outcome = await talk.link.get(query);
  if (outcome.kind !== "answer") return outcome;
  if (!epochOf(outcome.body)) return SILENCE;
  return movedOn(talk, then, outcome.body) ? { kind: "epoch" } : outcome;
}

function changesQuery(cursor: number): string {
  return `?cursor=${cursor}&limit=${LIMIT}`;
}

function snapshotQuery(page: string | undefined, wanted: string | undefined): string {
  if (page !== undefined) return `?page=${encodeURIComponent(page)}`;
  return wanted === undefined ? "" : `?first=${wanted}`;
}

type Answer = Extract<Outcome, { kind: "answer" }>;

async function layChanges(talk: Talk, then: Standing, { body, at }: Answer): Promise<{ kind: "pulled"; more: boolean } | Reply> {
  const page = pageOf(body);
  if (!page || page.cursor === null) return SILENCE;
  if (!(await applyAnswer(talk.store, then, { verdicts: [], page, at }))) return SILENCE;
  return { kind: "pulled", more: page.more || (await standingOf(talk.store)).cursor === null };
}

async function layPage(
  talk: Talk,
  then: Standing,
  asked: string | undefined,
  { body, at }: Answer,
): Promise<{ kind: "pulled"; more: boolean } | Reply> {
  const page = snapshotOf(body);
  if (!page || !(await applySnapshot(talk.store, then, asked, page, at))) return SILENCE;
  // After the last page: what has changed since the first.
  return { kind: "pulled", more: true };
}
