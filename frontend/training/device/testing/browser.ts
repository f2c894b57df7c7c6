/** A browser with a database of its own: its tabs share locks, channels and storage. */

import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { Device } from "../device.ts";
import type { Surroundings } from "../surroundings.ts";
import { uuid7 } from "../uuid7.ts";

let browsers = 0;

/** A server, real or not. */
export interface Reach {
  fetch(path: string, init: RequestInit): Promise<Response>;
}

export class Browser {
  databases = new IDBFactory();
  readonly server: Reach;
  online = true;
  private readonly number = ++browsers;
  private readonly queues = new Map<string, Promise<void>>();
  private readonly tabs: Device[] = [];

  constructor(server: Reach) {
    this.server = server;
  }

  readonly around: Surroundings = {
    fetch: (path, init) => (this.online ? this.server.fetch(path, init) : Promise.reject(new TypeError("no network"))),
    random: () => 0,
    online: () => this.online,
    alone: (name, work) => {
      const turn = (this.queues.get(name) ?? Promise.resolve()).then(work);
      this.queues.set(name, turn.catch(() => undefined));
      return turn;
    },
    broadcast: (name) => new BroadcastChannel(`${this.number}-${name}`),
  };

  /** Make this browser's storage the one that `indexedDB` means. */
  enter(): void {
    globalThis.indexedDB = this.databases;
  }

  /** A tab. `idle`: it does not begin to send by itself. */
  async open(account = "anna", { idle = false } = {}): Promise<Device> {
    this.enter();
    const device = new Device(account, this.around);
    this.tabs.push(device);
    await device.store.db();
    if (!idle) device.start();
    return device;
  }

  close(): void {
    for (const tab of this.tabs) tab.close();
  }
}

export interface Logged {
  workout: string;
  exercise: string;
  set: string;
}

/** Log a workout with one exercise and one set of `reps`. */
export async function log(device: Device, reps = 9): Promise<Logged> {
  const logged: Logged = { workout: uuid7(), exercise: uuid7(), set: uuid7() };
  await device.write([
    { op: "put", kind: "workout", row: logged.workout, fields: { day: "2026-11-23", started_at: "2026-11-23T10:00:00Z" } },
    { op: "put", kind: "exercise", row: logged.exercise, fields: { workout: logged.workout, exercise: "back-squat" } },
  ]);
  await addSet(device, logged.exercise, reps, logged.set);
  return logged;
}

export async function addSet(device: Device, exercise: string, reps = 9, row = uuid7()): Promise<string> {
  await device.write([{ op: "put", kind: "set", row, fields: { performed: exercise, weight: "62,5", reps } }]);
  return row;
}
