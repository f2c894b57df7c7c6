import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addSet, Browser, log } from "./testing/browser.ts";
import { FakeServer } from "./testing/server.ts";
import { uuid7 } from "./uuid7.ts";

let server: FakeServer;
let browser: Browser;

beforeEach(() => {
  server = new FakeServer();
  browser = new Browser(server);
});

afterEach(() => browser.close());

test("what is logged is on the server, and the row says so", async () => {
  const device = await browser.open();
  const { set, workout } = await log(device);
  expect((await device.row(set))?.state).toBe("on-this-phone");
  const status = await device.sync();
  expect(status).toMatchObject({ phase: "idle", waits: 0 });
  expect((await device.row(set))?.state).toBe("saved");
  expect((await device.row(set))?.rev).toBeGreaterThan(0);
  expect((await device.workout(workout))?.exercises[0]?.sets).toHaveLength(1);
  expect(server.account().rows.get(set)?.fields).toMatchObject({ weight: "62,5", reps: 9 });
  expect(await (await device.store.db()).getAll("outbox")).toEqual([]);
  expect(await (await device.store.db()).getAll("archive")).toHaveLength(3);
});

const NON_ANSWERS: [string, () => Response | Promise<Response>][] = [
  ["no network", () => Promise.reject(new TypeError("Failed to fetch"))],
  ["captive portal", () => new Response("<html>Sign in to the gym's wifi</html>", { headers: { "Content-Type": "text/html" } })],
  ["portal that says JSON", () => new Response("{}", { headers: { "Content-Type": "application/json" } })],
  ["truncated JSON", () => new Response('{"epoch": "e1", "rev": 3, "resul', { headers: { "Content-Type": "application/json" } })],
  ["gzip garbage", () => new Response(new Uint8Array([31, 139, 8, 0, 255, 254]), { headers: { "Content-Type": "application/json" } })],
  ["a page of a proxy", () => new Response("Bad gateway", { status: 502 })],
  ["an array", () => new Response("[]", { headers: { "Content-Type": "application/json" } })],
  ["verdicts on something else", () => server.json({ epoch: server.account().epoch, rev: 0, results: [], changes: [], cursor: 0, more: false })],
];

test.each(NON_ANSWERS)("%s is no answer: nothing counts as sent, and all of it is sent again, once", async (_name, response) => {
  const device = await browser.open("anna", { idle: true });
  await device.sync();
  browser.online = false;
  const { set } = await log(device);
  await device.sync();
  browser.online = true;
  server.faults = [() => response() as Response];
  expect(await device.sync()).toMatchObject({ phase: "offline", waits: 1 });
  expect(server.faults).toEqual([]);
  expect(await device.row(set)).toMatchObject({ state: "on-this-phone", fields: { reps: 9 } });
  expect(await (await device.store.db()).getAll("outbox")).toHaveLength(3);
  await device.sync();
  expect((await device.row(set))?.state).toBe("saved");
  expect(server.account().rows.size).toBe(3);
});

test("a server that never names what was sent is left alone like one that does not answer", async () => {
  const device = await browser.open("anna", { idle: true });
  await device.sync();
  browser.online = false;
  await log(device);
  await device.sync();
  browser.online = true;
  const empty = (): Response => server.json({ epoch: server.account().epoch, rev: 0, results: [], changes: [], cursor: 0, more: false });
  server.faults = Array.from({ length: 50 }, () => empty);
  expect(await device.sync()).toMatchObject({ phase: "offline", waits: 1 });
  expect(server.faults).toHaveLength(49);
});

test("the answer is lost after the server applied it: repeated, once", async () => {
  const device = await browser.open("anna", { idle: true });
  await device.sync();
  server.faults = [
    (_path, _body, go) => {
      go();
      return Promise.reject(new TypeError("cut"));
    },
  ];
  const { set } = await log(device);
  await device.sync();
  await device.sync();
  expect((await device.row(set))?.state).toBe("saved");
  expect(server.account().rev).toBe(3);
});

test("a crash between answer and transaction: sent again, once", async () => {
  const device = await browser.open("anna", { idle: true });
  await device.sync();
  await log(device);
  const db = await device.store.db();
  const real = db.transaction.bind(db);
  // The page dies with the answer in hand: the transaction that would keep it never begins.
  db.transaction = ((stores: string[], ...rest: []) => {
    if (stores.includes("archive")) throw new Error("killed");
    return real(stores as never, ...rest);
  }) as typeof db.transaction;
  await device.sync();
  expect(await db.getAll("outbox")).toHaveLength(3);
  device.close();
  const reopened = await browser.open();
  await reopened.sync();
  expect(server.account().rows.size).toBe(3);
  expect(server.account().rev).toBe(3);
  expect(await (await reopened.store.db()).getAll("outbox")).toEqual([]);
});

