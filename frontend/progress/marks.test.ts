import { describe, expect, it } from "vitest";
import { peakOf } from "./marks.ts";

describe("the highest value", () => {
  it("is named at its own point", () => {
    expect(peakOf({ peak: 1, y: [120, 129, 123] })).toBe(1);
  });
  it("is not named twice where it is the newest", () => {
    expect(peakOf({ peak: 2, y: [120, 123, 129] })).toBeUndefined();
  });
  it("is not named where the newest equals it", () => {
    expect(peakOf({ peak: 0, y: [129, 123, 129] })).toBeUndefined();
  });
  it("is not named where it is no achievement, as in body weight", () => {
    expect(peakOf({ y: [82, 80] })).toBeUndefined();
  });
});
