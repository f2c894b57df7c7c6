/** What the screens read: confirmed rows with this device's unsent mutations on top. Nothing here writes. */

import { overlay, type Layer, type Laying } from "./overlay.ts";
import type { Database, Refused, StoredRow, Unsent } from "./schema.ts";
import { isWhole, parentOf } from "./shapes.ts";
import type { ExerciseView, Seen, WorkoutView } from "./types.ts";

/** Every unsent or refused mutation. A few at most, but for guests, whose whole log is one. */
export async function layersOf(db: Database): Promise<Layer[]> {
  const tx = db.transaction(["outbox", "attention"]);
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
async function descendants(db: Database, root: StoredRow): Promise<StoredRow[]> {
  const found = [root];
  for (let level = [root]; level.length > 0; found.push(...level)) {
    const parents = level.filter(({ kind }) => kind === "workout" || kind === "exercise");
    level = (await Promise.all(parents.map(({ row }) => db.getAllFromIndex("rows", "parent", row)))).flat();
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
async function rootOf(db: Database, id: string, parents: Parents): Promise<string> {
  const parent = parents.get(id) ?? (await db.get("rows", id))?.parent ?? "";
  parents.set(id, parent);
  return parent ? rootOf(db, parent, parents) : id;
}

async function lay(db: Database, roots: Iterable<string>, layers: readonly Layer[]): Promise<Laying> {
  const rows: StoredRow[] = [];
  for (const id of roots) {
    const root = await db.get("rows", id);
    if (root) rows.push(...(await descendants(db, root)));
  }
  return overlay(rows, layers);
}

export async function rowOf(db: Database, id: string): Promise<Seen | undefined> {
  const layers = await layersOf(db);
  return (await lay(db, [await rootOf(db, id, parentsIn(layers))], layers)).get(id)?.seen;
}

export async function workoutOf(db: Database, id: string): Promise<WorkoutView | undefined> {
  const laying = await lay(db, [id], await layersOf(db));
  const workout = laying.get(id)?.seen;
  if (workout?.kind !== "workout") return undefined;
  const exercises: ExerciseView[] = liveChildren(laying, id).map((exercise) => ({
    exercise,
    sets: liveChildren(laying, exercise.id),
  }));
  return { workout, exercises };
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
  const layers = await layersOf(db);
  const parents = parentsIn(layers);
  const touched = new Set<string>();
  for (const { mutation } of layers) touched.add(await rootOf(db, mutation.row, parents));
  const rows = await db.getAllFromIndex("rows", "kind", "workout");
  const laying = await lay(db, touched, layers);
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
  const layers = (await layersOf(db)).filter(({ mutation }) => mutation.kind === "note");
  const notes = [...overlay(await db.getAllFromIndex("rows", "kind", "note"), layers).values()];
  return new Map(notes.filter(({ seen }) => !seen.deleted).map(({ seen }) => [String(seen.fields["exercise"]), seen]));
}
