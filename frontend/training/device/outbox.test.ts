/** Writing: an intention is whole or not at all, and what may have been sent never changes. */

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Device } from "./device.ts";
import { NotSaved } from "./errors.ts";
import type { Unsent } from "./schema.ts";
import { addSet, Browser, log } from "./testing/browser.ts";
import { FakeServer } from "./testing/server.ts";
import type { Fields } from "./types.ts";
import { uuid7 } from "./uuid7.ts";

let server: FakeServer;
let browser: Browser;
let device: Device;

beforeEach(async () => {
  server = new FakeServer();
  browser = new Browser(server);
  browser.online = false;
  device = await browser.open("anna", { idle: true });
});

afterEach(() => {
  vi.restoreAllMocks();
  browser.close();
});

function whole(exercise: string, position: number): Fields {
  return { performed: exercise, position, weight: "62,5", reps: 9 };
}

async function outbox(): Promise<Unsent[]> {
  return (await device.store.db()).getAll("outbox");
}

test("a workout as it was written, with what the wire leaves out", async () => {
  const { workout, set } = await log(device);
  const view = await device.workout(workout);
  expect(view?.workout).toMatchObject({ state: "on-this-phone", conflict: false, rev: 0, deleted: false });
  expect(view?.exercises[0]?.sets[0]).toMatchObject({ id: set, fields: { weight: "62,5", reps: 9, kind: "working", rir: null } });
  expect(await device.waiting()).toBe(1);
  expect((await device.openWorkout())?.id).toBe(workout);
  await device.write([{ op: "put", kind: "workout", row: workout, fields: { finished_at: "2026-11-23T11:00:00Z" } }]);
  expect(await device.openWorkout()).toBeUndefined();
});

test("exercises and sets stand by position, then as they were made", async () => {
  const { workout, exercise } = await log(device);
  const first = await addSet(device, exercise, 1);
  const second = await addSet(device, exercise, 2);
  await device.write([{ op: "put", kind: "set", row: second, fields: { position: -1 } }]);
  const sets = (await device.workout(workout))?.exercises[0]?.sets.map(({ id }) => id);
  expect([sets?.[0], sets?.at(-1)]).toEqual([second, first]);
});

test("a new set is written where no live set stands, sent or unsent, moved or deleted", async () => {
  const { workout, exercise, set } = await log(device);
  const seen = async (): Promise<string[]> => (await device.workout(workout))?.exercises[0]?.sets.map(({ id }) => id) ?? [];
  const at = async (position: number): Promise<string | undefined> => {
    const id = uuid7();
    return (await device.writeSet(id, whole(exercise, position))) ? id : undefined;
  };
  await device.write([{ op: "put", kind: "set", row: set, fields: { position: 1 } }]);
  expect(await at(1)).toBeUndefined();
  browser.online = true;
  await device.sync();
  expect((await device.row(set))?.state).toBe("saved");
  expect(await at(1)).toBeUndefined();
  const second = await at(2);
  expect(await seen()).toEqual([set, second]);
  await device.write([{ op: "put", kind: "set", row: set, fields: { position: 7, reps: 3 } }]);
  expect(await at(7)).toBeUndefined();
  await device.write([{ op: "delete", kind: "set", row: set }]);
  const third = await at(7);
  expect(await seen()).toEqual([second, third]);
  expect(third && (await device.row(third))).toMatchObject({ fields: { weight: "62,5", reps: 9 }, state: "on-this-phone" });
});

test("of taps at once one takes the place", async () => {
  const { workout, exercise } = await log(device);
  const took = await Promise.all([2, 2, 2].map((position) => device.writeSet(uuid7(), whole(exercise, position))));
  expect(took.filter(Boolean)).toHaveLength(1);
  expect((await device.workout(workout))?.exercises[0]?.sets).toHaveLength(2);
});

test("edits of what was never tried become one mutation, under a new id", async () => {
  const { set } = await log(device);
  await device.sync();
  const fresh = await addSet(device, (await device.row(set))?.fields["performed"] as string, 5);
  const before = (await outbox()).at(-1);
  if (before) await (await device.store.db()).put("outbox", { ...before, tried: false });
  await device.write([{ op: "put", kind: "set", row: fresh, fields: { reps: 6, rir: 1 } }]);
  const after = (await outbox()).at(-1);
  expect(after?.seq).toBe(before?.seq);
  expect(after?.mutation.id).not.toBe(before?.mutation.id);
  expect(after?.mutation.fields).toMatchObject({ reps: 6, rir: 1, weight: "62,5" });
});

