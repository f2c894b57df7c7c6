/** Signing out with something unsent. */

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { sendWaiting } from "./background.ts";
import type { Device } from "./device.ts";
import { openDevice } from "./index.ts";
import { eraseAll, holds, leave, unsentOf, unsentOfOthers, unsentSets } from "./leave.ts";
import { addSet, Browser, log, type Logged } from "./testing/browser.ts";
import { FakeServer } from "./testing/server.ts";

let server: FakeServer;
let browser: Browser;
let device: Device;
let logged: Logged;

/** One set saved, three unsent. */
beforeEach(async () => {
  server = new FakeServer();
  browser = new Browser(server);
  device = await browser.open("anna", { idle: true });
  logged = await log(device);
  await device.sync();
  browser.online = false;
  for (let n = 1; n <= 3; n++) await addSet(device, logged.exercise, n);
  await device.setMeta("kit:legs", { kit: {}, at: 0 });
  await device.sync();
});

afterEach(() => browser.close());

async function everything(): Promise<string[]> {
  browser.enter();
  return (await indexedDB.databases()).map(({ name }) => name ?? "");
}

test("keep: the three stay, closed, and nothing else; they are sent at the next sign-in", async () => {
  expect(await unsentSets("anna")).toBe(3);
  expect(await leave("keep", "anna", browser.around)).toBe(3);
  const again = await browser.open("anna", { idle: true });
  const db = await again.store.db();
  expect([await db.count("rows"), await db.count("archive"), await db.count("outbox")]).toEqual([0, 0, 3]);
  expect((await db.getAllKeys("meta")).sort()).toEqual(["client", "epoch", "left"]);
  browser.online = true;
  await again.sync();
  expect((await again.workout(logged.workout))?.exercises[0]?.sets).toHaveLength(4);
  expect(server.account().live()).toHaveLength(6);
});

test("send: all of it goes first, then nothing is left here", async () => {
  browser.online = true;
  expect(await leave("send", "anna", browser.around)).toBe(0);
  expect(server.account().live()).toHaveLength(6);
  expect(await everything()).toEqual([]);
});

test("send without a network: nothing is cleared, and the lifter is asked again", async () => {
  expect(await leave("send", "anna", browser.around)).toBe(3);
  expect(await unsentSets("anna")).toBe(3);
});

test("delete: nothing is left", async () => {
  expect(await leave("delete", "anna", browser.around)).toBe(0);
  expect(await everything()).toEqual([]);
  expect(server.account().live()).toHaveLength(3);
});

test("nothing unsent: nothing is kept", async () => {
  browser.online = true;
  await device.sync();
  expect(await leave("keep", "anna", browser.around)).toBe(0);
  expect(await everything()).toEqual([]);
});

test("other tabs stand aside, and fetch nothing anew", async () => {
  const other = await browser.open("anna", { idle: true });
  const left = vi.fn();
  other.subscribe((what) => what.type === "left" && left());
  browser.online = true;
  await leave("delete", "anna", browser.around);
  await vi.waitFor(() => expect(left).toHaveBeenCalled());
  await expect(other.workouts()).rejects.toMatchObject({ name: "NotSaved" });
  expect(await everything()).toEqual([]);
});

test("another person's queue is another database", async () => {
  await leave("keep", "anna", browser.around);
  browser.online = true;
  server.signedIn = "berta";
  const hers = await browser.open("berta");
  await hers.sync();
  expect(await hers.workouts()).toEqual([]);
  expect(server.account("berta").rows.size).toBe(0);
  expect(await unsentSets("anna")).toBe(3);
});

test("a device that changes hands keeps nothing of anybody, in the caches neither", async () => {
  const kept = new Set(["legday-precache-v1", "pages", "legday-images"]);
  vi.stubGlobal("caches", { keys: async () => [...kept], delete: async (name: string) => kept.delete(name) });
  const hers = await browser.open("berta", { idle: true });
  await log(hers);
  await eraseAll();
  expect(await everything()).toEqual([]);
  expect([...kept]).toEqual(["legday-precache-v1"]);
  vi.unstubAllGlobals();
});

test("what waits is counted by owner: hers, and that of others without a word on whose", async () => {
  expect(await unsentOf("anna")).toEqual({ changes: 3, sets: 3 });
  expect(await unsentOfOthers("anna")).toEqual({ changes: 0, sets: 0 });
  await (await browser.open("guest")).write([{ op: "put", kind: "workout", row: "w", fields: { day: "2026-11-23" } }]);
  expect(await unsentOfOthers("berta")).toEqual({ changes: 3, sets: 3 });
  expect([await holds("anna"), await holds("nobody")]).toEqual([true, false]);
});

test("signed out without a signal, the worker does not bring her log back while the session still lives", async () => {
  await leave("keep", "anna", browser.around);
  browser.online = true;
  await sendWaiting(browser.around);
  expect(server.account().live()).toHaveLength(3);
  const again = await browser.open("anna", { idle: true });
  expect(await (await again.store.db()).count("rows")).toBe(0);
  expect(await again.getMeta("left")).toBe(true);
  const owner = await openDevice("anna");
  expect(await owner.getMeta("left")).toBeUndefined();
  owner.close();
  await sendWaiting(browser.around);
  expect(server.account().live()).toHaveLength(6);
});
