/** What this browser remembers beside the log, by name. Storage may be forbidden: then nothing is remembered. */

/** Whose log the device opens; who.ts writes it. */
export const ACCOUNT = "legday.account";

export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Nothing to remember forgets what was. */
export function remember(key: string, value: string | undefined): void {
  try {
    if (value) localStorage.setItem(key, value);
    else localStorage.removeItem(key);
  } catch {
    // Public pages go on saying "Sign in", which leads to the right place all the same.
  }
}
