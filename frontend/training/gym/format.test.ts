import { afterEach, expect, it, vi } from "vitest";
import { clock, counted, inWords, load, plain, stepName } from "./format.ts";
import { range } from "../planned.ts";
import { values } from "./testing.ts";

afterEach(() => vi.unstubAllGlobals());

it.each([
  [0, "0:00"],
  [7, "0:07"],
  [112, "1:52"],
  [1450, "24:10"],
  [3723, "1:02:03"],
  [-12, "+0:12"],
])("%s seconds are %s", (seconds, text) => {
  expect(clock(seconds)).toBe(text);
});

it("writes ranges and numbers short", () => {
  expect([range(8, 10), range(20, 20)]).toEqual(["8–10", "20"]);
  expect(plain(0.1 + 0.2)).toBe("0.3");
});

it.each([
  ["en", ["+2.5", "−1.25", "+1000"]],
  ["de", ["+2,5", "−1,25", "+1000"]],
])("writes steps as %s does", (lang, said) => {
  vi.stubGlobal("document", { documentElement: { lang } });
  expect([stepName(2.5), stepName(-1.25), stepName(1000)]).toEqual(said);
});

it("names the load by its mode, without a bare minus sign", () => {
  expect(load(values())).toBe("80");
  expect(load(values({ weight: "62,5" }))).toBe("62,5");
  expect(load(values({ load_mode: "bodyweight", weight: null }))).toBe("body");
  expect(load(values({ load_mode: "bodyweight_plus", weight: "10" }))).toBe("body + 10");
  expect(load(values({ load_mode: "assisted", weight: "20" }))).toBe("help 20");
  expect(load(values({ weight: null }))).toBe("–");
});

it("counts reps, two sides and seconds", () => {
  expect(counted(values(), { style: "reps" })).toBe("8");
  expect(counted(values({ reps: null, left: 9, right: 8 }), { style: "per_side" })).toBe("9 / 8");
  expect(counted(values({ reps: null, seconds: 40 }), { style: "seconds" })).toBe("40 s");
  expect(counted(values({ reps: null }), { style: "reps" })).toBe("–");
});

it("says a set in words", () => {
  expect(inWords(values({ weight: "82.5", reps: 9 }), { style: "reps" })).toBe("82.5 kg × 9");
  expect(inWords(values({ load_mode: "bodyweight", weight: null, reps: 20 }), { style: "steps" })).toBe("body × 20");
});
