/** The workout as the screen sees it: rows of the device with the kit's knowledge beside them. Nothing here writes. */
import type { ExerciseKit, ExerciseView, Fields, Kit, LastSet, Problem, Seen, State, Unit, WorkoutView } from "../device/index.ts";

export type SetKind = "working" | "warmup" | "drop" | "failure";
export type LoadMode = "external" | "bodyweight" | "bodyweight_plus" | "assisted";
export type RepStyle = "reps" | "per_side" | "steps" | "seconds";

/** What a set says, as typed. `reps` are steps or reps per side where the exercise counts those. */
export interface SetValues {
  kind: SetKind;
  load_mode: LoadMode;
  weight: string | null;
  unit: Unit;
  reps: number | null;
  left: number | null;
  right: number | null;
  seconds: number | null;
  rir: string | null;
  note: string;
}

export interface SetRow extends SetValues {
  id: string;
  position: number;
  state: State;
  conflict: boolean;
  /** The fields as they were, where another device has changed them. */
  replaced?: Fields;
  problem?: Problem;
}

/** An exercise as performed. `number` counts from 1 in the order of the workout. */
export interface Lift {
  id: string;
  slug: string;
  name: string;
  lead: string;
  number: number;
  position: number;
  superset: number | null;
  sets: number;
  low: number;
  high: number;
  style: RepStyle;
  rest: number;
  rir: string | null;
  pain: boolean;
  note: string;
  rows: SetRow[];
  kit: ExerciseKit | undefined;
}

export interface Session {
  id: string;
  title: string;
  day: string;
  started: Date | null;
  finished: Date | null;
  discarded: boolean;
  /** Whether the server knows it. */
  known: boolean;
  note: string;
  routine: string | null;
  lifts: Lift[];
}

export function sessionOf(view: WorkoutView, kit: Kit | undefined): Session {
  const { fields } = view.workout;
  return {
    id: view.workout.id,
    title: text(fields["title"]) || kit?.routine?.name || "",
    day: text(fields["day"]),
    started: date(fields["started_at"]),
    finished: date(fields["finished_at"]),
    discarded: view.workout.deleted,
    known: view.workout.rev > 0,
    note: text(fields["note"]),
    routine: text(fields["routine"]) || null,
    lifts: view.exercises.map((each, index) => liftOf(each, index + 1, kit)),
  };
}

function liftOf({ exercise, sets }: ExerciseView, number: number, kit: Kit | undefined): Lift {
  const { fields } = exercise;
  const slug = text(fields["exercise"]);
  const known = kit?.exercises[slug];
  return {
    id: exercise.id,
    slug,
    name: known?.name ?? readable(slug),
    lead: known?.lead ?? "core",
    number,
    position: count(fields["position"]) ?? number,
    superset: count(fields["superset"]),
    sets: count(fields["sets"]) ?? known?.dose.sets ?? 3,
    low: count(fields["low"]) ?? known?.dose.low ?? 8,
    high: count(fields["high"]) ?? known?.dose.high ?? 12,
    style: (text(fields["rep_style"]) || known?.rep_style || "reps") as RepStyle,
    rest: count(fields["rest_seconds"]) ?? known?.dose.rest_seconds ?? 120,
    rir: effort(fields["target_rir"]),
    pain: fields["pain"] === true,
    note: text(fields["note"]),
    rows: sets.map(rowOf),
    kit: known,
  };
}

function rowOf(seen: Seen): SetRow {
  const row: SetRow = {
    ...valuesOf(seen.fields),
    id: seen.id,
    position: count(seen.fields["position"]) ?? 0,
    state: seen.state,
    conflict: seen.conflict,
  };
  if (seen.problem) row.problem = seen.problem;
  if (seen.replaced) row.replaced = seen.replaced;
  return row;
}

export function valuesOf(fields: Fields): SetValues {
  return {
    kind: (text(fields["kind"]) || "working") as SetKind,
    load_mode: (text(fields["load_mode"]) || "external") as LoadMode,
    weight: text(fields["weight"]) || null,
    unit: (text(fields["unit"]) || "kg") as Unit,
    reps: count(fields["reps"]),
    left: count(fields["left"]),
    right: count(fields["right"]),
    seconds: count(fields["seconds"]),
    rir: effort(fields["rir"]),
    note: text(fields["note"]),
  };
}

/** A set of last time, in the shape of one of today. */
export function lastValues(last: LastSet): SetValues {
  return valuesOf({ ...last });
}

/** The working sets of last time, in order. */
export function lastWorking(lift: Lift): SetValues[] {
  return (lift.kit?.last?.sets ?? []).map(lastValues).filter((each) => each.kind !== "warmup");
}

export function working(lift: Lift): SetRow[] {
  return lift.rows.filter((row) => row.kind !== "warmup");
}

export function warmUps(lift: Lift): SetRow[] {
  return lift.rows.filter((row) => row.kind === "warmup");
}

/** Working sets that are asked for and not done. */
export function remaining(lift: Lift): number {
  return Math.max(0, lift.sets - working(lift).length);
}

/** The place of the next set among those of the exercise: one more than the last. */
export function nextPosition(lift: Lift): number {
  return lift.rows.reduce((most, row) => Math.max(most, row.position), 0) + 1;
}

/** Until its kit is known, an exercise is called by its slug. */
function readable(slug: string): string {
  const words = slug.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function count(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}

/** RIR comes as a number or as text, "2.0" among them; it is shown and sent as "2" or "2.5". */
function effort(value: unknown): string | null {
  if (value === null || value === undefined || value === "") return null;
  return String(Number(value));
}

function date(value: unknown): Date | null {
  return typeof value === "string" && value ? new Date(value) : null;
}
