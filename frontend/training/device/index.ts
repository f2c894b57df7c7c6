/** The device: what is logged here, saved here first, and sent when there is a signal. */

import { Device } from "./device.ts";
import { LEFT } from "./meta.ts";
import { GUEST } from "./schema.ts";

export { Device } from "./device.ts";
export { NotSaved } from "./errors.ts";
export type * from "./kit-types.ts";
export type { SwapOutcome } from "./swap.ts";
export type * from "./types.ts";
export { uuid7 } from "./uuid7.ts";

/** Who is signed in, as far as this device knows: an account's id, or "guest". */
export function knownAccount(): string {
  try {
    return localStorage.getItem("legday.account") ?? GUEST;
  } catch {
    return GUEST;
  }
}

/** Open an account's log and begin to send what waits in it (not for a guest); rejects with `NotSaved` where the browser keeps nothing. */
export async function openDevice(account: string = knownAccount()): Promise<Device> {
  const device = await openLog(account);
  device.start();
  return device;
}

/** The same, for who has something to show first: nothing is sent or fetched before `start`. */
export async function openLog(account: string = knownAccount()): Promise<Device> {
  const device = new Device(account);
  const db = await device.store.db();
  if (await db.get("meta", LEFT)) await db.delete("meta", LEFT); // its owner is back
  return device;
}
