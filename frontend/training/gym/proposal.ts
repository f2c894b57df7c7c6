/** What the dock shows for a set before anybody touches it, so that one tap logs it. */
import { lastWorking, working, type Lift, type LoadMode, type SetValues } from "./model.ts";

/**
 * The next working set of `lift` as it would be logged: weight and unit of today's last one, else the coach's target,
 * else last time's; reps by the same order, within the range that is asked for.
 */
export function propose(lift: Lift): SetValues {
  const before = working(lift).at(-1);
  const first = before === undefined;
  const base = first ? fromTarget(lift) : { ...before, rir: null, note: "", kind: "working" as const };
  const counted = first ? firstCount(lift, base.weight) : nextCount(lift, before);
  return { ...base, ...counts(lift, counted) };
}

function fromTarget(lift: Lift): SetValues {
  const { kit } = lift;
  const last = lastWorking(lift)[0];
  const mode = modeOf(kit, last);
  const aim = kit?.target.weight ?? null;
  return {
    kind: "working",
    load_mode: mode,
    weight: mode === "bodyweight" ? null : (aim ?? last?.weight ?? null),
    // The coach speaks in the unit of the equipment; what was typed last time keeps its own.
    unit: aim === null ? (last?.unit ?? kit?.unit ?? "kg") : (kit?.unit ?? "kg"),
    reps: null,
    left: null,
    right: null,
    seconds: null,
    rir: null,
    note: "",
  };
}

/** As last time, else as is usual. A target with a weight for what the body alone has loaded so far adds a weight. */
function modeOf(kit: Lift["kit"], last: SetValues | undefined): LoadMode {
  const mode = last?.load_mode ?? ((kit?.load_mode ?? "external") as LoadMode);
  if (mode !== "bodyweight" || !kit?.target.weight) return mode;
  return kit.load_type === "bodyweight" ? "bodyweight_plus" : "external";
}

/** With the weight of last time, its count; with another, the low end: reps are earned again after a step up. */
function firstCount(lift: Lift, weight: string | null): number {
  const low = lift.kit?.target.low ?? lift.low;
  const high = Math.max(low, lift.kit?.target.high ?? lift.high);
  const last = lastWorking(lift)[0];
  const same = last !== undefined && (last.weight ?? "") === (weight ?? "");
  return clamp(same ? (countOf(last, lift) ?? low) : low, low, high);
}

/** As many as last time in this place, if today keeps up with it; never more than the set before. */
function nextCount(lift: Lift, before: SetValues): number {
  const { low, high } = lift.kit?.target ?? lift;
  const count = countOf(before, lift) ?? low;
  if (count < low) return count;
  const [was, then] = lastWorking(lift).slice(working(lift).length - 1);
  const isSame = then !== undefined && was !== undefined && then.weight === before.weight && was.weight === before.weight;
  const past = isSame ? (countOf(then, lift) ?? count) : count;
  return clamp(Math.min(past, count), low, Math.max(low, high));
}

/** Reps, steps or seconds of a set; of two sides the weaker. */
export function countOf(values: SetValues, lift: { style: Lift["style"] }): number | null {
  if (lift.style === "seconds") return values.seconds;
  if (values.left !== null && values.right !== null) return Math.min(values.left, values.right);
  return values.reps ?? values.seconds;
}

/** The fields that hold a count of `lift`; those it does not use are empty. */
export function counts(lift: { style: Lift["style"] }, count: number | null): Pick<SetValues, "reps" | "left" | "right" | "seconds"> {
  const timed = lift.style === "seconds";
  return { reps: timed ? null : count, seconds: timed ? count : null, left: null, right: null };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
