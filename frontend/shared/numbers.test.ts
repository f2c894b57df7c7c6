import { afterEach, expect, test, vi } from "vitest";
import { written } from "./numbers.ts";

function speaking(lang: string): void {
  vi.stubGlobal("document", { documentElement: { lang } });
}

afterEach(() => vi.unstubAllGlobals());

test("a number is written as the page's language does, digit by digit", () => {
  speaking("de");
  expect([written("82.5"), written("82.50"), written("82,5"), written("100"), written("")]).toEqual(["82,5", "82,50", "82,5", "100", ""]);
  speaking("en");
  expect([written("82.5"), written("82,5")]).toEqual(["82.5", "82,5"]);
});
