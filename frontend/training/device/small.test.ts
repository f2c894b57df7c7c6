/** Ids, the rest timer, the pace, the last word, words. */

import { afterEach, expect, test, vi } from "vitest";
import { fill, forgetWords, gettext, ngettext } from "../../shared/words.ts";
import { flush } from "./flush.ts";
import { derivedId } from "./derived.ts";
import { Pace } from "./pace.ts";
import { clock, nudgeRest, remaining, restOf, skipRest, startRest, type RestKeeper } from "./rest.ts";
import type { Unsent } from "./schema.ts";
import type { Surroundings } from "./surroundings.ts";
import { uuid7 } from "./uuid7.ts";

afterEach(() => vi.unstubAllGlobals());

test("ids sort in the order in which they were made, within a millisecond and with a clock set back", () => {
  const ids = Array.from({ length: 9_000 }, (_, n) => uuid7(1_700_000_000_000 - n * 7));
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids.slice(0, 50)) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test.each([0, -1, Number.NaN, 8.64e15, 253_402_300_800_000])("a clock at %d makes an id all the same", (now) => {
  expect(uuid7(now)).toMatch(/^[0-9a-f-]{36}$/);
});

test("derived ids are the same on every device", async () => {
  expect(await derivedId("e", "r", 3, "put")).toBe(await derivedId("e", "r", 3, "put"));
  expect(await derivedId("e", "r", 3, "put")).not.toBe(await derivedId("e", "r", 3, "restore"));
  expect(await derivedId("e", "r", 3, "put")).toBe("cbd41717-a263-86c4-8ec9-9f026fba9e29");
});

function keeper(): RestKeeper {
  const kept = new Map<string, unknown>();
  return {
    getMeta: async <T>(name: string) => kept.get(name) as T | undefined,
    setMeta: async (name, value) => void kept.set(name, value),
  };
}

test("the timer knows when it ends, whoever looks and whenever", async () => {
  const device = keeper();
  await startRest(device, 90, "set-1", 1_000_000);
  const rest = await restOf(device);
  if (!rest) throw new Error("no timer");
  expect(remaining(rest, 1_030_000)).toBe(60);
  expect(remaining(rest, 1_100_000)).toBe(-10);
  const longer = await nudgeRest(device, 15, 1_030_000);
  expect(longer && remaining(longer, 1_030_000)).toBe(75);
  const shorter = await nudgeRest(device, -15, 1_030_000);
  expect(shorter && remaining(shorter, 1_030_000)).toBe(60);
  const again = await nudgeRest(device, 15, 1_200_000);
  expect(again && remaining(again, 1_200_000)).toBe(15);
  await skipRest(device);
  expect(await restOf(device)).toBeUndefined();
  expect(await nudgeRest(device, 15)).toBeUndefined();
});

test("a clock that was set back never makes a rest longer than it was set", async () => {
  const rest = await startRest(keeper(), 90, undefined, 1_000_000);
  expect(remaining(rest, -300_000_000_000)).toBe(90);
});

test.each([
  [95, "1:35"],
  [59.2, "1:00"],
  [0, "0:00"],
  [-0.4, "0:00"],
  [-7.9, "+0:07"],
  [-75, "+1:15"],
])("%d s is shown as %s", (seconds, text) => {
  expect(clock(seconds)).toBe(text);
});

test("retries come later and later, at most after 5 minutes, and not as one", () => {
  const pace = new Pace();
  const bounds = Array.from({ length: 12 }, () => pace.next(1));
  expect(bounds.slice(0, 3)).toEqual([2_000, 4_000, 8_000]);
  expect(bounds.at(-1)).toBe(300_000);
  expect(new Pace().next(0)).toBe(1_000);
  pace.succeeded();
  expect(pace.next(1)).toBe(2_000);
});

test("the last word: at most 60 KiB, kept alive, of what is in memory", () => {
  const sent: RequestInit[] = [];
  const around = { fetch: (_path: string, init: RequestInit) => (sent.push(init), Promise.reject(new Error("gone"))) } as unknown as Surroundings;
  const unsent = Array.from({ length: 90 }, (_, seq): Unsent => ({
    seq,
    schema: 1,
    purpose: "live",
    tried: false,
    mutation: { id: uuid7(), op: "put", kind: "note", row: uuid7(), base: 0, fields: { text: "ä".repeat(900) } },
  }));
  const gone = flush(around, { account: "a", client: "c", epoch: "e", csrf: "t" }, unsent);
  expect(gone.length).toBeGreaterThan(20);
  expect(gone.length).toBeLessThan(90);
  expect(sent[0]).toMatchObject({ keepalive: true, method: "POST", redirect: "error" });
  expect(new TextEncoder().encode(String(sent[0]?.body)).length).toBeLessThanOrEqual(60 * 1024);
  expect(flush(around, { account: "a", client: "c", epoch: "e", csrf: "t" }, [])).toEqual([]);
});

test("words: English without a catalogue, with one what it says", () => {
  expect(gettext("Done")).toBe("Done");
  expect(fill(ngettext("%(n)s set waits", "%(n)s sets wait", 3), { n: 3 })).toBe("3 sets wait");
  expect(fill(gettext("%(constructor)s %(a)s"), { a: 1 })).toBe("%(constructor)s 1");
  const catalogue = { "": "pl", Done: "Gotowe", set: ["seria", "serie", "serii", "serii"] };
  vi.stubGlobal("document", { getElementById: () => ({ textContent: JSON.stringify(catalogue) }) });
  forgetWords();
  expect(gettext("Done")).toBe("Gotowe");
  expect([1, 3, 5].map((n) => ngettext("set", "sets", n))).toEqual(["seria", "serie", "serii"]);
  expect(gettext("constructor")).toBe("constructor");
  forgetWords();
});
