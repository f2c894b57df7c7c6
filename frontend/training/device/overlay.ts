/** Lays unsent mutations over confirmed rows, by the server's own rules. Pure: rows in, rows as seen out. */

import type { StoredRow } from "./schema.ts";
import { DEFAULTS, isWhole, parentOf } from "./shapes.ts";
import type { Mutation, Problem, Seen, State } from "./types.ts";

/** A mutation on top. `committed` ones are saved already, their change has only not been pulled yet. */
export interface Layer {
  seq: number;
  mutation: Mutation;
  committed: boolean;
  problem?: Problem;
}

export interface Laid {
  seen: Seen;
  parent: string;
  deletedBy: string | undefined;
}

export type Laying = Map<string, Laid>;

/** `rows` must hold every confirmed row that a layer touches, or that hangs under one; layers may come unsorted. */
export function overlay(rows: Iterable<StoredRow>, layers: readonly Layer[]): Laying {
  const laying: Laying = new Map();
  for (const row of rows) laying.set(row.row, confirmed(row));
  for (const layer of [...layers].sort((a, b) => a.seq - b.seq)) lay(laying, layer);
  return laying;
}

function confirmed(row: StoredRow): Laid {
  const { row: id, kind, rev, deleted, replaced } = row;
  const seen: Seen = { id, kind, rev, deleted, fields: { ...row.fields }, state: "saved", conflict: replaced !== undefined };
  if (replaced) seen.replaced = replaced;
  return { seen, parent: row.parent, deletedBy: row.deletedBy };
}

function lay(laying: Laying, layer: Layer): void {
  const { mutation, problem } = layer;
  // A refused deletion did not happen: the row must stay to be seen.
  if (mutation.op === "put") put(laying, mutation);
  else if (!problem && mutation.op === "delete") bury(laying, mutation.row, mutation.id);
  else if (!problem) restore(laying, mutation.row);
  const laid = laying.get(mutation.row);
  if (laid) mark(laid.seen, layer);
}

const WORST: State[] = ["saved", "on-this-phone", "attention"];

function mark(seen: Seen, layer: Layer): void {
  const state: State = layer.problem ? "attention" : layer.committed ? "saved" : "on-this-phone";
  if (WORST.indexOf(state) > WORST.indexOf(seen.state)) seen.state = state;
  if (layer.problem) seen.problem = layer.problem;
}

function put(laying: Laying, mutation: Mutation): void {
  const { row, kind, fields = {} } = mutation;
  const laid = laying.get(row);
  if (laid) {
    Object.assign(laid.seen.fields, fields);
    // Whoever writes on top has seen what was changed elsewhere.
    laid.seen.conflict = false;
    delete laid.seen.replaced;
    return;
  }
  if (!isWhole(kind, fields)) return;
  const whole = { ...DEFAULTS[kind], ...fields };
  const seen: Seen = { id: row, kind, rev: 0, deleted: false, fields: whole, state: "saved", conflict: false };
  const above = laying.get(parentOf(kind, fields));
  laying.set(row, { seen, parent: parentOf(kind, fields), deletedBy: undefined });
  if (kind === "set") revive(laying, above);
  else if (above?.seen.deleted) bury(laying, row, above.deletedBy);
}

/** A new or restored row makes what it hangs on live again, or nobody could reach it. */
function revive(laying: Laying, above: Laid | undefined): void {
  for (let laid = above; laid; laid = laying.get(laid.parent)) {
    laid.seen.deleted = false;
    laid.deletedBy = undefined;
  }
}

/** With what hangs under it. `by`: the mutation whose undoing brings it back. */
function bury(laying: Laying, id: string, by: string | undefined): void {
  const laid = laying.get(id);
  if (!laid || laid.seen.deleted) return;
  laid.seen.deleted = true;
  laid.deletedBy = by;
  for (const child of childrenOf(laying, id)) bury(laying, child.seen.id, by);
}

function restore(laying: Laying, id: string): void {
  const laid = laying.get(id);
  if (!laid?.seen.deleted) return;
  revive(laying, laying.get(laid.parent));
  bringBack(laying, laid, laid.deletedBy);
}

function bringBack(laying: Laying, laid: Laid, by: string | undefined): void {
  laid.seen.deleted = false;
  laid.deletedBy = undefined;
  if (by === undefined) return;
  for (const child of childrenOf(laying, laid.seen.id)) {
    if (child.seen.deleted && child.deletedBy === by) bringBack(laying, child, by);
  }
}

export function childrenOf(laying: Laying, id: string): Laid[] {
  return [...laying.values()].filter((laid) => laid.parent === id);
}
