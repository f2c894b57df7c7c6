/** What the device keeps, and what it shows. Wire names are the server's (`/api/v1/sync`). */

export type Kind = "workout" | "exercise" | "set" | "note";
export type Op = "put" | "delete" | "restore";
export type Value = string | number | boolean | null;
export type Fields = Record<string, Value>;
/** Live ones count against the day's quota; what comes back after a restore, or from a guest, does not. */
export type Purpose = "live" | "archive" | "adoption";

/** A row as the server last told it; `rev` 0 for one it has not seen. */
export interface Row {
  id: string;
  kind: Kind;
  rev: number;
  deleted: boolean;
  fields: Fields;
}

/** One change of one row, as it is sent. `base` is the revision that this device knew when it was made. */
export interface Mutation {
  id: string;
  op: Op;
  kind: Kind;
  row: string;
  base: number;
  fields?: Fields;
}

/** What a screen asks for: only the fields that change. */
export interface Change {
  op: Op;
  kind: Kind;
  row: string;
  fields?: Fields;
}

/** An RFC 9457 problem; `errors` are sentences by field, `retryAfter` seconds. */
export interface Problem {
  code: string;
  title: string;
  detail: string;
  status: number;
  errors?: Record<string, string[]>;
  retryAfter?: number;
  left?: number;
}

/** Of a row, the worst of its mutations. "saved" is committed on the server; for a guest nothing ever is. */
export type State = "saved" | "on-this-phone" | "attention";

/** A row with this device's unsent mutations laid on top. `replaced`: the values that lost against another device. */
export interface Seen extends Row {
  state: State;
  conflict: boolean;
  replaced?: Fields;
  problem?: Problem;
}

export interface ExerciseView {
  exercise: Seen;
  sets: Seen[];
}

/** A workout with its live exercises and sets in order. `workout.deleted` where it was discarded (and can be restored). */
export interface WorkoutView {
  workout: Seen;
  exercises: ExerciseView[];
}

/** A mutation that the server refused; it waits for the lifter. */
export interface Attention {
  id: string;
  mutation: Mutation;
  problem: Problem;
}

export type Phase = "idle" | "sending" | "waiting" | "signed-out" | "other-account" | "offline" | "guest";

/** `waits` counts unsent sets. */
export interface SyncStatus {
  phase: Phase;
  waits: number;
  lastSaved?: Date;
  problem?: Problem;
}

/** "left": somebody signed out here, or the account was deleted; the device is closed. */
export type DeviceEvent =
  | { type: "rows" }
  | { type: "left" }
  | { type: "status"; status: SyncStatus }
  | { type: "meta"; name: string };
