/** The protocol's invariants on random histories; the seed is in the test's name. HISTORIES asks for more of them. */

import { afterAll, expect, test } from "vitest";
import { Machine } from "./testing/machine.ts";

const HISTORIES = Number(process.env["HISTORIES"] ?? 60);
const FIRST = Number(process.env["SEED"] ?? 1);
const counts: Record<string, number> = {};

test.each(Array.from({ length: HISTORIES }, (_, n) => FIRST + n))("history %i", async (seed) => {
  const machine = new Machine(seed);
  await machine.run(40);
  for (const [name, count] of Object.entries(machine.counts)) counts[name] = (counts[name] ?? 0) + count;
}, 30_000);

afterAll(() => {
  if (HISTORIES >= 60) expect(Math.min(...Object.values(counts)), JSON.stringify(counts)).toBeGreaterThan(20);
});
