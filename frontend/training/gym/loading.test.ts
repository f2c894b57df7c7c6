import { describe, expect, it } from "vitest";
import type { Kit, Stock } from "../device/index.ts";
import { gridOf, numberOf, platesFor, stepsAround, totalOf } from "./loading.ts";
import { kit, lift, values } from "./testing.ts";

const stock: Stock = { bar: "20", unit: "kg", plates: [{ size: "25", unit: "kg", pairs: 1 }, { size: "5", unit: "kg", pairs: 1 }, { size: "1.25", unit: "kg", pairs: 1 }] };
const known = { grids: { g1: ["20", "22.5", "30"] }, stocks: { s1: stock } } as unknown as Kit;
const squat = lift({ kit: kit({ grid: "g1", stock: "s1" }) });

describe("steps", () => {
  const grid = gridOf(known, squat, "kg");

  it("go to the next weight that can be loaded", () => {
    expect(stepsAround(grid, "22.5", "kg")).toEqual({ down: "20", up: "30", downBy: -2.5, upBy: 7.5 });
    expect(stepsAround(grid, "23", "kg")).toMatchObject({ down: "22.5", up: "30" });
  });

  it("end where the weights end, and begin with the lightest", () => {
    expect(stepsAround(grid, "20", "kg").down).toBeUndefined();
    expect(stepsAround(grid, "30", "kg").up).toBeUndefined();
    expect(stepsAround(grid, null, "kg")).toEqual({ down: undefined, up: "20", downBy: 0, upBy: 20 });
  });

  it("keep the comma that was typed", () => {
    expect(stepsAround(grid, "20,0", "kg").up).toBe("22,5");
  });

  it("are the usual ones without a grid, or in another unit", () => {
    expect(gridOf(known, squat, "lb")).toBeUndefined();
    expect(stepsAround(undefined, "45", "lb")).toEqual({ down: "40", up: "50", downBy: -5, upBy: 5 });
    expect(stepsAround(undefined, "1", "kg")).toMatchObject({ down: "0", downBy: -1 });
    expect(stepsAround(undefined, "0", "kg").down).toBeUndefined();
  });
});

describe("plates", () => {
  it("hang for what is typed, comma or dot", () => {
    expect(platesFor(known, squat, values({ weight: "82,5" }))?.answer.exact?.perSide.map((plate) => plate.size)).toEqual(["25", "5", "1.25"]);
  });

  it("offer the nearest ones", () => {
    const answer = platesFor(known, squat, values({ weight: "84" }))?.answer;
    expect(answer?.exact).toBeNull();
    expect(answer?.below && totalOf(answer.below, "kg")).toBe("82.5");
    expect(answer?.above).toBeNull();
  });

  it("hang on nothing where there is no bar, no number or no weight", () => {
    expect(platesFor(known, lift(), values())).toBeUndefined();
    expect(platesFor(known, squat, values({ weight: "abc" }))).toBeUndefined();
    expect(platesFor(known, squat, values({ load_mode: "bodyweight", weight: null }))).toBeUndefined();
  });
});

it("reads a typed weight", () => {
  expect([numberOf("62,5"), numberOf(" 62.5 "), numberOf("-3"), numberOf("")]).toEqual([62.5, 62.5, undefined, undefined]);
});
