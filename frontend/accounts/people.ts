/**
 * Guests, coming and going, on every page: only what tells whether there is anything to do. The log itself and all
 * that reads it is fetched where a mark says that it holds something, so a public page stays small.
 */
import { guestIsHere } from "./guest-here.ts";
import { accountsHere } from "../shared/databases.ts";
import { ACCOUNT, recall } from "../shared/stored.ts";
import { GUEST_LOG, isLeaving, LEAVING } from "../shared/who.ts";

export function followPeople(page: Document): void {
  const { account, gone, joined, left, signedOut } = page.documentElement.dataset;
  const leaving = recall(LEAVING);
  if (left !== undefined) void import("./leaving.ts").then(({ clearAfter }) => clearAfter(left, gone !== undefined)).catch(forgiven);
  else if (leaving) void import("./leaving.ts").then(({ finishLeaving }) => finishLeaving()).catch(forgiven);
  else if (signedOut !== undefined) void forgetGone().catch(forgiven);
  // A page of hers that came after she had left is about to go: nothing is opened for it.
  const here = isLeaving(account) ? undefined : account;
  if (here !== undefined) void welcome(page, here, joined !== undefined).catch(forgiven);
  for (const form of page.querySelectorAll<HTMLFormElement>("form[data-leave]")) askFirst(form);
  sayWhatIsHere(page, here);
}

/** Where this browser holds nothing of anybody there is nothing to ask after, and nothing to fetch for it. */
async function forgetGone(): Promise<void> {
  if ((await accountsHere()).length > 0) await (await import("./gone.ts")).clearGone();
}

async function welcome(page: Document, account: string, joined: boolean): Promise<void> {
  if (recall(GUEST_LOG) !== `left:${account}` && (await guestIsHere())) {
    const { receiveGuest } = await import("./guests.ts");
    await receiveGuest(account, joined).catch(forgiven);
  }
  const onward = page.querySelector<HTMLAnchorElement>("a[data-onward]");
  if (onward) (await import("./arriving.ts")).goOn(onward);
}

function askFirst(form: HTMLFormElement): void {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    // Where the browser keeps nothing, there is nothing to ask.
    void import("./parting.ts").then(({ part }) => part(form)).catch(() => form.submit());
  });
}

function sayWhatIsHere(page: Document, account: string | undefined): void {
  const kept = page.querySelector<HTMLElement>("[data-kept]");
  if (kept) void sayKept(kept).catch(forgiven);
  const phone = page.querySelector<HTMLElement>("[data-phone]");
  if (phone && account !== undefined) void import("./phone-words.ts").then(({ sayWaiting }) => sayWaiting(phone, account)).catch(forgiven);
  const devices = page.querySelector<HTMLElement>("[data-devices]");
  if (devices && account !== undefined) void import("./devices.ts").then(({ showDevice }) => showDevice(devices, account)).catch(forgiven);
}

async function sayKept(line: HTMLElement): Promise<void> {
  if (recall(ACCOUNT) === null && !(await guestIsHere())) return;
  await (await import("./phone-words.ts")).sayKept(line, line.dataset["kept"] ?? "");
}

/** Storage is forbidden, or a file did not come: the page is right without it. */
function forgiven(): void {
  // Nothing was promised.
}
