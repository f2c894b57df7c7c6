/** Refusals of a whole push, each obeyed without losing anything. */

import { afterEach, beforeEach, expect, test } from "vitest";
import type { Device } from "./device.ts";
import { addSet, Browser, log } from "./testing/browser.ts";
import { FakeServer, type Fault } from "./testing/server.ts";

let server: FakeServer;
let browser: Browser;
let device: Device;
let set: string;

/** A device that has a set to send, and knows its session. */
beforeEach(async () => {
  server = new FakeServer();
  browser = new Browser(server);
  device = await browser.open("anna", { idle: true });
  await device.sync();
  browser.online = false;
  ({ set } = await log(device));
  await device.sync();
  browser.online = true;
  server.requests = [];
});

afterEach(() => browser.close());

async function state(): Promise<string | undefined> {
  return (await device.row(set))?.state;
}

const pushesOnly =
  (fault: Fault): Fault =>
  (path, body, go) =>
    body ? fault(path, body, go) : undefined;

test("signed out: the queue waits, is not emptied, and goes on when somebody signs in", async () => {
  server.signedIn = null;
  expect(await device.sync()).toMatchObject({ phase: "signed-out", waits: 1, problem: { status: 401 } });
  const another = await addSet(device, (await device.row(set))?.fields["performed"] as string);
  expect(await device.sync()).toMatchObject({ phase: "signed-out", waits: 2 });
  expect(server.account().rows.size).toBe(0);
  server.signedIn = "anna";
  expect(await device.sync()).toMatchObject({ phase: "idle", waits: 0 });
  expect((await device.row(another))?.state).toBe("saved");
});

test("a stale token is renewed with one more request", async () => {
  server.csrf = "token-2";
  await device.sync();
  expect(await state()).toBe("saved");
  expect(server.requests.map((line) => line.split("?")[0])).toEqual([
    "POST /api/v1/sync",
    "GET /api/v1/session",
    "POST /api/v1/sync",
  ]);
});

test("a token that stays wrong is not tried for ever", async () => {
  server.faults = Array.from({ length: 9 }, () => pushesOnly(() => server.problem(403, "csrf")));
  expect(await device.sync()).toMatchObject({ phase: "waiting", problem: { code: "csrf" } });
  expect(server.pushes.filter(({ mutations }) => mutations.length > 0)).toHaveLength(2);
  expect(await state()).toBe("on-this-phone");
});

test("another account is signed in: nothing is sent to it, nothing of it is shown", async () => {
  server.signedIn = "berta";
  expect(await device.sync()).toMatchObject({ phase: "other-account", waits: 1 });
  expect(server.account("berta").rows.size).toBe(0);
  expect(await device.workouts()).toHaveLength(1);
  await device.sync();
  expect(server.account("berta").rows.size).toBe(0);
  server.signedIn = "anna";
  await device.sync();
  expect(await state()).toBe("saved");
});

test("too much at once: less at a time", async () => {
  const { exercise } = await log(device);
  browser.online = false;
  for (let n = 0; n < 30; n++) await addSet(device, exercise, n);
  await device.sync();
  browser.online = true;
  const most: Fault = (_path, body) => (body && body.mutations.length > 3 ? server.problem(413, "too-large") : undefined);
  server.faults = Array.from({ length: 60 }, () => most);
  await device.sync();
  expect(await device.waiting()).toBe(0);
});

test("one mutation that is too large alone is put aside, the others go on", async () => {
  const [huge] = [set];
  const tooLarge: Fault = (_path, body) =>
    body?.mutations.some(({ row }) => row === huge) ? server.problem(413, "too-large") : undefined;
  server.faults = Array.from({ length: 60 }, () => tooLarge);
  const other = await log(device);
  await device.sync();
  expect((await device.row(other.set))?.state).toBe("saved");
  expect(await state()).toBe("attention");
  expect((await device.attention())[0]).toMatchObject({ mutation: { row: huge }, problem: { code: "too-large" } });
});

test("a server that minds how this page talks puts no mutation aside", async () => {
  server.faults = Array.from({ length: 60 }, () => pushesOnly(() => server.problem(422, "bad-shape")));
  expect(await device.sync()).toMatchObject({ phase: "waiting", problem: { code: "bad-shape" } });
  expect(await device.attention()).toEqual([]);
  server.faults = [];
  await device.sync();
  expect(await state()).toBe("saved");
});

test.each([
  [429, "too-many-requests"],
  [503, "busy"],
])("%i %s: left alone as long as it asks", async (status, code) => {
  server.faults = [pushesOnly(() => server.problem(status, code, {}, { "Retry-After": "30" }))];
  expect(await device.sync()).toMatchObject({ phase: "waiting", problem: { code, retryAfter: 30 } });
  const before = server.requests.length;
  device.send();
  await addSet(device, (await device.row(set))?.fields["performed"] as string);
  await device.sync();
  expect(server.requests).toHaveLength(before);
  expect(device.status()).toMatchObject({ phase: "waiting", waits: 2 });
});

test("the day's limit: what still fits goes, the rest waits", async () => {
  server.faults = [
    pushesOnly(() => server.problem(429, "daily-limit", { left: 2 }, { "Retry-After": "3600" })),
    pushesOnly((_path, body, go) => (body?.mutations.length === 2 ? go() : server.problem(500, "wrong"))),
    pushesOnly(() => server.problem(429, "daily-limit", { left: 0 }, { "Retry-After": "3600" })),
  ];
  expect(await device.sync()).toMatchObject({ phase: "waiting", waits: 1, problem: { code: "daily-limit" } });
  expect(server.account().rows.size).toBe(2);
  expect(await state()).toBe("on-this-phone");
});
