/** The sign-in page, where a session that has ended leads to: perhaps it has ended because the account was deleted elsewhere. */
import { accountsHere, databaseName } from "../shared/databases.ts";
import { announceTo } from "../training/device/channel.ts";
import { eraseGone } from "../training/device/clearing.ts";
import { isGone } from "../training/device/link.ts";
import { browser } from "../training/device/surroundings.ts";

/** Asks after every account that this browser holds something of, and clears those that are no more. */
export async function clearGone(): Promise<void> {
  for (const account of await accountsHere()) {
    if (await isGone(account, browser)) await eraseGone(account, () => announceTo(databaseName(account), browser, { type: "left" }));
  }
}
