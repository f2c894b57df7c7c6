/** One account of the server in memory: rows, change log, verdicts. */

import type { Fields, Kind, Op } from "../types.ts";
import type { Told } from "./server.ts";

export interface Sent {
  id: string;
  op: Op;
  kind: Kind;
  row: string;
  base: number;
  fields?: Fields;
}

interface Held {
  /** Its place among the rows of its kind: pages go on after it, whatever is deleted meanwhile. */
  place: number;
  kind: Kind;
  row: string;
  rev: number;
  fields: Fields;
  deletedBy: string | null;
}

interface Given {
  status: "applied" | "rejected";
  rev: number;
  problem?: { code: string; title: string; detail: string };
}

export interface Live {
  kind: Kind;
  row: string;
  rev: number;
  fields: Fields;
  order: number;
}

const ORDER: Kind[] = ["workout", "exercise", "set", "note"];
const PARENT: Partial<Record<Kind, string>> = { exercise: "workout", set: "performed" };
const REQUIRED: Record<Kind, string> = { workout: "day", exercise: "exercise", set: "performed", note: "exercise" };

export class Account {
  epoch = crypto.randomUUID() as string;
  floor = 0;
  rev = 0;
  rows = new Map<string, Held>();
  changes: Told[] = [];
  verdicts = new Map<string, Given>();

  backup(): () => void {
    const { rev, rows, changes, verdicts } = structuredClone({ rev: this.rev, rows: this.rows, changes: this.changes, verdicts: this.verdicts });
    return () => {
      Object.assign(this, structuredClone({ rev, rows, changes, verdicts }), { floor: rev, epoch: crypto.randomUUID() });
    };
  }

  live(after = -1): Live[] {
    const order = ({ kind, place }: Held): number => ORDER.indexOf(kind) * 1e6 + place;
    const rows = [...this.rows.values()].filter((held) => held.deletedBy === null && order(held) > after);
    rows.sort((a, b) => order(a) - order(b));
    return rows.map((held) => ({ kind: held.kind, row: held.row, rev: held.rev, fields: bare(held.fields), order: order(held) }));
  }

  /** The live rows of one workout; none where it is not live. */
  within(workout: string): Live[] {
    const above = (row: Live): string => String(row.fields["workout"] ?? row.fields["performed"] ?? "");
    const live = this.live();
    const exercises = live.filter((row) => row.kind === "exercise" && above(row) === workout);
    const sets = live.filter((row) => row.kind === "set" && exercises.some((exercise) => exercise.row === above(row)));
    const found = live.filter((row) => row.row === workout);
    return found.length > 0 ? [...found, ...exercises, ...sets] : [];
  }

  apply(mutation: Sent, client: string, purpose: string): object {
    const known = this.verdicts.get(mutation.id);
    if (known) return { id: mutation.id, status: "repeated", was: known.status, rev: known.rev, problem: known.problem };
    const code = this.judge(mutation, client);
    const problem = code ? { code, title: code, detail: code } : undefined;
    const given: Given = { status: problem ? "rejected" : "applied", rev: this.rev };
    if (problem) given.problem = problem;
    if (!(purpose === "archive" && code?.startsWith("unknown-"))) this.verdicts.set(mutation.id, given);
    return { id: mutation.id, ...given };
  }

  private judge(mutation: Sent, client: string): string | undefined {
    const { op, kind, row, fields = {} } = mutation;
    const held = this.rows.get(row);
    if (fields["reps"] === -1) return "invalid";
    if (op === "put" && !held) return this.insert(mutation, client);
    if (!held) return "unknown-row";
    const parent = PARENT[kind];
    if (parent && fields[parent] !== undefined && fields[parent] !== held.fields[parent]) return "immutable-field";
    if (op === "put") this.note(mutation, held, fields, client);
    else if (op === "delete") this.bury(mutation, held, client);
    else this.restore(mutation, held, client);
    return undefined;
  }

  private insert(mutation: Sent, client: string): string | undefined {
    const { kind, row, fields = {} } = mutation;
    if (fields[REQUIRED[kind]] === undefined) return "unknown-row";
    const parent = PARENT[kind];
    if (parent && !this.rows.has(String(fields[parent]))) return "unknown-parent";
    const held: Held = { place: this.rows.size, kind, row, rev: 0, fields: {}, deletedBy: null };
    if (kind === "set") this.revive(mutation, fields["performed"], client);
    this.rows.set(row, held);
    this.note(mutation, held, fields, client);
    return undefined;
  }

  private revive(mutation: Sent, above: unknown, client: string): void {
    const held = this.rows.get(String(above));
    if (!held) return;
    this.revive(mutation, held.fields["workout"], client);
    if (held.deletedBy === null) return;
    held.deletedBy = null;
    this.told("restore", mutation, held, { ...held.fields }, {}, client);
  }

  /** Only what is not so already is a change. */
  private note(mutation: Sent, held: Held, fields: Fields, client: string): void {
    const fresh = held.rev === 0;
    const changed = Object.entries(fields).filter(([name, value]) => fresh || (held.fields[name] ?? null) !== value);
    if (changed.length === 0) return;
    const replaced = Object.fromEntries(changed.filter(([name]) => held.fields[name] !== undefined).map(([name]) => [name, held.fields[name] ?? null]));
    const others = this.changes.filter((change) => change.row === held.row && change.rev > mutation.base && change.client !== client);
    const conflict = others.some((change) => Object.keys(replaced).some((name) => name in change.fields));
    Object.assign(held.fields, fields);
    this.told("put", mutation, held, Object.fromEntries(changed), replaced, client, conflict);
  }

  private bury(mutation: Sent, held: Held, client: string): void {
    if (held.deletedBy !== null) return;
    for (const child of this.under(held)) this.bury(mutation, child, client);
    held.deletedBy = mutation.id;
    this.told("delete", mutation, held, {}, {}, client);
  }

  private restore(mutation: Sent, held: Held, client: string, by = held.deletedBy): void {
    if (held.deletedBy === null || held.deletedBy !== by) return;
    held.deletedBy = null;
    this.told("restore", mutation, held, { ...held.fields }, {}, client);
    for (const child of this.under(held)) this.restore(mutation, child, client, by);
  }

  private under(held: Held): Held[] {
    return [...this.rows.values()].filter(({ kind, fields }) => fields[PARENT[kind] ?? ""] === held.row);
  }

  private told(op: Op, mutation: Sent, held: Held, fields: Fields, replaced: Fields, client: string, conflict = false): void {
    held.rev = ++this.rev;
    this.changes.push({ rev: this.rev, op, kind: held.kind, row: held.row, mutation: mutation.id, fields, replaced, conflict, client });
  }
}

function bare(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== "" && value !== false));
}
