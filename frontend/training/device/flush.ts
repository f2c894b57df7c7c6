/** A last word when the page goes: what waits, from memory, as a request that may outlive it. Best effort. */

import { together, MAX_SIZE } from "./batch.ts";
import { headers, SYNC } from "./link.ts";
import type { Unsent } from "./schema.ts";
import type { Surroundings } from "./surroundings.ts";
import { SAFELY } from "./wire.ts";

/** Browsers refuse more than 64 KiB with `keepalive`. */
const ROOM = 60 * 1024;
const ENVELOPE = 512;

export interface Identity {
  account: string;
  client: string;
  epoch: string;
  csrf: string;
}

/** Send the first of `unsent`; returns what has been handed over. Nobody waits for the answer: it is sent again. */
export function flush(around: Surroundings, who: Identity, unsent: readonly Unsent[]): Unsent[] {
  const { account, client, epoch, csrf } = who;
  const batch = together(unsent, MAX_SIZE, ROOM - ENVELOPE);
  const [first] = batch;
  if (!first) return [];
  const { purpose, schema } = first;
  const mutations = batch.map(({ mutation }) => mutation);
  const body = JSON.stringify({ purpose, schema, mutations, cursor: null, account, client, epoch });
  if (new TextEncoder().encode(body).length > ROOM) return [];
  const request: RequestInit = { ...SAFELY, method: "POST", keepalive: true, headers: headers(csrf), body };
  void around.fetch(SYNC, request).catch(() => undefined);
  return batch;
}
