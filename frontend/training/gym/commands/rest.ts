/** The rest timer's buttons, and its call when it is over. Kept in the database, so that every tab shows the same. */
import { gettext } from "../../../shared/words.ts";
import type { Gym } from "../gym.ts";
import { begin, extend, isStale, type Rest } from "../rest.ts";

const KEY = "timer";
const BUZZ = [250, 120, 250];

export function startRest(gym: Gym, lift: string, seconds: number): void {
  keep(gym, begin(gym.id, lift, seconds, Date.now()));
}

export function stretchRest(gym: Gym, seconds: number): void {
  if (gym.rest) keep(gym, extend(gym.rest, seconds, Date.now()));
}

export function stopRest(gym: Gym): void {
  if (gym.rest) keep(gym, undefined);
}

function keep(gym: Gym, rest: Rest | undefined): void {
  gym.rest = rest;
  gym.changed();
  // The display runs on without it; only a reload would not find it.
  void gym.device.setMeta(KEY, rest ?? null).catch(() => undefined);
}

/** Read what another tab, or this page before a reload, has started. */
export async function takeUpRest(gym: Gym): Promise<void> {
  const rest = (await gym.device.getMeta<Rest | null>(KEY)) ?? undefined;
  gym.rest = rest && rest.workout === gym.id && !isStale(rest, Date.now()) ? rest : undefined;
  gym.changed();
}

/** Call once, when the rest is over: by vibration, and by a notification where that is allowed and nobody looks. */
export async function ring(gym: Gym): Promise<void> {
  if (!gym.rest || gym.rest.rung) return;
  gym.rest = { ...gym.rest, rung: true };
  gym.say(gettext("Rest is over."));
  navigator.vibrate?.(BUZZ);
  void gym.device.setMeta(KEY, gym.rest).catch(() => undefined);
  if (document.visibilityState === "visible" || !canNotify()) return;
  await notify(gettext("Rest is over"), gym.lift?.name ?? "");
}

export function canNotify(): boolean {
  return "Notification" in globalThis && Notification.permission === "granted";
}

/** Whether it makes sense to ask: possible here, and never answered. */
export function mayAskToNotify(): boolean {
  return "Notification" in globalThis && Notification.permission === "default";
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
