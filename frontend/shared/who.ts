/**
 * Public pages are the same bytes for everybody, so the device remembers who uses it. A member's page says so with
 * `<html data-member data-account>`, the sign-in page with `<html data-signed-out>`. `theme.ts` reads it before the
 * first paint and the styles show the right one of two links. It is a convenience, never a permission.
 *
 * A session that has run out is no sign-out: the phone goes on logging for its account until somebody signs out
 * (`data-left`), or somebody else signs in.
 */
import { ACCOUNT, recall, remember } from "./stored.ts";

const MEMBER = "legday.member";
const OPEN = "legday.open";
/** What this device began or ended and a page of the server may not know yet: "+/train/…/" or "-/train/…/". */
const HERE = "legday.open-here";
/** Something was logged here without an account: "1", or "left:<account>" once that one said to leave it. */
export const GUEST_LOG = "legday.guest";
/** A sign-out that the server may not know of: "keep:<account>", "delete:<account>"; "told:" once it does (accounts/leaving.ts). */
export const LEAVING = "legday.leaving";

/** Only a path of this site may become a link: storage is not a place to trust. */
function isOwnPath(path: string): boolean {
  return path.startsWith("/") && !path.startsWith("//");
}

/** The device has begun (or taken up again) the workout at `path`; every page offers to resume it. */
export function noteOpened(path: string): void {
  if (recall(ACCOUNT) === null) remember(GUEST_LOG, "1");
  remember(OPEN, path);
  remember(HERE, `+${path}`);
}

/** The device has ended or discarded the workout at `path`. */
export function noteClosed(path: string): void {
  if (recall(OPEN) === path) remember(OPEN, undefined);
  remember(HERE, `-${path}`);
}

/** What is open, by the server's page and by what was done here since. */
function openNow(told: string | undefined): string | undefined {
  const here = recall(HERE);
  const path = here?.slice(1);
  if (here === null || here === undefined || path === undefined) return told;
  if (here.startsWith("+") && told === undefined) return path; // begun here, and not sent yet
  if (here.startsWith("-") && told === path) return undefined; // ended here, and not sent yet
  remember(HERE, undefined); // the server knows
  return told;
}

/** Store what this page knows, and point every `[data-start]` link at the workout that is open. */
export function keepWho(root: HTMLElement): void {
  const { member, account, signedOut, left, openWorkout } = root.dataset;
  if (member !== undefined && !isLeaving(account)) {
    if (account !== undefined && recall(ACCOUNT) !== account) remember(HERE, undefined); // somebody else's
    if (account !== undefined) remember(ACCOUNT, account);
    remember(MEMBER, "1");
    remember(OPEN, openNow(openWorkout));
  } else if (signedOut !== undefined) {
    remember(MEMBER, undefined);
    if (recall(LEAVING)?.startsWith("told:")) remember(LEAVING, undefined);
    delete root.dataset["known"];
    if (left !== undefined) forgetAccount(root, left);
  }
  pointStarts();
}

/** Before the server heard of it, somebody has signed out on this phone; another one's page is another one's. */
export function isLeaving(account: string | undefined): boolean {
  return account !== undefined && recall(LEAVING)?.endsWith(`:${account}`) === true;
}

function forgetAccount(root: HTMLElement, left: string): void {
  const known = recall(ACCOUNT);
  if (known !== null && known !== left) return;
  for (const key of [ACCOUNT, OPEN, HERE]) remember(key, undefined);
  delete root.dataset["open"];
}

export function pointStarts(): void {
  const open = recall(OPEN);
  if (!open || !isOwnPath(open)) return;
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-start]")) link.href = open;
}

/**
 * A personal page does not outlive its person: neither in the back/forward cache, where some browsers keep even what
 * is never to be stored, nor in another tab.
 */
export function guardPage(root: HTMLElement): void {
  const { account } = root.dataset;
  if (account === undefined) return;
  const look = (): void => {
    if (recall(ACCOUNT) === account) return;
    root.hidden = true;
    location.reload();
  };
  addEventListener("pageshow", (event) => event.persisted && look());
  addEventListener("storage", (event) => event.key === ACCOUNT && look());
}
