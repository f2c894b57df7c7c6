/**
 * The device against the real server: `tests/training/test_device.py` starts one and names it in the environment.
 * LEGDAY_ORIGIN, LEGDAY_ACCOUNT, LEGDAY_COOKIE (a signed-in session), LEGDAY_CONTROL (a command: backup | restore).
 */

import { execSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Device } from "../device.ts";
import { PARENTS_FIRST } from "../shapes.ts";
import { uuid7 } from "../uuid7.ts";
import { Browser, type Reach } from "./browser.ts";

const { LEGDAY_ORIGIN: origin, LEGDAY_ACCOUNT: account = "", LEGDAY_COOKIE: cookie = "", LEGDAY_CONTROL: control = "" } = process.env;

/** A browser's fetch: an origin and cookies. Node brings neither. */
class RealServer implements Reach {
  private readonly jar = new Map<string, string>();

  constructor(signedIn: boolean) {
    const [name = "", value = ""] = signedIn ? cookie.split("=") : [];
    if (name) this.jar.set(name, value);
  }

  fetch = async (path: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set("Cookie", [...this.jar].map((pair) => pair.join("=")).join("; "));
    headers.set("Origin", origin ?? "");
    const response = await fetch(`${origin}${path}`, { ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [name = "", value = ""] = (line.split(";")[0] ?? "").trim().split("=");
      this.jar.set(name, value);
    }
    return response;
  };
}

const SQUAT = { sets: 4, low: 8, high: 10, rep_style: "reps", rest_seconds: 180, target_rir: "2" };

describe.runIf(origin)("against the real server", () => {
  const phone = new Browser(new RealServer(true));
  const tablet = new Browser(new RealServer(true));
  const [workout, exercise, first, second] = [uuid7(), uuid7(), uuid7(), uuid7()];
  let a: Device;
  let b: Device;

  beforeAll(async () => {
    a = await phone.open(account, { idle: true });
    b = await tablet.open(account, { idle: true });
  });

  afterAll(() => {
    phone.close();
    tablet.close();
  });

  async function pull(device: Device): Promise<void> {
    (device as unknown as { pusher: { stale: boolean } }).pusher.stale = true;
    expect(await device.sync()).toMatchObject({ phase: "idle", waits: 0 });
  }

  /** All live rows that a device shows, without where they come from. */
  async function shown(device: Device): Promise<unknown[]> {
    const rows = (await (await device.store.db()).getAll("rows")).filter(({ deleted }) => !deleted);
    const order = (kind: string): number => PARENTS_FIRST.findIndex((each) => each === kind);
    rows.sort((x, y) => order(x.kind) - order(y.kind) || (x.row < y.row ? -1 : 1));
    return rows.map(({ row, kind, parent, fields }) => ({ row, kind, parent, fields }));
  }

  async function agree(): Promise<void> {
    for (const device of [a, b, a]) await pull(device);
    expect(await shown(a)).toEqual(await shown(b));
    expect(await a.getMeta("cursor")).toBe(await b.getMeta("cursor"));
  }

  test("the kits", async () => {
    const mine = await a.kit({ routine: "leg-day" });
    expect(mine?.account).toBe(account);
    expect(mine?.lines.length).toBeGreaterThan(3);
    for (const { exercise: slug } of mine?.lines ?? []) expect(mine?.exercises[slug]?.target).toBeDefined();
    const guest = new Browser(new RealServer(false));
    const nobody = await guest.open("guest");
    expect((await nobody.kit({ routine: "leg-day" }))?.lines).toHaveLength(mine?.lines.length ?? 0);
    guest.close();
  });

  test("a workout goes up and comes down on another device as it was", async () => {
    await a.write([
      { op: "put", kind: "workout", row: workout, fields: { day: "2026-11-23", zone: "Europe/Lisbon", started_at: new Date().toISOString(), utc_offset: 0, routine: "leg-day", title: "Leg day" } },
      { op: "put", kind: "exercise", row: exercise, fields: { workout, exercise: "barbell-squat", position: 1, prescribed: true, superset: null, ...SQUAT } },
    ]);
    await a.write([{ op: "put", kind: "set", row: first, fields: { performed: exercise, weight: "62,5", unit: "kg", reps: 9, rir: "2", position: 1 } }]);
    await a.write([{ op: "put", kind: "set", row: second, fields: { performed: exercise, weight: "65", reps: 8, rir: 1.5, position: 2, note: "ß" } }]);
    await a.write([{ op: "put", kind: "note", row: uuid7(), fields: { exercise: "barbell-squat", text: "pin 4" } }]);
    expect(await a.sync()).toMatchObject({ phase: "idle", waits: 0 });
    expect(await a.attention()).toEqual([]);
    await agree();
    const [one, two] = (await b.workout(workout))?.exercises[0]?.sets ?? [];
    expect(one?.fields).toMatchObject({ weight: "62,5", reps: 9, kind: "working" });
    expect(two?.fields).toMatchObject({ weight: "65", rir: "1.5", note: "ß" });
    expect((await b.notes()).get("barbell-squat")?.fields["text"]).toBe("pin 4");
    expect((await a.kit({ workout }))?.lines[0]?.exercise).toBe("barbell-squat");
  });

  test("what the server refuses waits, and is mended", async () => {
    const bad = uuid7();
    await a.write([{ op: "put", kind: "set", row: bad, fields: { performed: exercise, weight: "60", reps: 1000 } }]);
    await a.sync();
    expect(await a.row(bad)).toMatchObject({ state: "attention", problem: { code: "invalid", errors: { reps: ["Reps run from 0 to 999."] } } });
    await a.write([{ op: "put", kind: "set", row: bad, fields: { reps: 10 } }]);
    await a.sync();
    expect(await a.row(bad)).toMatchObject({ state: "saved", fields: { reps: 10, weight: "60" } });
    expect(await a.attention()).toEqual([]);
    await agree();
  });

  test("queued edits of one row are no conflict; another device's are", async () => {
    await b.write([{ op: "put", kind: "set", row: first, fields: { reps: 7 } }]);
    await b.sync();
    phone.online = false;
    await a.write([{ op: "put", kind: "set", row: second, fields: { reps: 1 } }]);
    await a.sync();
    await a.write([{ op: "put", kind: "set", row: second, fields: { reps: 2 } }]);
    await a.write([{ op: "put", kind: "set", row: first, fields: { reps: 5 } }]);
    phone.online = true;
    await a.sync();
    expect(await a.row(second)).toMatchObject({ conflict: false, fields: { reps: 2 } });
    expect(await a.row(first)).toMatchObject({ conflict: true, fields: { reps: 5 }, replaced: { reps: 7 } });
    await agree();
    expect(await b.row(first)).toMatchObject({ conflict: true, fields: { reps: 5 }, replaced: { reps: 7 } });
  });

  test("deleted, restored, revived", async () => {
    await b.write([{ op: "delete", kind: "set", row: second }]);
    await b.write([{ op: "delete", kind: "workout", row: workout }]);
    await agree();
    expect((await a.workout(workout))?.workout.deleted).toBe(true);
    await a.write([{ op: "restore", kind: "workout", row: workout }]);
    const atOnce = (await a.workout(workout))?.exercises[0]?.sets.map(({ id }) => id);
    await agree();
    expect((await a.workout(workout))?.exercises[0]?.sets.map(({ id }) => id)).toEqual(atOnce);
    expect(atOnce).toContain(first);
    expect(atOnce).not.toContain(second);
    const late = new Browser(new RealServer(true));
    await b.write([{ op: "delete", kind: "workout", row: workout }]);
    await b.sync();
    const c = await late.open(account, { idle: true });
    await c.sync();
    expect(await c.workout(workout)).toBeUndefined();
    await b.write([{ op: "restore", kind: "workout", row: workout }]);
    await agree();
    await pull(c);
    expect(await shown(c)).toEqual(await shown(a));
    late.close();
  });

  test("many pages: 700 sets on a new device, and after a cursor", async () => {
    phone.online = false;
    for (let n = 0; n < 700; n++) {
      await a.write([{ op: "put", kind: "set", row: uuid7(), fields: { performed: exercise, weight: String(n / 4), reps: n % 40, position: n } }]);
    }
    await a.sync();
    phone.online = true;
    await a.sync();
    expect(await a.waiting()).toBe(0);
    await agree();
    const late = new Browser(new RealServer(true));
    const c = await late.open(account);
    await pull(c);
    expect(await shown(c)).toEqual(await shown(a));
    late.close();
  }, 120_000);

  test.runIf(control)("the server is restored from a backup: all that is held comes back", async () => {
    execSync(`${control} backup`);
    const extra = uuid7();
    await a.write([{ op: "put", kind: "set", row: extra, fields: { performed: exercise, weight: "70", reps: 3 } }]);
    await b.write([{ op: "put", kind: "set", row: first, fields: { reps: 4 } }]);
    await b.write([{ op: "delete", kind: "set", row: second }]);
    const other = uuid7();
    await b.write([{ op: "put", kind: "workout", row: other, fields: { day: "2026-11-22", title: "lost?" } }]);
    await agree();
    const before = await shown(a);
    execSync(`${control} restore`);
    await agree();
    expect(await shown(a)).toEqual(before);
    expect(await a.attention()).toEqual([]);
    expect((await a.row(first))?.fields["reps"]).toBe(4);
  }, 60_000);

  test("signed out, the queue waits", async () => {
    const nobody = new Browser(new RealServer(false));
    const device = await nobody.open(account, { idle: true });
    await device.write([{ op: "put", kind: "workout", row: uuid7(), fields: { day: "2026-11-23" } }]);
    expect(await device.sync()).toMatchObject({ phase: "signed-out" });
    expect(await (await device.store.db()).count("outbox")).toBe(1);
    nobody.close();
  });
});
