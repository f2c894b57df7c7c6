/** The rest timer's buttons, and its call when it is over. The timer itself is the device's: every tab shows the same. */
import { NUDGE, nudgeRest, remaining, REST, restOf, skipRest, startRest } from "../../device/rest.ts";
import { gettext } from "../../../shared/words.ts";
import type { Gym } from "../gym.ts";

const BUZZ = [250, 120, 250];
/** A rest that has been over for so long is of no interest any more. */
const STALE_SECONDS = 600;
/** The end that was called already, so that it is called once. */
let called = 0;

/** Rest after the set `set`. */
export async function rest(gym: Gym, seconds: number, set: string): Promise<void> {
  await keep(gym, startRest(gym.device, seconds, set));
}

/** A step more or less; less than nothing is over now. */
export async function longer(gym: Gym, by: 1 | -1): Promise<void> {
  const left = gym.rest ? Math.max(0, remaining(gym.rest)) : 0;
  await keep(gym, nudgeRest(gym.device, by > 0 ? NUDGE : -Math.min(NUDGE, left)));
}

export async function endRest(gym: Gym): Promise<void> {
  if (gym.rest) await keep(gym, skipRest(gym.device).then(() => undefined));
}

/** Show what was stored. Where it cannot be stored the timer stays as it was: the sets matter more. */
async function keep(gym: Gym, storing: Promise<Gym["rest"]>): Promise<void> {
  try {
    gym.rest = await storing;
  } catch {
    return;
  }
  gym.changed();
}

export const isTimer = (name: string): boolean => name === REST;

/** Read what another tab, or this page before a reload, has started: the rest after a set of this workout. */
export async function takeUpRest(gym: Gym): Promise<void> {
  const found = await restOf(gym.device);
  const isOurs = found?.after === undefined || gym.lifts.some((lift) => lift.rows.some((row) => row.id === found.after));
  gym.rest = found && isOurs && !isStale(found) ? found : undefined;
  // What ended while nobody looked is not called afterwards.
  if (gym.rest && remaining(gym.rest) < -1) called = gym.rest.endsAt;
  gym.changed();
}

export function isStale(found: NonNullable<Gym["rest"]>): boolean {
  return remaining(found) < -STALE_SECONDS;
}

/** Call once, when the rest is over: by vibration, and by a notification where that is allowed and nobody looks. */
export async function ring(gym: Gym): Promise<void> {
  if (!gym.rest || called === gym.rest.endsAt) return;
  called = gym.rest.endsAt;
  gym.say(gettext("Rest is over."));
  navigator.vibrate?.(BUZZ);
  if (document.visibilityState === "visible" || !canNotify()) return;
  await notify(gettext("Rest is over"), gym.lift?.name ?? "");
}

/** What the browser says. Asking it takes 10 ms on a slow phone, each time: kept until she may have told it otherwise. */
let permission: NotificationPermission | undefined;

function permitted(): NotificationPermission {
  permission ??= "Notification" in globalThis ? Notification.permission : "denied";
  return permission;
}

/** She may have been to the browser's settings. */
export function askAnew(): void {
  permission = undefined;
}

export function canNotify(): boolean {
  return permitted() === "granted";
}

/** Whether it makes sense to ask: possible here, and never answered. */
export function mayAskToNotify(): boolean {
  return permitted() === "default";
}

export async function askToNotify(): Promise<NotificationPermission> {
  permission = await Notification.requestPermission();
  return permission;
}

/** Phones show notifications through the service worker only. */
async function notify(title: string, body: string): Promise<void> {
  const options = { body, tag: "legday-rest", renotify: true, icon: "/static/icons/legday-192.png" };
  try {
    const worker = await navigator.serviceWorker?.getRegistration();
    if (worker) await worker.showNotification(title, options);
    else new Notification(title, options);
  } catch {
    // Promised nowhere, and the display tells the truth on return.
  }
}
