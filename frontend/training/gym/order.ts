/** Which exercise is in front after a set. Pure: lifts in, a decision out. */
import { remaining, working, type Lift } from "./model.ts";

/** `rest` seconds before the next set; 0 inside a round of a superset, and when nothing is left. */
export interface Next {
  lift: Lift | undefined;
  rest: number;
}

/** After a set of `done` (already counted in it). Exercises that were passed over come again at the end. */
export function after(done: Lift, lifts: readonly Lift[]): Next {
  const group = groupOf(done, lifts);
  const open = group.filter((each) => remaining(each) > 0);
  if (open.length > 0) return inGroup(done, group, open);
  const next = firstOpen(lifts, group.at(-1) ?? done);
  return { lift: next, rest: next ? done.rest : 0 };
}

/** In turn: whoever of the group has done fewest, in order; rest when the round is full. */
function inGroup(done: Lift, group: readonly Lift[], open: readonly Lift[]): Next {
  if (group.length === 1) return { lift: done, rest: done.rest };
  const at = group.indexOf(done);
  const later = open.find((each) => group.indexOf(each) > at && working(each).length < working(done).length);
  if (later) return { lift: later, rest: 0 };
  const fewest = Math.min(...open.map((each) => working(each).length));
  return { lift: open.find((each) => working(each).length === fewest), rest: done.rest };
}

/** The exercises done in turn with `lift`, itself among them. */
export function groupOf(lift: Lift, lifts: readonly Lift[]): Lift[] {
  if (lift.superset === null) return [lift];
  return lifts.filter((each) => each.superset === lift.superset);
}

/** The next one with sets left after `from`, else the first such one from the top. */
export function firstOpen(lifts: readonly Lift[], from?: Lift): Lift | undefined {
  const at = from ? lifts.findIndex((each) => each.id === from.id) : -1;
  return [...lifts.slice(at + 1), ...lifts.slice(0, at + 1)].find((each) => remaining(each) > 0);
}

/** Which exercise a page that has just been opened shows: that of the last set, or what comes after it. */
export function resume(lifts: readonly Lift[]): Lift | undefined {
  const touched = lifts.filter((each) => each.rows.length > 0);
  // Ids made on a device sort by time: the largest is the newest set.
  const newest = touched.reduce<Lift | undefined>((best, each) => (best && latest(best) >= latest(each) ? best : each), undefined);
  if (!newest) return lifts[0];
  return after(newest, lifts).lift ?? newest;
}

function latest(lift: Lift): string {
  return lift.rows.reduce((most, row) => (row.id > most ? row.id : most), "");
}
