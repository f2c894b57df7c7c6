/** A guest's log and signing up. */

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { adopt, dropGuestLog, guestHas, guestLog } from "./adopt.ts";
import { startRest } from "./rest.ts";
import { addSet, Browser, log, type Logged } from "./testing/browser.ts";
import { FakeServer } from "./testing/server.ts";

let server: FakeServer;
let browser: Browser;
let logged: Logged;

beforeEach(async () => {
  server = new FakeServer();
  browser = new Browser(server);
  const guest = await browser.open("guest");
  logged = await log(guest);
  await addSet(guest, logged.exercise, 5);
  await startRest(guest, 90);
  expect(guest.status()).toMatchObject({ phase: "guest" });
  expect(server.requests).toEqual([]);
  guest.close();
});

afterEach(() => {
  vi.restoreAllMocks();
  browser.close();
});

test("a guest has a log and no server; signing up takes all of it along, once", async () => {
  expect(await guestLog()).toMatchObject({ workouts: 1, sets: 2, newest: "2026-11-23", open: logged.workout, promised: undefined });
  // The second edit has joined the first: workout, exercise, two sets.
  expect(await adopt("anna", browser.around)).toBe(4);
  const device = await browser.open();
  await device.sync();
  expect(server.account().live()).toHaveLength(4);
  expect(new Set(server.pushes.filter(({ mutations }) => mutations.length).map(({ purpose }) => purpose))).toEqual(new Set(["adoption"]));
  expect((await device.workout(logged.workout))?.exercises[0]?.sets).toHaveLength(2);
  expect(await device.getMeta("timer")).toMatchObject({ seconds: 90 });
  expect(await guestLog()).toMatchObject({ workouts: 0, sets: 0 });
  expect(await adopt("anna", browser.around)).toBe(0);
  await device.sync();
  expect(server.account().rev).toBe(4);
});

test("edits after the adoption go live, in order", async () => {
  browser.online = false;
  await adopt("anna", browser.around);
  const device = await browser.open("anna", { idle: true });
  await device.write([{ op: "put", kind: "set", row: logged.set, fields: { reps: 1 } }]);
  await device.sync();
  browser.online = true;
  await device.sync();
  expect(server.account().rows.get(logged.set)?.fields["reps"]).toBe(1);
  expect(server.pushes.at(-1)?.purpose).toBe("live");
});

/** The browser dies with the nth transaction that begins. */
function dyingAt(at: number): void {
  let begun = 0;
  const real = IDBDatabase.prototype.transaction;
  vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementation(function (this: IDBDatabase, ...given) {
    // The one that creates the database is the browser's own.
    if ((given[1] as string) !== "versionchange" && begun++ >= at) throw new DOMException("killed", "AbortError");
    return real.apply(this, given);
  });
}

test.each(Array.from({ length: 12 }, (_, n) => n))("killed at transaction %i of the adoption: called again, all of it, once", async (at) => {
  dyingAt(at);
  await adopt("anna", browser.around).catch(() => undefined);
  vi.restoreAllMocks();
  await adopt("anna", browser.around);
  const device = await browser.open();
  await device.sync();
  expect(server.account().live()).toHaveLength(4);
  expect(server.account().rev).toBe(4);
  expect(await guestLog()).toMatchObject({ workouts: 0, sets: 0 });
});

test.each(Array.from({ length: 12 }, (_, n) => n))("promised to one account and killed at %i: never another's", async (at) => {
  dyingAt(at);
  await adopt("anna", browser.around).catch(() => undefined);
  vi.restoreAllMocks();
  server.signedIn = "berta";
  await adopt("berta", browser.around);
  const device = await browser.open("berta");
  await device.sync();
  server.signedIn = "anna";
  const hers = await browser.open("anna");
  await hers.sync();
  const counts = [server.account("anna").live().length, server.account("berta").live().length];
  // Killed before anything was promised, berta's call is the first.
  expect(counts).toEqual(at < 3 ? (counts[0] === 4 ? [4, 0] : [0, 4]) : [4, 0]);
});

test("what was deleted is not counted, but comes along", async () => {
  const guest = await browser.open("guest");
  await guest.write([{ op: "delete", kind: "workout", row: logged.workout }]);
  expect(await guestLog()).toMatchObject({ workouts: 0, sets: 0, newest: undefined, open: undefined });
  await adopt("anna", browser.around);
  const device = await browser.open();
  await device.sync();
  expect(server.account().live()).toHaveLength(0);
  expect(server.account().rows.size).toBe(4);
});

test("a tab of the guest's closes, and what it wrote in the last moment comes along too", async () => {
  const guest = await browser.open("guest");
  const left = vi.fn();
  guest.subscribe((what) => what.type === "left" && left());
  const moving = adopt("anna", browser.around);
  await addSet(guest, logged.exercise, 7);
  await moving;
  await vi.waitFor(() => expect(left).toHaveBeenCalled());
  expect(await guestLog()).toMatchObject({ sets: 0, promised: undefined });
  const device = await browser.open();
  expect((await device.workout(logged.workout))?.exercises[0]?.sets).toHaveLength(3);
});

test("the guest's kit comes along where the account has none", async () => {
  const guest = await browser.open("guest");
  await guest.setMeta("kit:legs", "the guest's");
  await guest.setMeta("kit:arms", "the guest's");
  const before = await browser.open("anna", { idle: true });
  await before.setMeta("kit:arms", "hers");
  await adopt("anna", browser.around);
  expect([await before.getMeta("kit:legs"), await before.getMeta("kit:arms")]).toEqual(["the guest's", "hers"]);
});

test("dropped, nothing is left of it", async () => {
  expect(await guestHas(logged.workout)).toBe(true);
  await dropGuestLog(browser.around);
  browser.enter();
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain("legday-guest");
  expect(await guestHas(logged.workout)).toBe(false);
});
