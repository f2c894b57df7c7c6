/** Random histories of two devices and a server that is restored now and then. Each seed is one history. */

import { expect } from "vitest";
import type { Device } from "../device.ts";
import { uuid7 } from "../uuid7.ts";
import { Browser } from "./browser.ts";
import { FakeServer, type Fault } from "./server.ts";

/** mulberry32: the same numbers for the same seed. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor(((mixed ^ (mixed >>> 14)) >>> 0) % below);
  };
}

interface Seat {
  browser: Browser;
  device: Device;
  /** Sets whose write has resolved here, since the last eviction. */
  saved: Set<string>;
}

export class Machine {
  readonly server = new FakeServer();
  readonly counts: Record<string, number> = {};
  private readonly pick: (below: number) => number;
  private seats: Seat[] = [];
  private exercises: string[] = [];
  private sets: string[] = [];
  private workouts: string[] = [];
  private restore: (() => void) | undefined;

  constructor(seed: number) {
    this.pick = chance(seed);
  }

  async run(steps: number): Promise<void> {
    for (let n = 0; n < 2; n++) this.seats.push(await this.seat());
    for (let step = 0; step < steps; step++) await this.step();
    await this.settle();
    for (const { browser } of this.seats) browser.close();
  }

  private async seat(): Promise<Seat> {
    const browser = new Browser(this.server);
    return { browser, device: await browser.open("anna", { idle: true }), saved: new Set() };
  }

  private one<T>(of: readonly T[]): T | undefined {
    return of[this.pick(of.length || 1)];
  }

  private async step(): Promise<void> {
    const rules: [string, number, (seat: Seat) => Promise<void>][] = [
      ["workout", 2, (seat) => this.workout(seat)],
      ["set", 6, (seat) => this.set(seat, this.pick(30))],
      ["poison", 1, (seat) => this.set(seat, -1)],
      ["edit", 5, (seat) => this.edit(seat)],
      ["delete", 2, (seat) => this.bury(seat)],
      ["undelete", 2, (seat) => this.unbury(seat)],
      ["sync", 8, (seat) => this.sync(seat)],
      ["faulty", 6, (seat) => this.faulty(seat)],
      ["reopen", 1, (seat) => this.reopen(seat)],
      ["evict", 1, (seat) => this.evict(seat)],
      ["backup", 1, async () => void (this.restore = this.server.account().backup())],
      ["putback", 1, async () => this.restore?.()],
      ["pages", 1, async () => void (this.server.page = 1 + this.pick(9))],
    ];
    let at = this.pick(rules.reduce((sum, [, weight]) => sum + weight, 0));
    const [name, , act] = rules.find(([, weight]) => (at -= weight) < 0) ?? rules[0] ?? [];
    const seat = this.one(this.seats);
    if (!name || !act || !seat) return;
    this.counts[name] = (this.counts[name] ?? 0) + 1;
    await act(seat);
  }

  private async workout({ device }: Seat): Promise<void> {
    const [workout, exercise] = [uuid7(), uuid7()];
    this.workouts.push(workout);
    this.exercises.push(exercise);
    await device.write([
      { op: "put", kind: "workout", row: workout, fields: { day: "2026-11-23" } },
      { op: "put", kind: "exercise", row: exercise, fields: { workout, exercise: "back-squat" } },
    ]);
  }

  /** Only under what the device shows: nobody can tap on anything else. */
  private async set({ device, saved }: Seat, reps: number): Promise<void> {
    const performed = this.one(this.exercises);
    if (!performed || !(await device.row(performed))) return;
    const row = uuid7();
    this.sets.push(row);
    await device.write([{ op: "put", kind: "set", row, fields: { performed, reps } }]);
    saved.add(row);
  }

  private async edit({ device }: Seat): Promise<void> {
    const row = this.one(this.sets);
    if (!row || !(await device.row(row))) return;
    const reps = this.pick(30);
    await device.write([{ op: "put", kind: "set", row, fields: { reps } }]);
    expect((await device.row(row))?.fields["reps"]).toBe(reps);
  }

  private async bury({ device }: Seat): Promise<void> {
    const [kind, row] = this.pick(3) ? (["set", this.one(this.sets)] as const) : (["workout", this.one(this.workouts)] as const);
    if (!row || !(await device.row(row))) return;
    await device.write([{ op: "delete", kind, row }]);
    const after = await device.row(row);
    expect(after?.deleted ?? true).toBe(true);
    // Deleting what the server has refused drops it: that was the lifter's word.
    if (!after) for (const { saved } of this.seats) saved.delete(row);
  }

  private async unbury({ device }: Seat): Promise<void> {
    const row = this.one(this.workouts);
    if (!row || !(await device.row(row))?.deleted) return;
    await device.write([{ op: "restore", kind: "workout", row }]);
    expect((await device.row(row))?.deleted).toBe(false);
  }

  /** What is unsent is on the screen before and after, whatever comes. */
  private async sync({ device }: Seat): Promise<void> {
    (device as unknown as { pusher: { stale: boolean } }).pusher.stale = true;
    await device.sync();
  }

  private async faulty(seat: Seat): Promise<void> {
    const faults: Fault[] = [
      () => Promise.reject(new TypeError("lost")),
      (_path, _body, go) => (go(), Promise.reject(new TypeError("answer lost"))),
      () => new Response("<html>portal</html>", { headers: { "Content-Type": "text/html" } }),
      (_path, _body, go) => (go(), new Response('{"epoch": "', { headers: { "Content-Type": "application/json" } })),
      (_path, _body, go) => (go(), go()),
      () => this.server.problem(503, "busy"),
      () => this.server.problem(403, "csrf"),
      () => undefined as unknown as Response,
    ];
    this.server.faults = Array.from({ length: 1 + this.pick(6) }, () => faults[this.pick(faults.length)] as Fault);
    await this.sync(seat);
    this.server.faults = [];
  }

  private async reopen(seat: Seat): Promise<void> {
    seat.device.close();
    seat.device = await seat.browser.open("anna", { idle: true });
  }

  private async evict(seat: Seat): Promise<void> {
    seat.browser.close();
    Object.assign(seat, await this.seat());
  }

  /** With a good network everything is where it belongs, and everybody agrees. */
  private async settle(): Promise<void> {
    this.server.faults = [];
    for (let round = 0; round < 3; round++) for (const seat of this.seats) await this.sync(seat);
    const account = this.server.account();
    const live = account.live().map(({ row }) => row).sort();
    for (const { device, saved } of this.seats) {
      expect(device.status()).toMatchObject({ phase: "idle", waits: 0 });
      const db = await device.store.db();
      expect(await db.getAll("outbox")).toEqual([]);
      const refused = new Set((await device.attention()).map(({ mutation }) => mutation.row));
      const lost = [...saved].filter((row) => !account.rows.has(row) && !refused.has(row));
      expect(lost, "saved on the device, and nowhere now").toEqual([]);
      const rows = await db.getAll("rows");
      expect(rows.filter(({ deleted }) => !deleted).map(({ row }) => row).sort()).toEqual(live);
      for (const { row, deleted, fields } of rows) if (!deleted) expect(fields).toMatchObject(account.rows.get(row)?.fields ?? {});
    }
  }
}
