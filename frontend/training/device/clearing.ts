/** What this browser holds of accounts, and how it forgets one. */

import { deleteDB } from "idb";
import { accountsHere, databaseName, GUEST } from "../../shared/databases.ts";
import { ACCOUNT, recall } from "../../shared/stored.ts";

/** The server's word that the account was deleted: nothing of it is to be kept. */
export const GONE = "account-gone";

export async function erase(account: string): Promise<void> {
  await deleteDB(databaseName(account));
}

/** The account was deleted, here or elsewhere: all of its log goes, what was never sent too, for there is nowhere to send it. */
export async function eraseGone(account: string, tellOthers: () => void): Promise<void> {
  // First what names it, so that no other tab opens it anew.
  if (recall(ACCOUNT) === account) await forget();
  tellOthers();
  await erase(account);
}

/** What is remembered outside the databases. The site itself stays cached, the same for everybody: the worker keeps nothing else. */
export async function forget(): Promise<void> {
  if (typeof localStorage !== "undefined") {
    for (const name of ["legday.account", "legday.member", "legday.open", "legday.open-here"]) localStorage.removeItem(name);
  }
  if (typeof caches === "undefined") return;
  for (const name of await caches.keys()) {
    if (!name.includes("precache") && !name.startsWith("legday-pages-")) await caches.delete(name);
  }
}

export async function databases(): Promise<string[]> {
  return [databaseName(GUEST), ...(await accountsHere()).map(databaseName)];
}
