/** The shapes of the server's answers, checked before anything is believed. */

import type { Fields, Kind, Op, Problem } from "./types.ts";
import { asProblem, isBody, type Body } from "./wire.ts";

/** A mutation was applied, or there is a problem with it. */
export interface Verdict {
  id: string;
  rev: number;
  problem: Problem | undefined;
}

export interface Pulled {
  rev: number;
  op: Op;
  kind: Kind;
  row: string;
  mutation: string;
  fields: Fields;
  replaced: Fields;
  conflict: boolean;
}

/** Changes up to `cursor`; `more`: there are some after it. */
export interface Page {
  changes: Pulled[];
  cursor: number | null;
  more: boolean;
}

export interface SnapshotPage {
  rev: number;
  rows: { kind: Kind; row: string; rev: number; fields: Fields }[];
  page: string | null;
  /** The workout that was wanted first, if all of it is here. */
  whole: string | undefined;
}

/** Whether an answer is from another life of the server, which was restored from a backup. */
export function epochOf(body: Body): { epoch: string; floor: number } | undefined {
  const { epoch, rev, floor } = body;
  if (typeof epoch !== "string" || typeof rev !== "number") return undefined;
  return { epoch, floor: typeof floor === "number" ? floor : rev };
}

/** The verdicts, if they are on exactly the mutations that were sent. */
export function verdictsOf(body: Body, sent: readonly string[]): Verdict[] | undefined {
  const results: unknown = body["results"];
  if (!Array.isArray(results) || results.length !== sent.length) return undefined;
  const verdicts = results.map(verdict);
  const known = verdicts.filter((given): given is Verdict => given !== undefined);
  const named = new Set(known.map(({ id }) => id));
  return named.size === sent.length && sent.every((id) => named.has(id)) ? known : undefined;
}

function verdict(result: unknown): Verdict | undefined {
  if (!isBody(result) || typeof result["id"] !== "string") return undefined;
  const { id, rev } = result;
  const status = result["status"] === "repeated" ? (result["was"] ?? "applied") : result["status"];
  if (status !== "applied" && status !== "rejected") return undefined;
  const problem = status === "rejected" ? asProblem(result["problem"]) : undefined;
  return { id, rev: typeof rev === "number" ? rev : 0, problem };
}

export function pageOf(body: Body): Page | undefined {
  const { changes, cursor, more } = body;
  if (!Array.isArray(changes) || !changes.every(isChange)) return undefined;
  if (typeof cursor !== "number" && cursor !== null) return undefined;
  return { changes: changes.map(whole), cursor, more: more === true };
}

function isChange(change: unknown): change is Body {
  return isBody(change) && typeof change["rev"] === "number" && typeof change["row"] === "string" && typeof change["kind"] === "string";
}

function whole(change: Body): Pulled {
  const fields = (name: string): Fields => (isBody(change[name]) ? (change[name] as Fields) : {});
  return {
    rev: change["rev"] as number,
    op: change["op"] as Op,
    kind: change["kind"] as Kind,
    row: change["row"] as string,
    mutation: String(change["mutation"] ?? ""),
    fields: fields("fields"),
    replaced: fields("replaced"),
    conflict: change["conflict"] === true,
  };
}

export function snapshotOf(body: Body): SnapshotPage | undefined {
  const { rows, rev, page, whole } = body;
  if (!Array.isArray(rows) || !rows.every(isChange) || typeof rev !== "number") return undefined;
  if (typeof page !== "string" && page !== null) return undefined;
  return { rev, page, rows: rows as unknown as SnapshotPage["rows"], whole: typeof whole === "string" ? whole : undefined };
}
