import { describe, expect, it } from "vitest";
import { counts, propose } from "./proposal.ts";
import { kit, lastTime, lift, row, values } from "./testing.ts";

const target = kit().target;

describe("the first set", () => {
  it("takes the coach's weight, and the low end after a step up", () => {
    expect(propose(lift({ kit: kit({ last: lastTime("80", 10, 10) }) }))).toMatchObject({ weight: "82.5", reps: 8, kind: "working" });
  });

  it("takes last time's reps where the weight stays, within what is asked for", () => {
    const same = { ...target, weight: "80" };
    expect(propose(lift({ kit: kit({ target: same, last: lastTime("80", 9) }) })).reps).toBe(9);
    expect(propose(lift({ kit: kit({ target: same, last: lastTime("80", 6) }) })).reps).toBe(8);
    expect(propose(lift({ kit: kit({ target: same, last: lastTime("80", 14) }) })).reps).toBe(10);
  });

  it("takes last time's weight and unit where the coach names none", () => {
    const last = lastTime("80", 8);
    if (last?.sets[0]) last.sets[0].unit = "lb";
    expect(propose(lift({ kit: kit({ target: { ...target, weight: null }, last }) }))).toMatchObject({ weight: "80", unit: "lb" });
  });

  it("leaves the weight open where nobody knows one", () => {
    expect(propose(lift({ kit: kit({ target: { ...target, weight: null } }) })).weight).toBeNull();
    expect(propose(lift({ kit: undefined }))).toMatchObject({ weight: null, reps: 8 });
  });

  it("is done on the body alone where that is how it is done", () => {
    const body = kit({ load_mode: "bodyweight", load_type: "bodyweight", target: { ...target, weight: null } });
    expect(propose(lift({ kit: body }))).toMatchObject({ load_mode: "bodyweight", weight: null });
  });

  it("adds a first weight: to the body, or in the hands", () => {
    const body = { load_mode: "bodyweight", target: { ...target, weight: "5" } };
    expect(propose(lift({ kit: kit({ ...body, load_type: "bodyweight" }) }))).toMatchObject({ load_mode: "bodyweight_plus", weight: "5" });
    expect(propose(lift({ kit: kit({ ...body, load_type: "dumbbell_pair" }) }))).toMatchObject({ load_mode: "external", weight: "5" });
  });

  it("ignores the warm-ups of last time", () => {
    const last = lastTime("80", 9);
    last?.sets.unshift({ ...last.sets[0]!, kind: "warmup", weight: "40", reps: 5 });
    expect(propose(lift({ kit: kit({ target: { ...target, weight: "80" }, last }) })).reps).toBe(9);
  });
});

describe("the sets after it", () => {
  it("keep the weight of the set before", () => {
    expect(propose(lift({ rows: [row({ weight: "85", reps: 9 })] }))).toMatchObject({ weight: "85", reps: 9 });
  });

  it("drop kind, effort and note of the set before", () => {
    const before = row({ kind: "failure", rir: "0", note: "hard" });
    expect(propose(lift({ rows: [before] }))).toMatchObject({ kind: "working", rir: null, note: "" });
  });

  it("tire as they did last time, at the same weight", () => {
    const known = kit({ last: lastTime("80", 10, 9, 8) });
    const done = [row({ weight: "80", reps: 10 })];
    expect(propose(lift({ kit: known, rows: done })).reps).toBe(9);
    expect(propose(lift({ kit: known, rows: [...done, row({ weight: "80", reps: 9 })] })).reps).toBe(8);
    expect(propose(lift({ kit: known, rows: [row({ weight: "82.5", reps: 10 })] })).reps).toBe(10);
  });

  it("follow a set that fell short, and stay within the range otherwise", () => {
    expect(propose(lift({ rows: [row({ reps: 5 })] })).reps).toBe(5);
    expect(propose(lift({ rows: [row({ reps: 15 })] })).reps).toBe(10);
  });

  it("count the weaker side, steps as steps, and holds in seconds", () => {
    expect(propose(lift({ style: "per_side", rows: [row({ reps: null, left: 9, right: 8 })] }))).toMatchObject({ reps: 8, left: null });
    expect(propose(lift({ style: "seconds", kit: kit({ target: { ...target, low: 20, high: 60 } }), rows: [row({ reps: null, seconds: 40 })] }))).toMatchObject({ reps: null, seconds: 40 });
  });
});

it("a count goes into the one field that the exercise uses", () => {
  expect(counts({ style: "reps" }, 9)).toEqual({ reps: 9, seconds: null, left: null, right: null });
  expect(counts({ style: "seconds" }, 30)).toEqual({ reps: null, seconds: 30, left: null, right: null });
  expect(values().reps).toBe(8);
});
