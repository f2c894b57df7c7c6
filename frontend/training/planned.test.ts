import { expect, it } from "vitest";
import type { ExerciseKit, Kit, KitLine } from "./device/index.ts";
import { kit as kitOf } from "./gym/testing.ts";
import { planned } from "./planned.ts";

const LINE: KitLine = {
  exercise: "walking-lunge", position: 0, superset: null, sets: 3, low: 20, high: 20, rep_style: "steps", rest_seconds: 90, target_rir: "2",
};

function shown(known: Partial<ExerciseKit> | null, line: Partial<KitLine> = {}): ReturnType<typeof planned> {
  const exercises: Record<string, ExerciseKit> = known ? { "walking-lunge": kitOf(known) } : {};
  return planned({ exercises } as Kit, { ...LINE, ...line });
}

const aim = (weight: string | null): ExerciseKit["target"] => ({ ...kitOf({}).target, weight, low: 20, high: 20 });

it("writes a weight of each hand twice, and what is counted", () => {
  const { load, sets, range, counted } = shown({ per_hand: true, target: aim("10") });
  expect(load).toEqual({ hands: true, text: "10", unit: "kg" });
  expect([sets, range, counted]).toEqual(["3", "20", "steps"]);
});

it("says body where the body is the load, and a dash where nothing is known yet", () => {
  expect(shown({ load_mode: "bodyweight", target: aim(null) }).load).toEqual({ hands: false, text: "body", unit: "" });
  expect(shown({ load_mode: "external", target: aim(null) }).load.text).toBe("–");
});

it("takes the aim of today before the range of the plan, and the plan where the exercise is not known", () => {
  expect(shown({ target: { ...aim("60"), low: 8, high: 10 } }, { low: 6, high: 12 }).range).toBe("8–10");
  expect(shown(null, { low: 8, high: 12, rep_style: "reps" })).toMatchObject({ name: "walking-lunge", range: "8–12", counted: "" });
});
