/** No room left: cached images go first, then old rows. The server has them; what is unsent is never touched. */

import { meta } from "./meta.ts";
import type { Database, StoredRow } from "./schema.ts";
import type { Store } from "./store.ts";
import { writing } from "./writing.ts";

/** Workouts that stay, newest first: more than a screen ever shows without a network. */
const KEPT_WORKOUTS = 30;

export async function freeSpace(store: Store): Promise<void> {
  await dropImages();
  await dropOldRows(await store.db());
}

async function dropImages(): Promise<void> {
  if (typeof caches === "undefined") return;
  for (const name of await caches.keys()) {
    if (name.includes("image")) await caches.delete(name);
  }
}

async function dropOldRows(db: Database): Promise<void> {
  const tx = writing(db, ["rows", "meta"]);
  const rows = tx.objectStore("rows");
  const workouts = (await rows.index("kind").getAll("workout")).sort(newestFirst);
  for (const workout of workouts.slice(KEPT_WORKOUTS)) {
    for (const exercise of await rows.index("parent").getAll(workout.row)) {
      for (const set of await rows.index("parent").getAllKeys(exercise.row)) await rows.delete(set);
      await rows.delete(exercise.row);
    }
    await rows.delete(workout.row);
  }
  // From now on a change of a row that is not here is no reason to fetch everything anew.
  await tx.objectStore("meta").put({ name: "trimmed", value: true });
  // A re-sending counts rows, and there are fewer now.
  const dance = await meta(tx.objectStore("meta"), "dance");
  if (dance?.part === "rows") await tx.objectStore("meta").put({ name: "dance", value: { ...dance, next: 0 } });
  await tx.done;
}

function newestFirst(a: StoredRow, b: StoredRow): number {
  return String(b.fields["day"]).localeCompare(String(a.fields["day"])) || b.row.localeCompare(a.row);
}
