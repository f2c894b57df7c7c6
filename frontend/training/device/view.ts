/** What the screens read: confirmed rows with this device's unsent mutations on top. Nothing here writes. */

import type { IDBPTransaction } from "idb";
import { meta } from "./meta.ts";
import { overlay, type Layer, type Laying } from "./overlay.ts";
import type { Database, LegdayDB, Refused, StoredRow, Unsent } from "./schema.ts";
import { isWhole, parentOf } from "./shapes.ts";
import type { ExerciseView, Seen, WorkoutView } from "./types.ts";

type Reading = IDBPTransaction<LegdayDB, ["rows", "outbox", "attention", "meta"]>;

/** One for all that a question reads: what it finds is of one moment, and on a slow phone each costs 2 ms. */
export function reading(db: Database): Reading {
  return db.transaction(["rows", "outbox", "attention", "meta"]);
}

/** Every unsent or refused mutation. A few at most, but for guests, whose whole log is one. */
export async function layersOf(tx: Reading): Promise<Layer[]> {
  const [unsent, refused] = await Promise.all([tx.objectStore("outbox").getAll(), tx.objectStore("attention").getAll()]);
  return layersFrom(unsent, refused);
}

function layersFrom(unsent: readonly Unsent[], refused: readonly Refused[]): Layer[] {
  return [
    ...unsent.map(({ seq, mutation, acked }) => ({ seq, mutation, committed: acked !== undefined })),
    ...refused.map(({ seq, mutation, problem }) => ({ seq, mutation, committed: false, problem })),
  ];
}

/** Level by level, so that nothing is asked for twice, or below a set. */
async function descendants(tx: Reading, root: StoredRow): Promise<StoredRow[]> {
  const found = [root];
  for (let level = [root]; level.length > 0; found.push(...level)) {
    const parents = level.filter(({ kind }) => kind === "workout" || kind === "exercise");
    level = (await Promise.all(parents.map(({ row }) => tx.objectStore("rows").index("parent").getAll(row)))).flat();
  }
  return found;
}

type Parents = Map<string, string>;

/** What hangs where by what is unsent: a guest's whole log, so it is gone through once. */
function parentsIn(layers: readonly Layer[]): Parents {
  const whole = layers.filter(({ mutation }) => isWhole(mutation.kind, mutation.fields ?? {}));
  return new Map(whole.map(({ mutation }) => [mutation.row, parentOf(mutation.kind, mutation.fields ?? {})]));
}

/** The id of the workout (or note) that a row belongs to, by what is unsent or by what is confirmed. */
async function rootOf(tx: Reading, id: string, parents: Parents): Promise<string> {
  const parent = parents.get(id) ?? (await tx.objectStore("rows").get(id))?.parent ?? "";
  parents.set(id, parent);
  return parent ? rootOf(tx, parent, parents) : id;
}

async function lay(tx: Reading, roots: Iterable<string>, layers: readonly Layer[]): Promise<Laying> {
  const rows: StoredRow[] = [];
  for (const id of roots) {
    const root = await tx.objectStore("rows").get(id);
    if (root) rows.push(...(await descendants(tx, root)));
  }
  return overlay(rows, layers);
}

export async function rowOf(db: Database, id: string): Promise<Seen | undefined> {
  const tx = reading(db);
  const layers = await layersOf(tx);
  return (await lay(tx, [await rootOf(tx, id, parentsIn(layers))], layers)).get(id)?.seen;
}

export async function workoutOf(db: Database, id: string): Promise<WorkoutView | undefined> {
  const tx = reading(db);
  const layers = await layersOf(tx);
  if (!(await isAllHere(tx, id, layers))) return undefined;
  const laying = await lay(tx, [id], layers);
  const workout = laying.get(id)?.seen;
  if (workout?.kind !== "workout") return undefined;
  const exercises: ExerciseView[] = liveChildren(laying, id).map((exercise) => ({
    exercise,
    sets: liveChildren(laying, exercise.id),
  }));
  return { workout, exercises };
}

/**
 * Sets come after the workouts: while a first snapshot is under way, a workout would look as if nothing of it had been
 * done, and she would do it again.
 */
async function isAllHere(tx: Reading, id: string, layers: readonly Layer[]): Promise<boolean> {
  const snapshot = await meta(tx.objectStore("meta"), "snapshot");
  return !snapshot?.first || snapshot.whole === id || layers.some(({ mutation }) => mutation.row === id);
}

function liveChildren(laying: Laying, id: string): Seen[] {
  const live = [...laying.values()].filter(({ seen, parent }) => parent === id && !seen.deleted).map(({ seen }) => seen);
  // Ids made here sort by time, which settles equal positions alike on every device.
  return live.sort((a, b) => Number(a.fields["position"]) - Number(b.fields["position"]) || (a.id < b.id ? -1 : 1));
}

/** The live sets of an exercise as performed, in order, from its confirmed ones and all that is unsent or refused. */
export function setsAmong(exercise: string, rows: readonly StoredRow[], unsent: readonly Unsent[], refused: readonly Refused[]): Seen[] {
  const ofSets = layersFrom(unsent, refused).filter(({ mutation }) => mutation.kind === "set");
  return liveChildren(overlay(rows, ofSets), exercise);
}

export async function workoutsOf(db: Database): Promise<Seen[]> {
  const tx = reading(db);
  const layers = await layersOf(tx);
  const parents = parentsIn(layers);
  const touched = new Set<string>();
  for (const { mutation } of layers) touched.add(await rootOf(tx, mutation.row, parents));
  const rows = await tx.objectStore("rows").index("kind").getAll("workout");
  const laying = await lay(tx, touched, layers);
  for (const { seen, parent } of overlay(rows, []).values()) {
    if (!laying.has(seen.id)) laying.set(seen.id, { seen, parent, deletedBy: undefined });
  }
  const live = [...laying.values()].map(({ seen }) => seen).filter((seen) => seen.kind === "workout" && !seen.deleted);
  return live.sort(newestFirst);
}

function newestFirst(a: Seen, b: Seen): number {
  const order = (seen: Seen): string => `${seen.fields["day"]} ${seen.fields["started_at"] ?? ""} ${seen.id}`;
  return order(a) < order(b) ? 1 : -1;
}

/** The newest workout that was begun and not finished. */
export function openAmong(workouts: readonly Seen[]): Seen | undefined {
  return workouts.find(({ fields }) => fields["started_at"] && !fields["finished_at"]);
}

export async function notesOf(db: Database): Promise<Map<string, Seen>> {
  const tx = reading(db);
  const layers = (await layersOf(tx)).filter(({ mutation }) => mutation.kind === "note");
  const notes = [...overlay(await tx.objectStore("rows").index("kind").getAll("note"), layers).values()];
  return new Map(notes.filter(({ seen }) => !seen.deleted).map(({ seen }) => [String(seen.fields["exercise"]), seen]));
}
