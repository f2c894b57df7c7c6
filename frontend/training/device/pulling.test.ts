/** What others have changed, and what it may never do to what is unsent here. */

import { afterEach, beforeEach, expect, test } from "vitest";
import type { Device } from "./device.ts";
import { addSet, Browser, log } from "./testing/browser.ts";
import { FakeServer } from "./testing/server.ts";

let server: FakeServer;
let phone: Browser;
let tablet: Browser;

beforeEach(() => {
  server = new FakeServer();
  phone = new Browser(server);
  tablet = new Browser(server);
});

afterEach(() => {
  phone.close();
  tablet.close();
});

async function both(): Promise<[Device, Device]> {
  const devices: [Device, Device] = [await phone.open("anna", { idle: true }), await tablet.open("anna", { idle: true })];
  for (const device of devices) await device.sync();
  return devices;
}

/** As after coming back to the page an hour later. */
async function pullNow(device: Device): Promise<void> {
  const pusher = (device as unknown as { pusher: { stale: boolean } }).pusher;
  pusher.stale = true;
  await device.sync();
}

test("a new device takes a snapshot, by pages", async () => {
  const a = await phone.open();
  const { workout, exercise } = await log(a);
  for (let n = 0; n < 9; n++) await addSet(a, exercise, n);
  await a.sync();
  server.page = 3;
  const b = await tablet.open();
  await b.sync();
  const view = await b.workout(workout);
  expect(view?.exercises[0]?.sets.map(({ fields }) => fields["reps"])).toEqual([9, 0, 1, 2, 3, 4, 5, 6, 7, 8]);
  expect(view?.exercises[0]?.sets[0]?.fields).toMatchObject({ rir: null, note: "", kind: "working" });
  expect(await b.getMeta("cursor")).toBe(server.account().rev);
});

test.each([1, 2, 3])("killed after page %i of a snapshot: goes on, and the cursor is never ahead of the rows", async (pages) => {
  const a = await phone.open();
  const { workout, exercise } = await log(a);
  for (let n = 0; n < 9; n++) await addSet(a, exercise, n);
  await a.sync();
  server.page = 3;
  const go = Array.from({ length: pages + 1 }, () => () => undefined);
  server.faults = [...go, () => Promise.reject(new TypeError("killed"))];
  const first = await tablet.open("anna", { idle: true });
  await first.sync();
  expect(await first.getMeta("cursor")).toBeUndefined();
  first.close();
  server.faults = [];
  // Meanwhile one more.
  await addSet(a, exercise, 50);
  await a.sync();
  const again = await tablet.open();
  await again.sync();
  expect((await again.workout(workout))?.exercises[0]?.sets).toHaveLength(11);
});

test("changes come page by page, none is missed", async () => {
  const [a, b] = await both();
  const { workout, exercise } = await log(a);
  for (let n = 0; n < 20; n++) await addSet(a, exercise, n);
  await a.sync();
  server.page = 2;
  // The push of one set brings two changes of 23 back; its own comes last, and does not blink meanwhile.
  const own = await log(b);
  await b.sync();
  expect((await b.workout(workout))?.exercises[0]?.sets).toHaveLength(21);
  expect((await b.row(own.set))?.state).toBe("saved");
  expect(await (await b.store.db()).getAll("outbox")).toEqual([]);
});

test("committed, but not pulled yet: the value stays to be seen, as saved", async () => {
  const [a, b] = await both();
  await log(a);
  await a.sync();
  server.page = 1;
  tablet.online = false;
  const own = await log(b);
  await b.sync();
  tablet.online = true;
  server.faults = [() => undefined, () => Promise.reject(new TypeError("gone again"))];
  await b.sync();
  expect(await b.row(own.set)).toMatchObject({ state: "saved", fields: { reps: 9 } });
  expect(await b.waiting()).toBe(0);
  await b.sync();
  expect(await b.row(own.set)).toMatchObject({ state: "saved", fields: { reps: 9 }, rev: 6 });
});

test("a pull never hides an unsent value", async () => {
  const [a, b] = await both();
  const { set } = await log(a);
  await a.sync();
  await b.sync();
  await pullNow(b);
  tablet.online = false;
  await b.write([{ op: "put", kind: "set", row: set, fields: { reps: 12 } }]);
  await b.sync();
  await a.write([{ op: "put", kind: "set", row: set, fields: { reps: 3, note: "felt light" } }]);
  await a.sync();
  tablet.online = true;
  // The push is lost, the pull is not.
  server.faults = [];
  const db = await b.store.db();
  const held = await db.getAll("outbox");
  await db.clear("outbox");
  await pullNow(b);
  for (const entry of held) await db.put("outbox", entry);
  expect(await b.row(set)).toMatchObject({ state: "on-this-phone", fields: { reps: 12, note: "felt light" } });
  await b.sync();
  await pullNow(a);
  expect(await a.row(set)).toMatchObject({ conflict: true, replaced: { reps: 3 }, fields: { reps: 12 } });
  expect(await b.row(set)).toMatchObject({ conflict: true, fields: { reps: 12 } });
  // Writing it again settles it.
  await a.write([{ op: "put", kind: "set", row: set, fields: { reps: 4 } }]);
  expect((await a.row(set))?.conflict).toBe(false);
});

