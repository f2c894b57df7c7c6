import { expect, it } from "vitest";
import { asText } from "./export.ts";
import type { Session } from "./model.ts";
import { lift, row } from "./testing.ts";

it("writes the workout as one would on paper, with what was refused", () => {
  const rows = [row({ kind: "warmup", weight: "40", reps: 5 }), row({ weight: "62,5", reps: 9, rir: "2", note: "slow" })];
  const session = { day: "2026-11-23", title: "Leg day", lifts: [lift({ rows, note: "Belt." })] } as Session;
  const problem = { code: "invalid", title: "Not taken.", detail: "", status: 422 };
  const refused = { id: "m", problem, mutation: { id: "m", op: "put" as const, kind: "set" as const, row: "r", base: 0, fields: { reps: 9 } } };
  expect(asText(session, [refused])).toBe(
    ["2026-11-23 Leg day", "", "Barbell squat", "  Warm-up: 40 kg × 5", "  Working: 62,5 kg × 9, RIR 2, slow", "  Belt.", "", 'Not taken. {"op":"put","kind":"set","row":"r","reps":9}'].join("\n"),
  );
  expect(asText(undefined, [])).toBe("");
});
