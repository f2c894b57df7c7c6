/** Up and down by what can be loaded, as `workouts/science/grids.py` has it. */

import { inMarkOf, plain, thousandths, trimmed } from "./numbers.ts";

/** Ascending weights of one unit. */
export type Grid = readonly string[];

/** The next weight up, in the decimal mark of `weight`; null at the top. Nothing typed yet: the lightest there is. */
export function stepUp(grid: Grid, weight: string | number): string | null {
  const now = value(weight);
  return marked(weight, now === undefined ? grid[0] : grid.find((step) => thousandths(step) > now));
}

/** The next weight down; null at the bottom. */
export function stepDown(grid: Grid, weight: string | number): string | null {
  const now = value(weight);
  return now === undefined ? null : marked(weight, grid.filter((step) => thousandths(step) < now).at(-1));
}

/** The weight of the grid that is nearest; a tie goes down. */
export function near(grid: Grid, weight: string | number): string | null {
  const now = value(weight);
  if (now === undefined) return null;
  const off = (step: string): number => Math.abs(thousandths(step) - now);
  return marked(weight, grid.reduce((best, step) => (off(step) < off(best) ? step : best), grid[0] ?? ""));
}

/** Whether it can be loaded as typed. */
export function isLoadable(grid: Grid, weight: string | number): boolean {
  const now = value(weight);
  return now !== undefined && grid.some((step) => thousandths(step) === now);
}

/** Whole thousandths; undefined while it is no number. */
function value(weight: string | number): number | undefined {
  const text = trimmed(typeof weight === "number" ? plain(weight) : weight);
  return /^([0-9]+([.,][0-9]+)?|[.,][0-9]+)$/.test(text) ? thousandths(text) : undefined;
}

function marked(weight: string | number, step: string | undefined): string | null {
  return step ? inMarkOf(String(weight), step) : null;
}
