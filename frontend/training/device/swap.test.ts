import { afterEach, beforeEach, expect, test } from "vitest";
import { Browser } from "./testing/browser.ts";
import { FakeServer } from "./testing/server.ts";

const SWAP = "/api/v1/train/routines/leg-day/swap";
const kit = { version: 1, account: "anna", day: "2026-11-24", lines: [], exercises: {}, routine: { slug: "my-leg-day", name: "Leg day", base: "leg-day" } };
const swap = { old: "barbell-squat", new: "goblet-squat" };

let server: FakeServer;
let browser: Browser;

beforeEach(() => {
  server = new FakeServer();
  browser = new Browser(server);
  server.kits.set(SWAP, kit);
});

afterEach(() => browser.close());

test("done with a token; the next session begins with hers, offline too, by either name", async () => {
  const device = await browser.open("anna", { idle: true });
  expect(await device.swapForGood("leg-day", swap)).toEqual({ kind: "done" });
  expect(server.requests).toEqual(["GET /api/v1/session", `POST ${SWAP}`]);
  browser.online = false;
  expect((await device.kit({ routine: "leg-day" }))?.routine?.slug).toBe("my-leg-day");
  expect((await device.kit({ routine: "my-leg-day" }))?.day).toBe("2026-11-24");
});

test("a stale token is renewed, once", async () => {
  const device = await browser.open("anna", { idle: true });
  server.faults = [() => undefined, () => server.problem(403, "csrf")];
  expect(await device.swapForGood("leg-day", swap)).toEqual({ kind: "done" });
  expect(server.requests.filter((each) => each.startsWith("POST"))).toHaveLength(2);
});

test("a refusal says why, and nothing is kept", async () => {
  const device = await browser.open("anna", { idle: true });
  server.faults = [() => undefined, () => server.problem(422, "already-in-routine")];
  expect(await device.swapForGood("leg-day", swap)).toMatchObject({ kind: "problem", problem: { code: "already-in-routine" } });
  browser.online = false;
  expect(await device.kit({ routine: "leg-day" })).toBeUndefined();
});

test("no signal, a portal, or no account: nobody answered", async () => {
  const device = await browser.open("anna", { idle: true });
  server.faults = [() => undefined, () => new Response("<h1>Welcome</h1>", { headers: { "Content-Type": "text/html" } })];
  expect(await device.swapForGood("leg-day", swap)).toEqual({ kind: "silence" });
  browser.online = false;
  expect(await device.swapForGood("leg-day", swap)).toEqual({ kind: "silence" });
  const guest = await browser.open("guest", { idle: true });
  expect(await guest.swapForGood("leg-day", swap)).toEqual({ kind: "silence" });
});

test("somebody else's kit is not kept", async () => {
  server.kits.set(SWAP, { ...kit, account: "berta" });
  const device = await browser.open("anna", { idle: true });
  await device.swapForGood("leg-day", swap);
  browser.online = false;
  expect(await device.kit({ routine: "leg-day" })).toBeUndefined();
});
