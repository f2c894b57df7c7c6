/**
 * Public pages are the same bytes for everybody, so the device remembers who uses it: a member's page says so with
 * `<html data-member>`, the signed-out page with `<html data-signed-out>`. `theme.ts` reads it before the first paint
 * and the styles show the right one of two links. It is a convenience, never a permission.
 */
const MEMBER = "legday.member";
const OPEN = "legday.open";

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

/**
 * Store what this page knows, and point every `[data-start]` link at the workout that is open.
 * A member's page is the truth: without `data-open` on it, no workout is open.
 */
export function keepWho(root: HTMLElement): void {
  const { member, signedOut, openWorkout } = root.dataset;
  if (member !== undefined) {
    remember(MEMBER, "1");
    remember(OPEN, openWorkout);
  } else if (signedOut !== undefined) {
    remember(MEMBER, undefined);
    remember(OPEN, undefined);
    delete root.dataset["known"];
    delete root.dataset["open"];
  }
  const open = recall(OPEN);
  if (!open || !isOwnPath(open)) return;
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-start]")) link.href = open;
}
