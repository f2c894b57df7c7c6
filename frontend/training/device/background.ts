/** Sends what waits without a page: for the service worker's `sync` event. */

import { Device } from "./device.ts";
import { SESSION } from "./link.ts";
import { LEFT } from "./meta.ts";
import { databaseName } from "./schema.ts";
import { browser, type Surroundings } from "./surroundings.ts";
import { ask } from "./wire.ts";

export { SYNC_TAG } from "./persistence.ts";

/** Rejects while something still waits, so that the browser tries again later. */
export async function sendWaiting(around: Surroundings = browser): Promise<void> {
  const session = await ask(around, SESSION);
  if (session.kind !== "answer") throw new Error("no answer");
  const { account } = session.body;
  // Nobody is signed in, or somebody who has never logged here: nothing is theirs to send.
  if (typeof account !== "string" || !(await exists(databaseName(account)))) return;
  const device = new Device(account, around);
  try {
    // Signed out without a signal, and the session has not heard of it: what she kept stays closed.
    if (await device.getMeta(LEFT)) return;
    const { waits } = await device.sync();
    if (waits > 0) throw new Error(`${waits} sets wait`);
  } finally {
    device.close();
  }
}

async function exists(name: string): Promise<boolean> {
  return (await indexedDB.databases()).some((database) => database.name === name);
}
