/**
 * Public pages are the same bytes for everybody, so the device remembers who uses it: a member's page says so with
 * `<html data-member>`, the signed-out page with `<html data-signed-out>`. `theme.ts` reads it before the first paint
 * and the styles show the right one of two links. It is a convenience, never a permission.
 */
const MEMBER = "legday.member";
const OPEN = "legday.open";
/** Whose log the device opens: read by `training/device`. */
const ACCOUNT = "legday.account";
/** What this device began or ended and a page of the server may not know yet: "+/train/…/" or "-/train/…/". */
const HERE = "legday.open-here";

function remember(key: string, value: string | undefined): void {
  try {
    if (value) localStorage.setItem(key, value);
    else localStorage.removeItem(key);
  } catch {
    // No storage: public pages go on saying "Sign in", which leads to the right place all the same.
  }
}

function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Only a path of this site may become a link: storage is not a place to trust. */
function isOwnPath(path: string): boolean {
  return path.startsWith("/") && !path.startsWith("//");
}

/** The device has begun (or taken up again) the workout at `path`; every page offers to resume it. */
export function noteOpened(path: string): void {
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

/**
 * Store what this page knows, and point every `[data-start]` link at the workout that is open.
 * A member's page is the truth, but for what this device has not sent yet.
 */
export function keepWho(root: HTMLElement): void {
  const { member, account, signedOut, openWorkout } = root.dataset;
  if (member !== undefined) {
    if (account !== undefined && recall(ACCOUNT) !== account) remember(HERE, undefined); // somebody else's
    remember(MEMBER, "1");
    if (account !== undefined) remember(ACCOUNT, account);
    remember(OPEN, openNow(openWorkout));
  } else if (signedOut !== undefined) {
    for (const key of [MEMBER, ACCOUNT, OPEN, HERE]) remember(key, undefined);
    delete root.dataset["known"];
    delete root.dataset["open"];
  }
  const open = recall(OPEN);
  if (!open || !isOwnPath(open)) return;
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-start]")) link.href = open;
}
