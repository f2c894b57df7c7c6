import { describe, expect, it } from "vitest";
import type { Lift } from "./model.ts";
import { after, firstOpen, groupOf, resume } from "./order.ts";
import { lift, row } from "./testing.ts";

function done(count: number, changed: Partial<Lift> = {}): Lift {
  return lift({ rest: 90, sets: 3, rows: Array.from({ length: count }, () => row()), ...changed });
}

describe("by itself", () => {
  it("stays in front while sets are left, with its rest", () => {
    const [one, two] = [done(1), done(0)];
    expect(after(one, [one, two])).toEqual({ lift: one, rest: 90 });
  });

  it("makes room for the next one after its last set, and rests before it", () => {
    const [one, two] = [done(3), done(0)];
    expect(after(one, [one, two])).toEqual({ lift: two, rest: 90 });
  });

  it("comes back to what was passed over, and ends when nothing is left", () => {
    const [skipped, last] = [done(0), done(3)];
    expect(after(last, [skipped, last]).lift).toBe(skipped);
    expect(after(last, [done(3), last])).toEqual({ lift: undefined, rest: 0 });
  });

  it("does not count warm-ups", () => {
    const warmed = lift({ sets: 1, rows: [row({ kind: "warmup" })] });
    expect(after(warmed, [warmed]).lift).toBe(warmed);
  });
});

describe("in a superset", () => {
  const pair = (first: number, second: number): [Lift, Lift] => [done(first, { superset: 1 }), done(second, { superset: 1 })];

  it("goes on to the other one without a rest", () => {
    const [one, two] = pair(1, 0);
    expect(after(one, [one, two])).toEqual({ lift: two, rest: 0 });
  });

  it("rests when the round is full, then begins the next", () => {
    const [one, two] = pair(1, 1);
    expect(after(two, [one, two])).toEqual({ lift: one, rest: 90 });
  });

  it("goes on with the longer one alone", () => {
    const [one, two] = pair(3, 2);
    expect(after(two, [{ ...one }, two]).lift).toBe(two);
  });

  it("leaves the group when all of it is done", () => {
    const [one, two] = pair(3, 3);
    const next = done(0);
    expect(after(two, [one, two, next])).toEqual({ lift: next, rest: 90 });
    expect(groupOf(one, [one, two, next])).toEqual([one, two]);
  });
});

describe("a page that is opened again", () => {
  it("begins with the first exercise", () => {
    const [one, two] = [done(0), done(0)];
    expect(resume([one, two])).toBe(one);
    expect(resume([])).toBeUndefined();
  });

  it("goes on after the newest set, wherever that was", () => {
    const one = done(1);
    const two = done(2);
    expect(resume([one, two])).toBe(two);
    const full = done(3);
    expect(resume([one, full])).toBe(one);
  });

  it("stays with the last exercise when all is done", () => {
    const only = done(3);
    expect(resume([only])).toBe(only);
    expect(firstOpen([only])).toBeUndefined();
  });
});
