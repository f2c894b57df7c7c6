/**
 * Which plates go on each side of a bar: the bounded search of `workouts/science/plates.py`, on the same integers.
 * One tick is 1e-7 g, so that 0.01 kg and 0.01 lb are whole; a thousand kilograms stay far under 2 ** 53.
 */

import type { PlatePairs, Stock, Unit } from "./kit-types.ts";
import { plain, thousandths } from "./numbers.ts";

const SAME_LOAD = 5 * 10_000_000;
/** Ticks in a thousandth of the unit, times ten: a thousandth of a pound alone is no whole number of ticks. */
const THOUSANDTH: Record<Unit, number> = { kg: 100_000_000, lb: 45_359_237 };

/** Sizes on each side, heaviest first, and the total in ticks of 1e-7 g. */
export interface Loading {
  perSide: { size: string; unit: Unit }[];
  ticks: number;
}

/** The loading asked for, or the nearest ones: `below` is null under the bar, `above` when plates run out. */
export interface Answer {
  exact: Loading | null;
  below: Loading | null;
  above: Loading | null;
}

/** Indices into the plates, heaviest first: of equally many, the smaller list has the larger plate first. */
type Side = number[];

/** The plates for a total of `unit`, as typed or as a number: the fewest, then the largest first. */
export function load(total: string | number, unit: Unit, stock: Stock): Answer {
  const plates = heaviestFirst(stock);
  const sides = sidesOf(stock, plates);
  const totals = [...sides.keys()].sort((a, b) => a - b);
  const wanted = ticks(typeof total === "number" ? plain(total) : total, unit);
  const loading = (at: number | undefined): Loading | null => {
    const side = at === undefined ? undefined : sides.get(at);
    if (at === undefined || !side) return null;
    return { perSide: side.map((index) => named(plates[index])), ticks: at };
  };
  const near = totals.find((made) => Math.abs(made - wanted) < SAME_LOAD);
  if (near !== undefined) return { exact: loading(near), below: null, above: null };
  const above = totals.findIndex((made) => made >= wanted);
  const below = above < 0 ? totals.length - 1 : above - 1;
  return { exact: null, below: loading(totals[below]), above: loading(above < 0 ? undefined : totals[above]) };
}

function named(plate: PlatePairs | undefined): { size: string; unit: Unit } {
  return { size: plate?.size ?? "", unit: plate?.unit ?? "kg" };
}

function heaviestFirst(stock: Stock): PlatePairs[] {
  return [...stock.plates].sort((a, b) => ticks(b.size, b.unit) - ticks(a.size, a.unit));
}

const known = new WeakMap<Stock, Map<number, Side>>();

/** Each total in ticks with its best side. Plates are taken heaviest first, so that ties go to larger plates. */
function sidesOf(stock: Stock, plates: readonly PlatePairs[]): Map<number, Side> {
  const before = known.get(stock);
  if (before) return before;
  const best = new Map<number, Side>([[ticks(stock.bar, stock.unit), []]]);
  for (const [index, plate] of plates.entries()) {
    const pair = 2 * ticks(plate.size, plate.unit);
    for (const [total, side] of [...best]) {
      for (let count = 1; count <= plate.pairs; count++) {
        keepBetter(best, total + count * pair, [...side, ...Array<number>(count).fill(index)]);
      }
    }
  }
  known.set(stock, best);
  return best;
}

function keepBetter(best: Map<number, Side>, total: number, side: Side): void {
  const held = best.get(total);
  if (held === undefined || compare(side, held) < 0) best.set(total, side);
}

/** Fewer plates first; of equally many, larger plates first. */
function compare(a: Side, b: Side): number {
  if (a.length !== b.length) return a.length - b.length;
  const at = a.findIndex((index, place) => index !== b[place]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** Ticks of a weight; what is under a tick is cut, as the server does. */
function ticks(text: string, unit: Unit): number {
  return Math.trunc((thousandths(text) * THOUSANDTH[unit]) / 10);
}

/** Kilograms of a loading, for showing. */
export function kilograms({ ticks: sum }: Loading): number {
  return sum / 1e10;
}
