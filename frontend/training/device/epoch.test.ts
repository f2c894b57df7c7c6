/** The server was restored from a backup: what any device holds comes back. */

import { afterEach, beforeEach, expect, test } from "vitest";
import type { Device } from "./device.ts";
import { addSet, Browser, log, type Logged } from "./testing/browser.ts";
import { FakeServer } from "./testing/server.ts";

let server: FakeServer;
let phone: Browser;
let tablet: Browser;
let a: Device;
let b: Device;
let logged: Logged;
let restore: () => void;

/** Two devices that know of one set; then a backup. */
beforeEach(async () => {
  server = new FakeServer();
  phone = new Browser(server);
  tablet = new Browser(server);
  [a, b] = [await phone.open("anna", { idle: true }), await tablet.open("anna", { idle: true })];
  logged = await log(a);
  await a.sync();
  await b.sync();
  await pullNow(b);
  restore = server.account().backup();
});

afterEach(() => {
  phone.close();
  tablet.close();
});

async function pullNow(device: Device): Promise<void> {
  (device as unknown as { pusher: { stale: boolean } }).pusher.stale = true;
  await device.sync();
}

function reps(): unknown[] {
  return server.account().live().filter(({ kind }) => kind === "set").map(({ fields }) => fields["reps"]).sort();
}

test("what was acknowledged after the backup is sent again, once, and all devices agree", async () => {
  for (let n = 20; n < 30; n++) await addSet(a, logged.exercise, n);
  const later = await log(b, 99);
  await a.sync();
  await b.sync();
  await pullNow(a);
  restore();
  expect(reps()).toEqual([9]);
  await pullNow(a);
  expect(reps()).toEqual([20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 9, 99]);
  const rev = server.account().rev;
  await pullNow(b);
  // b's doubles of the same rows carry the same ids.
  expect(server.account().rev - rev).toBeLessThanOrEqual(3);
  expect(reps()).toHaveLength(12);
  for (const device of [a, b]) {
    await pullNow(device);
    expect((await device.workout(logged.workout))?.exercises[0]?.sets).toHaveLength(11);
    expect((await device.row(later.set))?.state).toBe("saved");
    expect(await device.getMeta("cursor")).toBe(server.account().rev);
    expect(await device.getMeta("dance")).toBeUndefined();
  }
});

test("only one device held it, and another one has come first", async () => {
  await addSet(a, logged.exercise, 41);
  await a.sync();
  // Only b has seen the last set of a, whose phone is lost; c has seen none of it, and is busy first.
  await pullNow(b);
  phone.close();
  restore();
  const late = new Browser(server);
  const c = await late.open("anna", { idle: true });
  await c.sync();
  for (let n = 50; n < 53; n++) await addSet(c, logged.exercise, n);
  await c.sync();
  await pullNow(b);
  expect(reps()).toEqual([41, 50, 51, 52, 9]);
  late.close();
});

test("the latest value comes back, not the first one that this device has sent", async () => {
  const set = await addSet(a, logged.exercise, 5);
  await a.sync();
  await pullNow(b);
  await b.write([{ op: "put", kind: "set", row: set, fields: { reps: 6 } }]);
  await b.sync();
  await pullNow(a);
  tablet.close();
  restore();
  await pullNow(a);
  expect(server.account().rows.get(set)?.fields["reps"]).toBe(6);
});

test("deletions and restorations come back as well", async () => {
  const other = await log(a);
  await a.sync();
  restore = server.account().backup();
  await a.write([{ op: "delete", kind: "set", row: logged.set }]);
  await a.write([{ op: "delete", kind: "workout", row: other.workout }]);
  await a.sync();
  const gone = server.account().backup();
  await a.write([{ op: "restore", kind: "workout", row: other.workout }]);
  await a.sync();
  restore();
  await pullNow(a);
  expect((await a.row(logged.set))?.deleted).toBe(true);
  expect((await a.workout(other.workout))?.exercises[0]?.sets).toHaveLength(1);
  gone();
  await pullNow(a);
  expect((await a.workout(other.workout))?.exercises[0]?.sets).toHaveLength(1);
});

