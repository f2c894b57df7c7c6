import { describe, expect, it } from "vitest";
import { footOf } from "./marks.ts";

/** A line of heights, 10 px apart; its newest value's words reach 25 px back. Canvas heights grow downwards. */
function foot(...ys: number[]): number {
  const at = ys.map((y, i) => ({ x: 10 * i, y }));
  return footOf(at, 10 * (ys.length - 1) - 25, ys.at(-1) ?? 0, 200, 1);
}

describe("the newest value's words", () => {
  it("stand above their point where the line comes from below", () => {
    expect(foot(100, 90, 80, 70, 60)).toBe(51);
  });
  it("stand below it where the line comes from above", () => {
    expect(foot(20, 30, 40, 50, 60)).toBe(86);
  });
  it("stand above all that they would cover where it comes from both sides", () => {
    expect(foot(100, 40, 110, 40, 60)).toBe(31);
  });
  it("do not leave the chart below", () => {
    expect(foot(150, 160, 170, 180, 190)).toBe(151);
  });
  it("stand above a point that is alone", () => {
    expect(foot(60)).toBe(51);
  });
});
