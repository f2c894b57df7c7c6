import { expect, it } from "vitest";
import { row, lift, values } from "../testing.ts";
import { fieldsOf, isNewIntention, setName } from "./sets.ts";

it("takes a burst of taps for its first, however long it goes on", () => {
  const taps = Array.from({ length: 20 }, (_, at) => isNewIntention(1_000_000 + at * 100));
  expect(taps.filter(Boolean)).toHaveLength(1);
  expect(isNewIntention(1_000_000 + 1900 + 500)).toBe(true);
});

it("does not swallow taps when the clock is set back", () => {
  isNewIntention(5_000_000);
  expect(isNewIntention(1_000)).toBe(true);
});

it("stores what is given; a change may empty a field", () => {
  expect(fieldsOf(values({ weight: "62,5" }))).toEqual({ kind: "working", load_mode: "external", weight: "62,5", unit: "kg", reps: 8 });
  expect(fieldsOf(values({ load_mode: "bodyweight", weight: "80" }), true)).toMatchObject({ weight: null, rir: null, note: "" });
});

it("names a set by its number among those of its kind", () => {
  const [warm, first, second] = [row({ kind: "warmup" }), row(), row()];
  const squat = lift({ rows: [warm, first, second] });
  expect(setName(squat, second, second.id)).toBe("Set 2");
  expect(setName(squat, values())).toBe("Set 3");
  expect(setName(squat, values({ kind: "warmup" }))).toBe("Warm-up 2");
});
