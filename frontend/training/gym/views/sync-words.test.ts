import { expect, it } from "vitest";
import type { Phase, SyncStatus } from "../../device/index.ts";
import { syncState } from "./sync-words.ts";

function text(phase: Phase, waits: number, attention = 0): string {
  const status: SyncStatus = { phase, waits };
  return syncState(status, attention).text;
}

it.each<[Phase, number, string]>([
  ["idle", 0, "saved"],
  ["sending", 1, "1 set waits"],
  ["waiting", 3, "3 sets wait"],
  ["offline", 0, "offline"],
  ["offline", 3, "offline, 3 sets wait"],
  ["signed-out", 3, "sign in: 3 sets wait"],
  ["other-account", 2, "signed in as somebody else"],
  ["guest", 0, "on this phone"],
])("%s with %s waiting says %s", (phase, waits, words) => {
  expect(text(phase, waits)).toBe(words);
});

it("puts what was refused before everything else", () => {
  expect(text("offline", 3, 1)).toBe("1 needs attention");
  expect(syncState({ phase: "idle", waits: 0 }, 2)).toMatchObject({ text: "2 need attention", sign: "alert" });
});

it("never says saved while something waits, or while nobody asked the server", () => {
  const phases: Phase[] = ["idle", "sending", "waiting", "offline", "signed-out", "other-account", "guest"];
  const saved = phases.filter((phase) => [0, 1].some((waits) => syncState({ phase, waits }, 0).sign === "saved" && (waits > 0 || phase === "guest" || phase === "offline")));
  expect(saved).toEqual([]);
});
