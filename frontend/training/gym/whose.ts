/** Whose screen this is: it closes with its account, and finds a workout that was begun before there was one. */
import { adopt, guestHas, guestLog } from "../device/adopt.ts";
import { knownAccount, type Device } from "../device/index.ts";
import { guestIsHere } from "../../accounts/guest-here.ts";
import { ACCOUNT, recall, remember } from "../../shared/stored.ts";
import { GUEST_LOG, isLeaving } from "../../shared/who.ts";
import { here } from "../../shared/languages.ts";

/** Somebody signed out, or the guest's log has become an account's: nothing of it stays to be seen, or to be typed on. */
export function closeWithAccount(device: Device): void {
  const away = (): void => {
    document.documentElement.hidden = true;
    location.reload();
  };
  device.subscribe((event) => event.type === "left" && away());
  addEventListener("pageshow", (event) => event.persisted && knownAccount() !== device.account && away());
}

/** A workout that this log does not have: whether it does now. May lead to the page that asks about a guest's log. */
export async function claimed(device: Device, workout: string): Promise<boolean> {
  if (device.account === "guest") return signedInAfterAll();
  if (!(await guestIsHere()) || !(await guestHas(workout))) return false;
  if ((await guestLog()).promised === device.account) {
    await adopt(device.account);
    remember(GUEST_LOG, undefined);
    return true;
  }
  if (navigator.onLine && recall(GUEST_LOG) !== `left:${device.account}`) location.replace(here(`/accounts/arrived/?next=${here(`/train/${workout}/`)}`));
  return false;
}

/** This browser has lost what it remembered, and is signed in all the same. */
async function signedInAfterAll(): Promise<boolean> {
  if (!navigator.onLine) return false;
  try {
    const answer = await fetch("/api/v1/session", { cache: "no-store", redirect: "error" });
    const { account } = (await answer.json()) as { account?: string | null };
    // Who has signed out here stays so, although the site is yet to be told.
    if (typeof account !== "string" || isLeaving(account)) return false;
    remember(ACCOUNT, account);
    location.reload();
  } catch {
    // No signal, or a page that is not ours.
  }
  return false;
}
