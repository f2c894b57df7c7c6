/** Sets: log, change, delete, restore. Each is one intention, written once, whatever taps and tabs do. */
import { NotSaved, uuid7, type Change, type Fields } from "../../device/index.ts";
import { recall, remember } from "../../../shared/stored.ts";
import { fill, gettext } from "../../../shared/words.ts";
import { check } from "../check.ts";
import { inWords } from "../format.ts";
import type { Gym } from "../gym.ts";
import { nextPosition, working, type Lift, type SetKind, type SetRow, type SetValues } from "../model.ts";
import { after } from "../order.ts";
import { endRest, rest } from "./rest.ts";

/** Taps closer than this are one intention: a finger that bounces, a key that repeats, ten taps a second. */
export const ONE_INTENTION_MS = 500;
const LAST_TAP = "legday.tap";
let lastTap = 0;

/** Whether a tap on the big button means something new. A row of quick taps counts as its first, in all tabs. */
export function isNewIntention(now: number = Date.now()): boolean {
  const since = now - Math.max(lastTap, Number(recall(LAST_TAP)));
  lastTap = now;
  // A clock that was set back must not swallow taps.
  const isNew = since >= ONE_INTENTION_MS || since < 0;
  if (isNew) remember(LAST_TAP, String(now));
  return isNew;
}

/** Log the set in the dock as the next one of the exercise in front. */
export async function logSet(gym: Gym): Promise<void> {
  const { lift, values } = gym;
  if (!lift || !values || !passes(gym, values, lift)) return;
  if (!(await logAt(gym, lift, values))) return;
  gym.forget(lift.id);
  gym.options = false;
  gym.settle();
  moveOn(gym, lift.id, values.kind);
}

/** Log a warm-up of the ramp; the dock stays as it is. */
export async function logWarmUp(gym: Gym, lift: Lift, values: SetValues): Promise<void> {
  await logAt(gym, lift, { ...values, kind: "warmup" });
}

/** Returns whether there is a set at the place now: this one, or one that another tab was quicker with. */
async function logAt(gym: Gym, lift: Lift, values: SetValues): Promise<boolean> {
  const row: SetRow = { ...values, id: uuid7(), position: nextPosition(lift), state: "on-this-phone", conflict: false };
  const words = { set: setName(lift, values), what: inWords(values, lift) };
  try {
    const isMine = await gym.device.writeSet(row.id, { performed: lift.id, position: row.position, ...fieldsOf(row) });
    gym.unsaved = "";
    gym.notice = undefined;
    gym.fresh = isMine ? row.id : "";
    if (isMine) gym.put(lift.id, row);
    else await gym.refresh();
    gym.say(fill(isMine ? gettext("%(set)s, %(what)s: saved on this phone.") : gettext("%(set)s is already logged."), words));
    return true;
  } catch (error) {
    failed(gym, lift, error);
    return false;
  }
}

function failed(gym: Gym, lift: Lift, error: unknown): void {
  gym.unsaved = lift.id;
  gym.say(error instanceof NotSaved && error.reason === "quota"
    ? gettext("Not saved: this phone has no room left. Free some, then tap to retry. The values are still in the fields.")
    : gettext("Not saved: the browser did not take it. Tap to retry. The values are still in the fields."));
}

/** The rest starts, and the next exercise comes to the front when this one is done. */
function moveOn(gym: Gym, lift: string, kind: SetKind): void {
  const done = gym.lifts.find((each) => each.id === lift);
  if (!done || kind === "warmup") return;
  const next = after(done, gym.lifts);
  const newest = done.rows.at(-1)?.id ?? "";
  if (next.lift && next.rest > 0) void rest(gym, next.rest, newest);
  else void endRest(gym);
  if (next.lift) gym.show(next.lift.id);
  gym.changed();
}

