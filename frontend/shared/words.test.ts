import { afterEach, expect, test, vi } from "vitest";
import { forgetWords, inSentence } from "./words.ts";

afterEach(() => {
  vi.unstubAllGlobals();
  forgetWords();
});

test("English writes names small within a sentence, German as they are", () => {
  expect(inSentence("Barbell squat")).toBe("barbell squat");
  expect(inSentence("Single-leg Romanian deadlift")).toBe("single-leg Romanian deadlift");
  forgetWords();
  vi.stubGlobal("document", { getElementById: () => ({ textContent: '{"": "de"}' }) });
  expect(inSentence("Kniebeuge mit Langhantel")).toBe("Kniebeuge mit Langhantel");
});
