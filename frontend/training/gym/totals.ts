/** What a finished workout comes to. Volume as the server counts it: workouts/log/figures/sets.py. */
import type { Unit } from "../device/index.ts";
import { KG_PER_LB, numberOf } from "./loading.ts";
import { lastWorking, working, type Lift, type SetValues } from "./model.ts";
import { countOf } from "./proposal.ts";

export function setsDone(lifts: readonly Lift[]): number {
  return lifts.reduce((sum, lift) => sum + working(lift).length, 0);
}

/** Weight times reps of working sets, in whole `unit`s. Steps and both sides count, two dumbbells count twice. */
export function volume(lifts: readonly Lift[], unit: Unit): number {
  const kilograms = lifts.flatMap((lift) => working(lift).map((row) => volumeOf(row, lift))).reduce((sum, each) => sum + each, 0);
  return Math.round(kilograms / (unit === "lb" ? KG_PER_LB : 1));
}

function volumeOf(values: SetValues, lift: Lift): number {
  const isLoaded = values.load_mode === "external" || values.load_mode === "bodyweight_plus";
  const weight = isLoaded && values.weight !== null ? (numberOf(values.weight) ?? 0) : 0;
  const hands = lift.kit?.per_hand && values.load_mode === "external" ? 2 : 1;
  return weight * (values.unit === "lb" ? KG_PER_LB : 1) * hands * repsOf(values, lift);
}

/** Repetitions of both sides together. */
function repsOf({ reps, left, right }: SetValues, lift: Lift): number {
  if (left !== null && right !== null) return left + right;
  return (reps ?? 0) * (lift.style === "per_side" ? 2 : 1);
}

/** The best set of today where it beats the best of last time: more weight, or as much with more reps. */
export function better(lift: Lift): { now: SetValues; was: SetValues } | undefined {
  const now = best(working(lift), lift);
  const was = best(lastWorking(lift), lift);
  if (!now || !was || now.load_mode !== was.load_mode || now.unit !== was.unit) return undefined;
  return compare(now, was, lift) > 0 ? { now, was } : undefined;
}

function best<T extends SetValues>(all: readonly T[], lift: Lift): T | undefined {
  return all.reduce<T | undefined>((top, each) => (top && compare(top, each, lift) >= 0 ? top : each), undefined);
}

/** Help is the other way round: less of it is more. */
function compare(a: SetValues, b: SetValues, lift: Lift): number {
  const sign = a.load_mode === "assisted" ? -1 : 1;
  const weight = (each: SetValues): number => (each.weight === null ? 0 : (numberOf(each.weight) ?? 0)) * sign;
  return weight(a) - weight(b) || (countOf(a, lift) ?? 0) - (countOf(b, lift) ?? 0);
}
