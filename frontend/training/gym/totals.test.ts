import { expect, it } from "vitest";
import { better, setsDone, volume } from "./totals.ts";
import { kit, lastTime, lift, row } from "./testing.ts";

it("counts working sets, and weight times reps of both hands and both sides", () => {
  const squat = lift({ rows: [row({ kind: "warmup", weight: "40" }), row({ weight: "100", reps: 5 })] });
  const lunge = lift({ style: "steps", kit: kit({ per_hand: true }), rows: [row({ weight: "10", reps: 20 })] });
  const split = lift({ style: "per_side", rows: [row({ weight: "10", reps: 8 }), row({ weight: "10", reps: null, left: 8, right: 7 })] });
  expect(setsDone([squat, lunge, split])).toBe(4);
  expect(volume([squat], "kg")).toBe(500);
  expect(volume([lunge], "kg")).toBe(400);
  expect(volume([split], "kg")).toBe(160 + 150);
});

it("leaves out the body and help, and converts only for show", () => {
  const body = lift({ rows: [row({ load_mode: "bodyweight", weight: null }), row({ load_mode: "assisted", weight: "20" }), row({ load_mode: "bodyweight_plus", weight: "10", reps: 5 })] });
  expect(volume([body], "kg")).toBe(50);
  expect(volume([lift({ rows: [row({ weight: "100", unit: "lb", reps: 10 })] })], "kg")).toBe(454);
  expect(volume([lift({ rows: [row({ weight: "62,5", reps: 10 })] })], "kg")).toBe(625);
});

it("is better with more weight, or as much with more reps, and says nothing where they cannot be compared", () => {
  const last = kit({ last: lastTime("80", 10, 9) });
  expect(better(lift({ kit: last, rows: [row({ weight: "82.5", reps: 8 })] }))?.was.reps).toBe(10);
  expect(better(lift({ kit: last, rows: [row({ weight: "80", reps: 11 })] }))).toBeDefined();
  expect(better(lift({ kit: last, rows: [row({ weight: "80", reps: 10 })] }))).toBeUndefined();
  expect(better(lift({ kit: last, rows: [row({ weight: "180", reps: 8, unit: "lb" })] }))).toBeUndefined();
  expect(better(lift({ rows: [row()] }))).toBeUndefined();
});
