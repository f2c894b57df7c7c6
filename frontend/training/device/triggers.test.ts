/** What makes the device send without being asked, and its last word when the page goes. */

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { sendWaiting } from "./background.ts";
import type { Device } from "./device.ts";
import { addSet, Browser, log, type Logged } from "./testing/browser.ts";
import { FakeServer } from "./testing/server.ts";

let server: FakeServer;
let browser: Browser;
let page: EventTarget;
let device: Device;
let logged: Logged;

beforeEach(async () => {
  page = new EventTarget();
  vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
  vi.stubGlobal("removeEventListener", page.removeEventListener.bind(page));
  const visible = Object.assign(new EventTarget(), { visibilityState: "visible" });
  vi.stubGlobal("document", visible);
  server = new FakeServer();
  browser = new Browser(server);
  device = await browser.open();
  logged = await log(device);
  await device.sync();
});

afterEach(() => {
  browser.close();
  vi.unstubAllGlobals();
});

/** A set that was logged without a network. */
async function unsent(): Promise<string> {
  browser.online = false;
  const row = await addSet(device, logged.exercise, 5);
  await vi.waitFor(() => expect(device.status()).toMatchObject({ phase: "offline", waits: 1 }));
  return row;
}

async function arrives(row: string): Promise<void> {
  await vi.waitFor(() => expect(server.account().rows.has(row)).toBe(true));
}

test.each(["online", "pageshow"])("%s", async (name) => {
  const row = await unsent();
  browser.online = true;
  page.dispatchEvent(new Event(name));
  await arrives(row);
});

test("the page is looked at again", async () => {
  const row = await unsent();
  browser.online = true;
  document.dispatchEvent(new Event("visibilitychange"));
  await arrives(row);
});

test("somebody signs in in another tab", async () => {
  server.signedIn = null;
  server.csrf = "after";
  const row = await addSet(device, logged.exercise, 5);
  await vi.waitFor(() => expect(device.status().phase).toBe("signed-out"));
  server.signedIn = "anna";
  page.dispatchEvent(Object.assign(new Event("storage"), { key: "legday.theme" }));
  expect(server.account().rows.has(row)).toBe(false);
  page.dispatchEvent(Object.assign(new Event("storage"), { key: "legday.account" }));
  await arrives(row);
});

test("without a network nothing is tried: edits stay one mutation", async () => {
  const row = await unsent();
  const requests = server.requests.length;
  for (let reps = 6; reps < 12; reps++) await device.write([{ op: "put", kind: "set", row, fields: { reps } }]);
  const outbox = await (await device.store.db()).getAll("outbox");
  expect(outbox.map(({ mutation, tried }) => [mutation.fields?.["reps"], tried])).toEqual([[11, false]]);
  expect(server.requests).toHaveLength(requests);
});

test("the page goes: what waits is handed over from memory, and an edit afterwards is another mutation", async () => {
  const row = await unsent();
  // The network is back, but nothing has told the page yet.
  browser.online = true;
  page.dispatchEvent(new Event("pagehide"));
  await arrives(row);
  const sent = server.pushes.at(-1)?.mutations[0];
  browser.online = false;
  await device.write([{ op: "put", kind: "set", row, fields: { reps: 6 } }]);
  const outbox = await (await device.store.db()).getAll("outbox");
  expect(outbox.map(({ mutation }) => mutation.id)[0]).toBe(sent?.id);
  expect(outbox).toHaveLength(2);
  browser.online = true;
  await device.sync();
  expect(server.account().rows.get(row)?.fields["reps"]).toBe(6);
  expect((await device.row(row))?.conflict).toBe(false);
  expect(server.account().live()).toHaveLength(4);
});

test("a closed device does nothing any more", async () => {
  const row = await unsent();
  device.close();
  browser.online = true;
  for (const name of ["online", "pageshow", "pagehide"]) page.dispatchEvent(new Event(name));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(server.account().rows.has(row)).toBe(false);
});

test("without a page: the service worker sends, and is called again while something waits", async () => {
  const row = await unsent();
  device.close();
  browser.enter();
  await expect(sendWaiting(browser.around)).rejects.toThrow();
  browser.online = true;
  server.faults = [() => undefined, () => undefined, () => server.problem(503, "busy")];
  await expect(sendWaiting(browser.around)).rejects.toThrow("1 sets wait");
  await sendWaiting(browser.around);
  await arrives(row);
  server.signedIn = "berta";
  await sendWaiting(browser.around);
  expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(["legday-anna"]);
});

test("the first set asks that the log is not evicted, once", async () => {
  const persist = vi.fn(async () => true);
  vi.stubGlobal("navigator", { storage: { persist, persisted: async () => false } });
  device = await browser.open("anna", { idle: true });
  await device.write([{ op: "put", kind: "workout", row: logged.workout, fields: { title: "Legs" } }]);
  expect(persist).not.toHaveBeenCalled();
  await addSet(device, logged.exercise, 1);
  await addSet(device, logged.exercise, 2);
  await vi.waitFor(() => expect(persist).toHaveBeenCalledTimes(1));
});
