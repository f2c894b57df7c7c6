/** What can be loaded: the next weight up and down, and the plates for the one that is typed. */
import type { Kit, Stock, Unit } from "../device/index.ts";
import { kilograms, load, type Answer, type Loading } from "../device/plates.ts";
import { parseWeight } from "../device/rules.ts";
import { stepDown, stepUp } from "../device/steps.ts";
import type { Lift, SetValues } from "./model.ts";

/** Where no grid is known: the smallest pair of plates of most gyms. */
const USUAL_STEP: Record<Unit, number> = { kg: 2.5, lb: 5 };

export const KG_PER_LB = 0.45359237;

/** Loadable weights around one; `…By` are differences. Undefined where there is nothing further. */
export interface Around {
  down: string | undefined;
  up: string | undefined;
  downBy: number;
  upBy: number;
}

/** The weights that can be loaded for an exercise, if they are known in `unit`. */
export function gridOf(kit: Kit | undefined, lift: Lift, unit: Unit): readonly string[] | undefined {
  const name = lift.kit?.grid;
  return name && lift.kit?.unit === unit ? kit?.grids[name] : undefined;
}

export function stepsAround(grid: readonly string[] | undefined, weight: string | null, unit: Unit): Around {
  const known = weight === null ? undefined : numberOf(weight);
  const by = USUAL_STEP[unit];
  const at = known ?? 0;
  if (!grid) return { down: at > 0 ? text(Math.max(0, at - by)) : undefined, up: text(at + by), downBy: -Math.min(by, at), upBy: by };
  const down = known === undefined ? undefined : (stepDown(grid, weight ?? "") ?? undefined);
  const up = stepUp(grid, weight ?? "") ?? undefined;
  const off = (to: string | undefined): number => (to === undefined ? 0 : (numberOf(to) ?? at) - at);
  return { down, up, downBy: off(down), upBy: off(up) };
}

/** The plates for what the dock shows; undefined where nothing is hung, or the weight is no number yet. */
export function platesFor(kit: Kit | undefined, lift: Lift, values: SetValues): { stock: Stock; answer: Answer } | undefined {
  const stock = kit?.stocks[lift.kit?.stock ?? ""];
  const { weight, unit, load_mode } = values;
  if (!stock || weight === null || load_mode !== "external" || numberOf(weight) === undefined) return undefined;
  return { stock, answer: load(weight, unit, stock) };
}

/** The weight of a loading with its bar, as text in `unit`. */
export function totalOf(loading: Loading, unit: Unit): string {
  return text(kilograms(loading) / (unit === "lb" ? KG_PER_LB : 1));
}

/** A weight as typed, comma or dot, as a number; undefined while it is none. */
export function numberOf(weight: string): number | undefined {
  const parsed = parseWeight(weight);
  return parsed.ok ? Number(parsed.value) : undefined;
}

function text(value: number): string {
  return String(Math.round(value * 100) / 100);
}
