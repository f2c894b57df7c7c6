/** The same worked examples as Python's: `python -m tests.vectors` writes them. */

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Stock, Unit } from "./kit-types.ts";
import { parseCount, parseHalfSteps, parseWeight, plain } from "./numbers.ts";
import { load, type Loading } from "./plates.ts";
import { checkSet } from "./rules.ts";
import { isLoadable, near, stepDown, stepUp } from "./steps.ts";
import type { Fields } from "./types.ts";

function read<T>(name: string): T[] {
  return JSON.parse(readFileSync(new URL(`../../../tests/vectors/${name}.json`, import.meta.url), "utf8")) as T[];
}

interface Number_ {
  kind: "weight" | "count" | "half";
  text: string;
  unit?: Unit;
  low?: number;
  high?: number;
  value?: string;
  code?: string;
}

test.each(read<Number_>("weights").map((vector) => [JSON.stringify(vector), vector] as const))("%s", (_name, vector) => {
  const { kind, text, unit = "kg", low = 0, high = 0 } = vector;
  const typed = kind === "weight" ? parseWeight(text, unit) : kind === "count" ? parseCount(text, low, high) : parseHalfSteps(text, low, high);
  expect(typed.ok ? { value: plain(typed.value) } : { code: typed.code }).toEqual(
    vector.code === undefined ? { value: vector.value } : { code: vector.code },
  );
});

interface Step {
  grid: string[];
  weight: string;
  up: string | null;
  down: string | null;
  near: string;
}

test.each(read<Step>("steps").map((vector) => [JSON.stringify(vector), vector] as const))("%s", (_name, { grid, weight, ...wanted }) => {
  const dotted = (text: string | null): string | null => text?.replace(",", ".") ?? null;
  expect({ up: dotted(stepUp(grid, weight)), down: dotted(stepDown(grid, weight)), near: dotted(near(grid, weight)) }).toEqual(wanted);
  expect(isLoadable(grid, weight)).toBe(dotted(weight) === wanted.near);
});

interface Made {
  per_side: { size: string; unit: Unit }[];
  grams: string;
}

interface Plates {
  total: string;
  unit: Unit;
  stock: Stock;
  exact: Made | null;
  below: Made | null;
  above: Made | null;
}

test("plates, as Python loads them", () => {
  const vectors = read<Plates>("plates");
  expect(vectors.length).toBeGreaterThan(300);
  for (const { total, unit, stock, exact, below, above } of vectors) {
    const answer = load(total, unit, stock);
    expect({ total, unit, stock, exact: made(answer.exact), below: made(answer.below), above: made(answer.above) }).toEqual({
      total,
      unit,
      stock,
      exact,
      below,
      above,
    });
  }
});

/** Grams of a loading, exact: ticks of 1e-7 g. */
function made(loading: Loading | null): Made | null {
  if (!loading) return null;
  const digits = String(loading.ticks).padStart(8, "0");
  const grams = `${digits.slice(0, -7)}.${digits.slice(-7)}`.replace(/0+$/, "").replace(/\.$/, "");
  return { per_side: loading.perSide, grams };
}

interface Set_ {
  fields: Fields;
  problems: Record<string, string>;
}

test.each(read<Set_>("sets").map((vector) => [JSON.stringify(vector).slice(0, 120), vector] as const))("%s", (_name, { fields, problems }) => {
  // The device says all at once what the server says one after the other.
  if (Object.keys(problems).length === 0) expect(checkSet(fields)).toEqual({});
  else expect(checkSet(fields)).toMatchObject(problems);
});
