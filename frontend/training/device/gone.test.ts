/** An account that its owner has deleted on another device. */

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { accountsHere } from "../../shared/databases.ts";
import type { Device } from "./device.ts";
import { isGone } from "./link.ts";
import { addSet, Browser, log, type Logged } from "./testing/browser.ts";
import { FakeServer } from "./testing/server.ts";

let server: FakeServer;
let browser: Browser;
let device: Device;
let logged: Logged;

beforeEach(async () => {
  server = new FakeServer();
  browser = new Browser(server);
  device = await browser.open("anna", { idle: true });
  logged = await log(device);
  await device.sync();
});

afterEach(() => {
  browser.close();
  vi.unstubAllGlobals();
});

async function everything(): Promise<string[]> {
  browser.enter();
  return (await indexedDB.databases()).map(({ name }) => name ?? "");
}

function remembered(values: Record<string, string>): Map<string, string> {
  const kept = new Map(Object.entries(values));
  vi.stubGlobal("localStorage", { getItem: (key: string) => kept.get(key) ?? null, removeItem: (key: string) => kept.delete(key) });
  return kept;
}

test("nothing of it stays: rows, what was never sent, what is remembered; the tab is told when it is over", async () => {
  const kept = remembered({ "legday.account": "anna", "legday.member": "1", "legday.theme": "dark" });
  await addSet(device, logged.exercise, 5);
  const left = vi.fn();
  device.subscribe((what) => what.type === "left" && left());
  server.signedIn = null;
  server.gone.add("anna");
  await device.sync().catch(() => undefined);
  await vi.waitFor(() => expect(left).toHaveBeenCalledOnce());
  expect(await everything()).toEqual([]);
  expect([...kept.keys()]).toEqual(["legday.theme"]);
});

test("other tabs stand aside, and fetch nothing anew", async () => {
  const other = await browser.open("anna", { idle: true });
  const left = vi.fn();
  other.subscribe((what) => what.type === "left" && left());
  await addSet(device, logged.exercise, 5);
  server.signedIn = null;
  server.gone.add("anna");
  await device.sync().catch(() => undefined);
  await vi.waitFor(() => expect(left).toHaveBeenCalled());
  await vi.waitFor(async () => expect(await everything()).toEqual([]));
});

test("somebody else is signed in by now: her log stays, the deleted one goes", async () => {
  server.signedIn = "berta";
  await (await browser.open("berta", { idle: true })).sync();
  await addSet(device, logged.exercise, 5);
  server.gone.add("anna");
  await device.sync().catch(() => undefined);
  await vi.waitFor(async () => expect(await everything()).toEqual(["legday-berta"]));
});

test("deleted while a push was under way: the answer to it is enough", async () => {
  await addSet(device, logged.exercise, 5);
  server.faults.push((_, body) => (body ? server.problem(410, "account-gone") : undefined));
  await device.sync().catch(() => undefined);
  await vi.waitFor(async () => expect(await everything()).toEqual([]));
});

test.each([
  ["signed out", () => server.problem(401, "not-signed-in")],
  ["gone by another's word", () => server.problem(410, "something-else")],
  ["a portal's 410", () => new Response("<h1>Gone</h1>", { status: 410, headers: { "Content-Type": "text/html" } })],
  ["broken", () => server.problem(500, "account-gone")],
])("%s is not deleted: what waits stays", async (_, answer) => {
  await addSet(device, logged.exercise, 5);
  server.signedIn = null;
  server.faults.push((path) => (path.includes("?account=") ? answer() : undefined));
  server.faults.push((path) => (path.includes("?account=") ? answer() : undefined));
  expect((await device.sync()).phase).toBe("signed-out");
  expect(await device.waiting()).toBe(1);
  expect(await everything()).toEqual(["legday-anna"]);
});

test("without a signal nothing is asked, and nothing cleared", async () => {
  server.gone.add("anna");
  browser.online = false;
  expect(await isGone("anna", browser.around)).toBe(false);
  await device.sync();
  expect(await everything()).toEqual(["legday-anna"]);
});

test("which accounts this browser holds something of: kept queues too, the guest's log not", async () => {
  await browser.open("guest", { idle: true });
  await browser.open("berta", { idle: true });
  expect((await accountsHere()).sort()).toEqual(["anna", "berta"]);
});
