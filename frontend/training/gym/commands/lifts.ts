/** Exercises of the workout: add, remove, swap, order, supersets, sets asked for, pain and notes. Each can be undone. */
import { uuid7, type Change, type Dose, type Fields } from "../../device/index.ts";
import { fill, gettext } from "../../../shared/words.ts";
import type { Gym } from "../gym.ts";
import { working, type Lift } from "../model.ts";
import { groupOf } from "../order.ts";
import { write } from "./sets.ts";

const MOST_SETS = 20;

/** Put an exercise of the kit at the end, with its usual dose, and bring it to the front. */
export async function addLift(gym: Gym, slug: string): Promise<void> {
  const dose = gym.kit?.exercises[slug]?.dose;
  if (!dose) return;
  const id = uuid7();
  const position = Math.max(0, ...gym.lifts.map((each) => each.position)) + 1;
  const change = put(id, { workout: gym.id, exercise: slug, position, ...doseFields(dose) });
  if (!(await write(gym, [change], id))) return;
  await gym.refresh();
  gym.show(id);
  const text = fill(gettext("%(name)s added."), { name: nameOf(gym, slug) });
  gym.tell(text, async () => void (await apply(gym, [{ op: "delete", kind: "exercise", row: id }])));
}

export async function removeLift(gym: Gym, lift: Lift): Promise<void> {
  if (!(await write(gym, [{ op: "delete", kind: "exercise", row: lift.id }], lift.id))) return;
  await gym.refresh();
  gym.tell(fill(gettext("%(name)s and its sets removed."), { name: lift.name }), async () => {
    await apply(gym, [{ op: "restore", kind: "exercise", row: lift.id }]);
    gym.show(lift.id);
  });
}

/** Another exercise for the sets that are left. What was done stays with the one it was done in. Returns whether it was stored. */
export async function swapLift(gym: Gym, lift: Lift, slug: string): Promise<boolean> {
  const dose = gym.kit?.exercises[slug]?.dose;
  if (!dose) return false;
  const done = working(lift).length;
  const id = uuid7();
  const sets = Math.max(1, lift.sets - done);
  const keepOld: Change[] = lift.rows.length
    ? [put(lift.id, { sets: Math.max(1, done) }), ...later(gym, lift).map((each) => put(each.id, { position: each.position + 1 }))]
    : [{ op: "delete", kind: "exercise", row: lift.id }];
  const position = lift.position + (lift.rows.length ? 1 : 0);
  const fields = { workout: gym.id, exercise: slug, position, ...doseFields(dose), superset: lift.superset, sets };
  if (!(await write(gym, [...keepOld, put(id, fields)], id))) return false;
  await gym.refresh();
  gym.show(id);
  gym.tell(fill(gettext("%(new)s instead of %(old)s, today."), { new: nameOf(gym, slug), old: lift.name }), async () => {
    const back: Change[] = lift.rows.length
      ? [put(lift.id, { sets: lift.sets }), ...later(gym, lift).filter((each) => each.id !== id).map((each) => put(each.id, { position: each.position - 1 }))]
      : [{ op: "restore", kind: "exercise", row: lift.id }];
    await apply(gym, [{ op: "delete", kind: "exercise", row: id }, ...back]);
    gym.show(lift.id);
  });
  return true;
}

function later(gym: Gym, lift: Lift): Lift[] {
  return gym.lifts.filter((each) => each.position > lift.position);
}

/** One place up (-1) or down (1). Positions are counted anew: those of an import may have gaps or be equal. */
export async function moveLift(gym: Gym, lift: Lift, by: -1 | 1): Promise<void> {
  const order = [...gym.lifts];
  const at = order.indexOf(lift);
  const other = order[at + by];
  if (!other) return;
  [order[at], order[at + by]] = [other, lift];
  await apply(gym, order.flatMap((each, index) => (each.position === index + 1 ? [] : [put(each.id, { position: index + 1 })])));
  gym.say(fill(gettext("%(name)s is number %(n)s now."), { name: lift.name, n: at + by + 1 }));
}

/** Do `lift` in turn with the one after it, or each by itself again. */
export async function pair(gym: Gym, lift: Lift): Promise<void> {
  const next = gym.lifts[gym.lifts.indexOf(lift) + 1];
  if (!next) return;
  const free = Math.max(0, ...gym.lifts.map((each) => each.superset ?? 0)) + 1;
  const superset = lift.superset ?? next.superset ?? free;
  await apply(gym, [lift, next].filter((each) => each.superset !== superset).map((each) => put(each.id, { superset })));
  gym.say(fill(gettext("%(first)s and %(second)s in turn: rest after both."), { first: lift.name, second: next.name }));
}

export async function unpair(gym: Gym, lift: Lift): Promise<void> {
  const group = groupOf(lift, gym.lifts);
  await apply(gym, group.map((each) => put(each.id, { superset: null })));
  gym.say(gettext("Each by itself again."));
}

/** One set more or fewer than asked for; never fewer than are done, nor none. */
export async function changeSets(gym: Gym, lift: Lift, by: -1 | 1): Promise<void> {
  const sets = Math.min(MOST_SETS, Math.max(1, working(lift).length, lift.sets + by));
  if (sets === lift.sets) return;
  await apply(gym, [put(lift.id, { sets })]);
  gym.show(lift.id);
  gym.say(fill(gettext("%(n)s sets of %(name)s."), { n: sets, name: lift.name }));
}

export async function flagPain(gym: Gym, lift: Lift, pain: boolean): Promise<void> {
  await apply(gym, [put(lift.id, { pain })]);
  gym.say(pain ? gettext("Pain noted.") : gettext("Pain taken back."));
}

/** The note of today, on this exercise. Returns whether it was stored. */
export async function noteLift(gym: Gym, lift: Lift, note: string): Promise<boolean> {
  return apply(gym, [put(lift.id, { note })]);
}

/** The note that is shown at every set of the exercise, in every workout. Empty: none. */
export async function stick(gym: Gym, slug: string, text: string): Promise<boolean> {
  const known = gym.notes.get(slug);
  const change: Change = known
    ? text
      ? { op: "put", kind: "note", row: known.id, fields: { text } }
      : { op: "delete", kind: "note", row: known.id }
    : { op: "put", kind: "note", row: uuid7(), fields: { exercise: slug, text } };
  if (!text) gym.unstuck.add(slug);
  if (!known && !text) return true;
  const isStored = await apply(gym, [change]);
  await gym.refreshRest();
  return isStored;
}

/** Write and read again; says NOT SAVED where nothing was written. */
async function apply(gym: Gym, changes: Change[]): Promise<boolean> {
  if (changes.length === 0) return true;
  const isStored = await write(gym, changes, changes[0]?.row ?? "");
  await gym.refresh();
  return isStored;
}

function put(row: string, fields: Fields): Change {
  return { op: "put", kind: "exercise", row, fields };
}

function doseFields({ sets, low, high, rep_style, rest_seconds, target_rir }: Dose): Fields {
  return { sets, low, high, rep_style, rest_seconds, target_rir };
}

function nameOf(gym: Gym, slug: string): string {
  return gym.kit?.exercises[slug]?.name ?? slug;
}
