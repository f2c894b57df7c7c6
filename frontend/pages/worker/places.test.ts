import { describe, expect, it } from "vitest";
import { isPublicAnswer, placeOf, shellOf } from "./places.ts";

const at = (path: string): string => placeOf(new URL(path, "https://legday.example"));

describe("placeOf", () => {
  it.each([
    ["/train/0199a0b0-0000-7000-8000-000000000001/", "gym"],
    ["/train/new/?routine=leg-day", "gym"],
    ["/train/new/?past=1", "other"],
    ["/train/0199a0b0-0000-7000-8000-000000000001/form/", "other"],
    ["/today/", "today"],
    ["/de/today/", "today"],
    ["/de/train/0199a0b0-0000-7000-8000-000000000001/", "gym"],
    ["/de/", "kept"],
    ["/de/exercises/barbell-squat/", "kept"],
    ["/", "kept"],
    ["/routines/leg-day/", "kept"],
    ["/exercises/barbell-squat/", "kept"],
    ["/exercises/?muscle=quadriceps", "other"],
    ["/faq/", "kept"],
    ["/workouts/", "other"],
    ["/settings/", "other"],
    ["/api/v1/sync", "server"],
    ["/admin/", "server"],
  ])("%s is %s", (path, place) => {
    expect(at(path)).toBe(place);
  });
});

describe("isPublicAnswer", () => {
  const answer = (caching: string, more: Partial<Response> = {}): Parameters<typeof isPublicAnswer>[0] => ({
    status: 200,
    type: "basic",
    redirected: false,
    headers: new Headers({ "Cache-Control": caching }),
    ...more,
  });

  it("keeps what the server says is for everybody", () => {
    expect(isPublicAnswer(answer("public, no-cache"))).toBe(true);
  });

  it.each([
    ["what is private", answer("no-store, private")],
    ["what says nothing", answer("")],
    ["an error", answer("public, no-cache", { status: 503 })],
    ["a page behind a redirect", answer("public, no-cache", { redirected: true })],
    ["another site's", answer("public, no-cache", { type: "opaque" })],
  ])("does not keep %s", (_, response) => {
    expect(isPublicAnswer(response)).toBe(false);
  });
});

it("a shell stands in for pages of its own language", () => {
  const shell = (path: string): string => shellOf("gym", new URL(path, "https://legday.example"));
  expect(shell("/train/new/")).toBe("/offline/train/");
  expect(shell("/de/train/new/")).toBe("/de/offline/train/");
});