test("at most one request at a time, of two tabs as well", async () => {
  const [first, second] = [await browser.open(), await browser.open()];
  const { exercise } = await log(first);
  await Promise.all(Array.from({ length: 20 }, (_, n) => addSet(n % 2 ? first : second, exercise, n)));
  await Promise.all([first.sync(), second.sync()]);
  expect(server.busiest).toBe(1);
  expect(server.account().live()).toHaveLength(2 + 21);
});

test("another tab sees it", async () => {
  const [first, second] = [await browser.open(), await browser.open()];
  const heard = vi.fn();
  second.subscribe((what) => what.type === "rows" && heard());
  const { workout } = await log(first);
  await vi.waitFor(() => expect(heard).toHaveBeenCalled());
  expect((await second.workout(workout))?.workout.id).toBe(workout);
});

test("a refused mutation does not stop the others, and waits for the lifter", async () => {
  const device = await browser.open();
  const { exercise, set } = await log(device);
  const bad = await addSet(device, exercise, -1);
  const good = await addSet(device, exercise, 5);
  await device.sync();
  expect((await device.row(set))?.state).toBe("saved");
  expect((await device.row(good))?.state).toBe("saved");
  expect(await device.row(bad)).toMatchObject({ state: "attention", problem: { code: "invalid" }, fields: { reps: -1 } });
  expect(await device.attention()).toHaveLength(1);
});

test("twenty at first, more when it goes well, half after a failure", async () => {
  const device = await browser.open("anna", { idle: true });
  await device.sync();
  browser.online = false;
  const { exercise } = await log(device);
  for (let n = 0; n < 150; n++) await addSet(device, exercise, n % 30);
  await device.sync();
  browser.online = true;
  server.pushes = [];
  await device.sync();
  const sizes = server.pushes.map(({ mutations }) => mutations.length);
  expect(sizes.reduce((a, b) => a + b)).toBe(153);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(100);
  expect(sizes[1]).toBe((sizes[0] ?? 0) * 2);
});

test("what was refused is mended by writing it again, with what was refused only because of it", async () => {
  const device = await browser.open();
  const { workout } = await log(device);
  const [exercise, set, other] = [uuid7(), uuid7(), uuid7()];
  await device.write([
    { op: "put", kind: "exercise", row: exercise, fields: { workout, exercise: "leg-press", reps: -1 } },
    { op: "put", kind: "set", row: set, fields: { performed: exercise, weight: "90", reps: 8 } },
    { op: "put", kind: "set", row: other, fields: { performed: exercise, weight: "90", reps: 7 } },
  ]);
  await device.sync();
  expect((await device.attention()).map(({ problem }) => problem.code)).toEqual(["invalid", "unknown-parent", "unknown-parent"]);
  await device.write([
    { op: "put", kind: "exercise", row: exercise, fields: { reps: 1 } },
    { op: "put", kind: "exercise", row: exercise, fields: { note: "seat 4" } },
    { op: "put", kind: "set", row: set, fields: { reps: 9 } },
  ]);
  await device.sync();
  expect(await device.attention()).toEqual([]);
  expect(server.account().rows.get(exercise)?.fields).toMatchObject({ reps: 1, note: "seat 4" });
  expect([set, other].map((row) => server.account().rows.get(row)?.fields["reps"])).toEqual([9, 7]);
  expect((await device.workout(workout))?.exercises[1]?.sets.map(({ state }) => state)).toEqual(["saved", "saved"]);
});

test("a refused set is dropped by deleting it, mended from the box, or dropped there", async () => {
  const device = await browser.open();
  const { exercise } = await log(device);
  const [first, second, third] = [await addSet(device, exercise, -1), await addSet(device, exercise, -1), await addSet(device, exercise, -1)];
  await device.sync();
  await device.write([{ op: "delete", kind: "set", row: first }]);
  const [mended, dropped] = await device.attention();
  await device.mendAttention(mended?.id ?? "", { reps: 3 });
  await device.dropAttention(dropped?.id ?? "");
  await device.sync();
  expect(await device.attention()).toEqual([]);
  expect([first, second, third].map((row) => server.account().rows.get(row)?.fields["reps"])).toEqual([undefined, 3, undefined]);
  expect(await device.row(third)).toBeUndefined();
});