test("deleted elsewhere: a tombstone; restored: back, with what the deletion took", async () => {
  const [a, b] = await both();
  const { workout, exercise, set } = await log(a);
  const extra = await addSet(a, exercise, 5);
  await a.write([{ op: "delete", kind: "set", row: extra }]);
  await a.sync();
  await pullNow(b);
  await b.write([{ op: "delete", kind: "workout", row: workout }]);
  expect((await b.workout(workout))?.workout.deleted).toBe(true);
  await b.sync();
  await pullNow(a);
  expect(await a.row(set)).toMatchObject({ deleted: true, rev: server.account().rows.get(set)?.rev });
  expect(await a.workouts()).toEqual([]);
  await a.write([{ op: "restore", kind: "workout", row: workout }]);
  // At once, before the server has said so.
  expect((await a.workout(workout))?.exercises[0]?.sets.map(({ id }) => id)).toEqual([set]);
  await a.sync();
  await pullNow(b);
  for (const device of [a, b]) expect((await device.workout(workout))?.exercises[0]?.sets.map(({ id }) => id)).toEqual([set]);
});

test("restored after a snapshot that did not have it", async () => {
  const [a] = await both();
  const { workout, set } = await log(a);
  await a.write([{ op: "delete", kind: "workout", row: workout }]);
  await a.sync();
  const late = new Browser(server);
  const c = await late.open("anna", { idle: true });
  await c.sync();
  expect(await c.row(set)).toBeUndefined();
  await a.write([{ op: "restore", kind: "workout", row: workout }]);
  await a.sync();
  await pullNow(c);
  expect((await c.workout(workout))?.exercises[0]?.sets).toHaveLength(1);
  late.close();
});

test("a phone that fetches the whole log shows a workout when all of it is here, the wanted one at once", async () => {
  const [a] = await both();
  const { workout } = await log(a);
  const { workout: other } = await log(a);
  await a.sync();
  server.page = 1;
  for (const wanted of [workout, undefined]) {
    const late = new Browser(server);
    const c = await late.open("anna", { idle: true });
    if (wanted !== undefined) c.want(wanted);
    const shown: (number | undefined)[] = [];
    const parts: (number | undefined)[] = [];
    const look = async (): Promise<void> => {
      if (!(await c.isFilling())) return;
      shown.push((await c.workout(workout))?.exercises[0]?.sets.length);
      parts.push((await c.workout(other))?.exercises[0]?.sets.length);
    };
    server.faults = Array.from({ length: 20 }, () => (_path: string, _body: unknown, go: () => Response) => look().then(go));
    await c.sync();
    server.faults = [];
    expect(shown.length).toBeGreaterThan(3);
    expect(new Set(shown)).toEqual(new Set([wanted === undefined ? undefined : 1]));
    expect(new Set(parts)).toEqual(new Set([undefined]));
    for (const id of [workout, other]) expect((await c.workout(id))?.exercises[0]?.sets).toHaveLength(1);
    expect(await c.isFilling()).toBe(false);
    late.close();
  }
});

test("a workout that was begun here is shown while the whole log comes", async () => {
  const [a] = await both();
  await log(a);
  await a.sync();
  server.page = 1;
  const late = new Browser(server);
  const c = await late.open("anna", { idle: true });
  const { workout } = await log(c);
  const shown: (number | undefined)[] = [];
  const look = async (): Promise<void> => {
    if (await c.isFilling()) shown.push((await c.workout(workout))?.exercises[0]?.sets.length);
  };
  server.faults = Array.from({ length: 20 }, () => (_path: string, _body: unknown, go: () => Response) => look().then(go));
  await c.sync();
  server.faults = [];
  expect(shown.length).toBeGreaterThan(3);
  expect(new Set(shown)).toEqual(new Set([1]));
  late.close();
});

test("a new day for a workout that was deleted before the snapshot makes no workout", async () => {
  const [a, b] = await both();
  const { workout } = await log(a);
  await a.sync();
  await pullNow(b);
  await a.write([{ op: "delete", kind: "workout", row: workout }]);
  await a.sync();
  const late = new Browser(server);
  const c = await late.open("anna", { idle: true });
  await c.sync();
  // It does not know yet that the workout is gone.
  await b.write([{ op: "put", kind: "workout", row: workout, fields: { day: "2026-07-01" } }]);
  await b.sync();
  await pullNow(c);
  expect(await c.workouts()).toEqual([]);
  late.close();
});

test("a set for a workout that was deleted elsewhere brings it back", async () => {
  const [a, b] = await both();
  const { workout, exercise, set } = await log(a);
  await a.sync();
  await pullNow(b);
  await b.write([{ op: "delete", kind: "workout", row: workout }]);
  await b.sync();
  await pullNow(a);
  const late = await addSet(a, exercise, 7);
  const own = await a.workout(workout);
  expect(own?.workout.deleted).toBe(false);
  expect(own?.exercises[0]?.sets.map(({ id }) => id)).toEqual([late]);
  await a.sync();
  await pullNow(b);
  expect((await b.workout(workout))?.exercises[0]?.sets.map(({ id }) => id)).toEqual([late]);
  expect((await b.row(set))?.deleted).toBe(true);
});

test("a cursor that the server does not know: everything anew", async () => {
  const [a, b] = await both();
  const { workout } = await log(a);
  await a.sync();
  await b.setMeta("cursor", 4711);
  await pullNow(b);
  expect((await b.workout(workout))?.exercises).toHaveLength(1);
  expect(await b.getMeta("cursor")).toBe(3);
});

test("the database was evicted while a request was out: the answer is not laid into the new one", async () => {
  const [a, b] = await both();
  const { workout } = await log(a);
  await a.sync();
  const client = await b.getMeta("client");
  server.faults = [
    async (_path, _body, go) => {
      const db = await b.store.db();
      for (const name of ["rows", "outbox", "archive", "attention", "meta"] as const) await db.clear(name);
      await db.put("meta", { name: "client", value: "another" });
      return go();
    },
  ];
  await pullNow(b);
  expect(await b.getMeta("cursor")).toBeUndefined();
  await b.sync();
  expect(await b.getMeta("client")).not.toBe(client);
  await pullNow(b);
  expect((await b.workout(workout))?.exercises).toHaveLength(1);
});