test("what may have been sent is never changed", async () => {
  browser.online = true;
  await device.sync();
  server.faults = [
    (_path, _body, go) => {
      go();
      return Promise.reject(new TypeError("answer lost"));
    },
  ];
  const row = uuid7();
  await device.write([{ op: "put", kind: "note", row, fields: { exercise: "back-squat", text: "pin 4" } }]);
  await vi.waitFor(() => expect(server.pushes).toHaveLength(1));
  browser.online = false;
  const [sent] = await outbox();
  await device.write([{ op: "put", kind: "note", row, fields: { text: "pin 5" } }]);
  const [first, second] = await outbox();
  expect(first?.mutation).toEqual(sent?.mutation);
  expect(second?.mutation.fields).toEqual({ text: "pin 5" });
  browser.online = true;
  await device.sync();
  expect(server.account().rows.get(row)?.fields["text"]).toBe("pin 5");
  expect((await device.notes()).get("back-squat")).toMatchObject({ state: "saved", conflict: false });
});

test("a delete and what comes after it keep their order", async () => {
  const { set } = await log(device);
  await device.write([{ op: "delete", kind: "set", row: set }]);
  await device.write([{ op: "put", kind: "set", row: set, fields: { reps: 4 } }]);
  expect((await outbox()).map(({ mutation }) => mutation.op)).toEqual(["put", "put", "put", "delete", "put"]);
  expect(await device.row(set)).toMatchObject({ deleted: true, fields: { reps: 4 } });
  await device.write([{ op: "restore", kind: "set", row: set }]);
  expect(await device.row(set)).toMatchObject({ deleted: false, fields: { reps: 4 } });
});

/** Let the database fail at the nth write of a transaction. */
async function failing(name: string, at: number, times = Infinity): Promise<() => number> {
  let [calls, thrown] = [0, 0];
  const db = await device.store.db();
  const real = IDBObjectStore.prototype.add;
  vi.spyOn(IDBObjectStore.prototype, "add").mockImplementation(function (this: IDBObjectStore, ...given) {
    if (this.transaction.db.name === db.name && calls++ >= at && thrown < times) {
      thrown++;
      throw new DOMException("injected", name);
    }
    return real.apply(this, given);
  });
  return () => thrown;
}

test.each([
  ["QuotaExceededError", "quota"],
  ["UnknownError", "aborted"],
])("%s in the middle of an intention: NOT SAVED, and nothing is written", async (name, reason) => {
  await failing(name, 1);
  const saved = log(device);
  await expect(saved).rejects.toBeInstanceOf(NotSaved);
  await expect(saved).rejects.toMatchObject({ reason });
  expect(await outbox()).toEqual([]);
  expect(await device.workouts()).toEqual([]);
  vi.restoreAllMocks();
  await log(device);
  expect(await device.workouts()).toHaveLength(1);
});

test("a full disk frees old rows first, and never what is unsent", async () => {
  browser.online = true;
  for (let n = 0; n < 40; n++) await log(device, n);
  await device.sync();
  browser.online = false;
  const { workout } = await log(device);
  const thrown = await failing("QuotaExceededError", 0, 1);
  const other = await log(device);
  expect(thrown()).toBe(1);
  expect((await device.workout(other.workout))?.exercises[0]?.sets).toHaveLength(1);
  expect((await device.workout(workout))?.exercises[0]?.sets).toHaveLength(1);
  expect(await device.workouts()).toHaveLength(32);
  expect(server.account().live()).toHaveLength(120);
});

test("no storage at all: NOT SAVED; it works again when there is", async () => {
  device.close();
  const open = vi.spyOn(browser.databases, "open").mockImplementation(() => {
    throw new DOMException("injected", "SecurityError");
  });
  await expect(browser.open()).rejects.toMatchObject({ name: "NotSaved", reason: "unavailable" });
  open.mockRestore();
  device = await browser.open();
  await log(device);
  expect(await device.waiting()).toBe(1);
});

test("the browser closes the database: opened anew with the next call, by another client if it was evicted", async () => {
  const client = await device.getMeta("client");
  browser.enter();
  await new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(device.store.name);
    request.onsuccess = resolve;
    request.onerror = reject;
  });
  await log(device);
  expect(await device.waiting()).toBe(1);
  expect(await device.getMeta("client")).not.toBe(client);
});

test("a newer page upgrades under this one, and this one goes on", async () => {
  await log(device);
  browser.enter();
  const newer = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(device.store.name, 2);
    request.onupgradeneeded = () => request.result.createObjectStore("photos");
    request.onsuccess = () => resolve(request.result);
    request.onerror = reject;
  });
  newer.close();
  await log(device);
  expect(await device.workouts()).toHaveLength(2);
});

test("entries of an older schema are sent as they are, and apart", async () => {
  const db = await device.store.db();
  const { workout } = await log(device);
  const old = (await outbox())[0];
  if (old) await db.put("outbox", { ...old, schema: 0 });
  await device.write([{ op: "put", kind: "workout", row: workout, fields: { title: "Legs" } }]);
  browser.online = true;
  await device.sync();
  expect(server.pushes.filter(({ mutations }) => mutations.length).map(({ schema, mutations }) => [schema, mutations.length])).toEqual([
    [0, 1],
    [1, 3],
  ]);
  expect(server.account().rows.get(workout)?.fields["title"]).toBe("Legs");
});
