import { afterEach, expect, test, vi } from "vitest";
import { bare, here, language, prefixOf } from "./languages.ts";

afterEach(() => vi.unstubAllGlobals());

test("a prefix is a whole part of the path", () => {
  expect(prefixOf("/de/train/new/")).toBe("/de");
  expect(prefixOf("/device/")).toBe("");
  expect(bare("/de/today/")).toBe("/today/");
  expect(bare("/today/")).toBe("/today/");
});

test("links stay in the page's language", () => {
  expect(here("/today/")).toBe("/today/");
  vi.stubGlobal("document", { documentElement: { lang: "de" } });
  expect(language()).toBe("de");
  expect(here("/today/")).toBe("/de/today/");
  vi.stubGlobal("document", { documentElement: { lang: "tlh" } });
  expect(here("/today/")).toBe("/today/");
});
