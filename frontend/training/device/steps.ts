/** Up and down by what can be loaded, as `workouts/science/grids.py` has it. Weights are text, in the mark they came in. */

import type { Unit } from "./kit-types.ts";
import { inMarkOf, plain, thousandths, trimmed } from "./numbers.ts";

/** Ascending weights of one unit; null where nothing is known about the machine. */
export type Grid = readonly string[] | null;

/** Without a grid: the smallest pair of plates that every gym has. */
const USUAL: Record<Unit, number> = { kg: 2_500, lb: 5_000 };

/** The next weight up; the heaviest there is stays. */
export function stepUp(grid: Grid, weight: string, unit: Unit = "kg"): string {
  const now = value(weight);
  if (now === undefined) return grid?.[0] ?? "0";
  if (!grid?.length) return shown(weight, now + USUAL[unit]);
  return marked(weight, grid.find((step) => thousandths(step) > now) ?? grid.at(-1));
}

/** The next weight down; the lightest there is stays. */
export function stepDown(grid: Grid, weight: string, unit: Unit = "kg"): string {
  const now = value(weight);
  if (now === undefined) return grid?.[0] ?? "0";
  if (!grid?.length) return shown(weight, Math.max(now - USUAL[unit], 0));
  return marked(weight, grid.findLast((step) => thousandths(step) < now) ?? grid[0]);
}

/** The weight of the grid that is nearest; a tie goes down. Without a grid, the weight itself. */
export function near(grid: Grid, weight: string): string {
  const now = value(weight);
  if (now === undefined || !grid?.length) return weight;
  const off = (step: string): number => Math.abs(thousandths(step) - now);
  return marked(weight, grid.reduce((best, step) => (off(step) < off(best) ? step : best)));
}

/** Whether it can be loaded as typed. */
export function isLoadable(grid: Grid, weight: string): boolean {
  const now = value(weight);
  return !grid?.length || (now !== undefined && grid.some((step) => thousandths(step) === now));
}

function value(weight: string): number | undefined {
  const text = trimmed(weight);
  return /^([0-9]+([.,][0-9]+)?|[.,][0-9]+)$/.test(text) ? thousandths(text) : undefined;
}

function shown(weight: string, sum: number): string {
  return inMarkOf(weight, plain(sum / 1000));
}

function marked(weight: string, step: string | undefined): string {
  return step === undefined ? weight : inMarkOf(weight, step);
}
