import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Browser } from "./testing/browser.ts";
import { FakeServer } from "./testing/server.ts";

const kit = (account: string | null, day: string): object => ({ version: 1, account, day, lines: [], exercises: {} });
const MINE = "/api/v1/train/kit/mine?routine=leg-day";

let server: FakeServer;
let browser: Browser;

beforeEach(() => {
  server = new FakeServer();
  browser = new Browser(server);
});

afterEach(() => browser.close());

test("fetched and kept; the kept one offline", async () => {
  server.kits.set(MINE, kit("anna", "2026-11-23"));
  const device = await browser.open();
  expect((await device.kit({ routine: "leg-day" }))?.day).toBe("2026-11-23");
  browser.online = false;
  expect((await device.kit({ routine: "leg-day" }))?.day).toBe("2026-11-23");
});

test("for a workout that the server does not know: the newest kept one", async () => {
  server.kits.set(MINE, kit("anna", "2026-11-23"));
  const device = await browser.open();
  await device.kit({ routine: "leg-day" });
  expect((await device.kit({ workout: "0199" }))?.day).toBe("2026-11-23");
});

test("somebody else's kit is not for this screen", async () => {
  server.kits.set(MINE, kit("berta", "2026-11-23"));
  const device = await browser.open();
  expect(await device.kit({ routine: "leg-day" })).toBeUndefined();
});

test("a guest has everybody's", async () => {
  server.kits.set("/api/v1/train/kit", kit(null, "2026-11-23"));
  const device = await browser.open("guest");
  expect((await device.kit({ routine: "leg-day" }))?.account).toBeNull();
});

test("a few kits are kept, the newest", async () => {
  const device = await browser.open("anna", { idle: true });
  for (let n = 0; n < 12; n++) {
    server.kits.set(`/api/v1/train/workouts/${n}/kit`, kit("anna", `2026-11-${n + 10}`));
    await device.kit({ workout: String(n) });
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  const names = (await (await device.store.db()).getAllKeys("meta")).filter((name) => name.startsWith("kit:"));
  expect(names.sort()).toEqual([10, 11, 6, 7, 8, 9].map((n) => `kit:workout:${n}`));
});

test("a slow network does not hold the kept one back; the fresh one is told of when it comes", async () => {
  server.kits.set(MINE, kit("anna", "2026-11-23"));
  const device = await browser.open("anna", { idle: true });
  await device.kit({ routine: "leg-day" });
  server.kits.set(MINE, kit("anna", "2026-11-25"));
  const slow = vi.fn();
  device.subscribe((what) => what.type === "meta" && slow(what.name));
  server.faults = [(_path, _body, go) => new Promise((resolve) => setTimeout(() => resolve(go()), 2_300))];
  expect((await device.kit({ routine: "leg-day" }))?.day).toBe("2026-11-23");
  await vi.waitFor(() => expect(slow).toHaveBeenCalledWith("kit:leg-day"), 3_000);
  browser.online = false;
  expect((await device.kit({ routine: "leg-day" }))?.day).toBe("2026-11-25");
});
