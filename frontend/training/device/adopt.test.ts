/** A guest's log and signing up. */

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { adopt, guestLog } from "./adopt.ts";
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