test("another device's deletion and restoration come back, although that device is gone", async () => {
  const other = await log(a);
  const extra = await addSet(a, other.exercise, 3);
  await a.write([{ op: "delete", kind: "workout", row: other.workout }]);
  await a.sync();
  await pullNow(b);
  restore = server.account().backup();
  await b.write([{ op: "delete", kind: "set", row: logged.set }]);
  await b.write([{ op: "restore", kind: "workout", row: other.workout }]);
  await b.write([{ op: "delete", kind: "set", row: extra }]);
  await b.sync();
  await pullNow(a);
  tablet.close();
  restore();
  await pullNow(a);
  const live = server.account().live().map(({ row }) => row);
  expect(live).not.toContain(logged.set);
  expect(live).toContain(other.set);
  expect(live).not.toContain(extra);
});

test("what was unsent at the restore goes after what is sent again", async () => {
  const late = await log(a);
  await a.sync();
  phone.online = false;
  const unsent = await addSet(a, late.exercise, 77);
  await a.sync();
  restore();
  phone.online = true;
  server.pushes = [];
  await a.sync();
  expect(server.pushes.map(({ purpose }) => purpose)).toContain("archive");
  expect(server.pushes.at(-1)?.purpose).toBe("live");
  expect((await a.row(unsent))?.state).toBe("saved");
  expect(await a.attention()).toEqual([]);
});

test.each([0, 1, 2, 3, 4, 5, 6])("killed at request %i of the re-sending: goes on from there", async (at) => {
  for (let n = 20; n < 65; n++) await addSet(a, logged.exercise, n);
  await a.sync();
  restore();
  server.page = 20;
  server.faults = [...Array.from({ length: at }, () => () => undefined), () => Promise.reject(new TypeError("killed"))];
  await pullNow(a);
  a.close();
  a = await phone.open();
  await a.sync();
  await pullNow(a);
  expect(reps()).toHaveLength(46);
  expect((await a.workout(logged.workout))?.exercises[0]?.sets).toHaveLength(46);
  expect(await a.getMeta("dance")).toBeUndefined();
});

test("restored twice, the second time in the middle of the re-sending", async () => {
  for (let n = 20; n < 45; n++) await addSet(a, logged.exercise, n);
  await a.sync();
  restore();
  server.faults = [() => undefined, () => undefined, () => Promise.reject(new TypeError("killed"))];
  await pullNow(a);
  restore();
  await pullNow(a);
  await pullNow(a);
  expect(reps()).toHaveLength(26);
});

test("a row that the restored server refuses waits for the lifter, and is not lost", async () => {
  const orphan = await log(a);
  await a.sync();
  restore();
  const refuse = server.account();
  const apply = refuse.apply.bind(refuse);
  refuse.apply = (mutation, client, purpose) =>
    mutation.row === orphan.exercise
      ? { id: mutation.id, status: "rejected", rev: 0, problem: { code: "unknown-exercise", title: "", detail: "gone" } }
      : apply(mutation, client, purpose);
  await pullNow(a);
  const kept = (await a.attention()).map(({ mutation }) => mutation.row);
  expect(kept).toEqual([orphan.exercise, orphan.set]);
  expect(await a.row(orphan.set)).toMatchObject({ state: "attention", fields: { reps: 9 } });
});

test("the archive is purged by the server's clock, after 30 days", async () => {
  const db = await a.store.db();
  expect(await db.count("archive")).toBe(3);
  server.date += 29 * 86_400_000;
  await addSet(a, logged.exercise, 1);
  await a.sync();
  expect(await db.count("archive")).toBe(4);
  server.date += 2 * 86_400_000;
  await pullNow(a);
  expect(await db.count("archive")).toBe(1);
});
