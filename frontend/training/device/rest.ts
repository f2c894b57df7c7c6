/**
 * The rest timer: it stores when it ends, and counts nothing. So it is right after a lock, a reload and in another
 * tab, and it goes on past zero. A clock that is set wrong makes it wrong, and nothing else.
 */

/** `endsAt` by this phone's clock, ms; `seconds` as set. `after` names the set that it follows. */
export interface Rest {
  endsAt: number;
  seconds: number;
  after?: string;
}

/** Where the timer is kept: a device. */
export interface RestKeeper {
  getMeta<T>(name: string): Promise<T | undefined>;
  setMeta(name: string, value: unknown): Promise<void>;
}

/** The name of the event that tells every tab about it: `{type: "meta", name: REST}`. */
export const REST = "timer";
export const NUDGE = 15;

export async function restOf(device: RestKeeper): Promise<Rest | undefined> {
  return (await device.getMeta<Rest | null>(REST)) ?? undefined;
}

export async function startRest(device: RestKeeper, seconds: number, after?: string, now = Date.now()): Promise<Rest> {
  const rest: Rest = { endsAt: now + seconds * 1000, seconds };
  if (after !== undefined) rest.after = after;
  await device.setMeta(REST, rest);
  return rest;
}

/** Longer or shorter by some seconds. What is over begins anew from now when it is made longer. */
export async function nudgeRest(device: RestKeeper, by: number, now = Date.now()): Promise<Rest | undefined> {
  const rest = await restOf(device);
  if (!rest) return undefined;
  const left = remaining(rest, now);
  const next = by > 0 ? Math.max(left, 0) + by : left + by;
  const moved: Rest = { ...rest, endsAt: now + next * 1000, seconds: Math.max(rest.seconds + by, 0) };
  await device.setMeta(REST, moved);
  return moved;
}

export async function skipRest(device: RestKeeper): Promise<void> {
  await device.setMeta(REST, null);
}

/** Seconds to go, less than 0 past the end. A clock that was set back never makes it longer than it was set. */
export function remaining(rest: Rest, now = Date.now()): number {
  return Math.min((rest.endsAt - now) / 1000, rest.seconds);
}

/** 95 -> "1:35", -7 -> "+0:07": past zero it counts on. */
export function clock(seconds: number): string {
  const whole = seconds < 0 ? Math.floor(-seconds) : Math.ceil(seconds);
  const minutes = Math.floor(whole / 60);
  return `${seconds < 0 && whole > 0 ? "+" : ""}${minutes}:${String(whole % 60).padStart(2, "0")}`;
}