/** Store what was changed about a set that is there. */
export async function saveEdit(gym: Gym): Promise<void> {
  const { edited, values, lift } = gym;
  if (!edited || !values || !lift || !passes(gym, values, lift)) return;
  const was = fieldsOf(edited, true);
  const fields = Object.fromEntries(Object.entries(fieldsOf(values, true)).filter(([name, value]) => was[name] !== value));
  const isSaved = Object.keys(fields).length === 0 || (await write(gym, [{ op: "put", kind: "set", row: edited.id, fields }], edited.id));
  if (!isSaved) return;
  gym.forget(edited.id);
  gym.editing = "";
  gym.options = false;
  gym.settle();
  gym.say(fill(gettext("%(set)s changed: saved on this phone."), { set: setName(lift, values, edited.id) }));
  await gym.refresh();
}

export async function deleteSet(gym: Gym, id: string): Promise<void> {
  const lift = gym.lifts.find((each) => each.rows.some((row) => row.id === id));
  const row = lift?.rows.find((each) => each.id === id);
  if (!lift || !row || !(await write(gym, [{ op: "delete", kind: "set", row: id }], id))) return;
  gym.forget(id);
  gym.editing = "";
  gym.tell(fill(gettext("%(set)s deleted."), { set: setName(lift, row, id) }), async () => {
    await write(gym, [{ op: "restore", kind: "set", row: id }], id);
    await gym.refresh();
  });
  await gym.refresh();
}

/** Reps in reserve of the set just logged. */
export async function tellEffort(gym: Gym, id: string, rir: string | null): Promise<void> {
  const lift = gym.lifts.find((each) => each.rows.some((row) => row.id === id));
  const row = lift?.rows.find((each) => each.id === id);
  if (!lift || !row || !(await write(gym, [{ op: "put", kind: "set", row: id, fields: { rir } }], id))) return;
  gym.put(lift.id, { ...row, rir, state: "on-this-phone" });
}

/** Start or stop changing a set that is there. */
export function edit(gym: Gym, lift: string, set: string): void {
  gym.front = lift;
  gym.editing = set;
  gym.settle();
  gym.changed();
}

export function stopEditing(gym: Gym): void {
  gym.forget(gym.editing);
  gym.editing = "";
  gym.options = false;
  gym.settle();
  gym.changed();
}

/** Write, or say that nothing was written. `what` is the row that then says NOT SAVED. */
export async function write(gym: Gym, changes: Change[], what: string): Promise<boolean> {
  try {
    await gym.device.write(changes);
    gym.unsaved = "";
    return true;
  } catch (error) {
    gym.unsaved = what;
    gym.tell(error instanceof NotSaved ? gettext("Not saved: this phone did not take it. Try again.") : gettext("Not saved. Try again."));
    return false;
  }
}

function passes(gym: Gym, values: SetValues, lift: Lift): boolean {
  gym.problems = { ...check(values, lift), ...unreadable(gym.typed) };
  const [first] = Object.values(gym.problems);
  if (first === undefined) return true;
  gym.say(first);
  return false;
}

/** Number fields whose text is no whole number. */
function unreadable(typed: Record<string, string>): Record<string, string> {
  const wrong = Object.entries(typed).filter(([, text]) => !/^\d{1,5}$/.test(text.trim()));
  return Object.fromEntries(wrong.map(([name]) => [name, gettext("Type a whole number.")]));
}

/** What a set is stored as; `whole` with its empty fields, as a change may empty one. */
export function fieldsOf(values: SetValues, whole = false): Fields {
  const { kind, load_mode, unit, reps, left, right, seconds, rir, note } = values;
  const weight = load_mode === "bodyweight" ? null : values.weight;
  const all: Fields = { kind, load_mode, weight, unit, reps, left, right, seconds, rir, note };
  return whole ? all : Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null && value !== ""));
}

/** "Set 3", "Warm-up 2": its number among those of its kind. */
export function setName(lift: Lift, values: Pick<SetValues, "kind">, id?: string): string {
  const isWarmUp = values.kind === "warmup";
  const rows = isWarmUp ? lift.rows.filter((row) => row.kind === "warmup") : working(lift);
  const at = id === undefined ? -1 : rows.findIndex((row) => row.id === id);
  const n = at < 0 ? rows.length + 1 : at + 1;
  return fill(isWarmUp ? gettext("Warm-up %(n)s") : gettext("Set %(n)s"), { n });
}
