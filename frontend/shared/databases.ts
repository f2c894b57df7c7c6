/** The databases that hold logs, by their names: which of them this browser has is asked on public pages too, without the log's own code. */
import { ACCOUNT, recall } from "./stored.ts";

export const DATABASE = "legday-";
export const GUEST = "guest";

export function databaseName(account: string): string {
  return DATABASE + account;
}

/** The accounts that this browser holds a log of, kept queues too; not the guest. Older Firefox cannot list them. */
export async function accountsHere(): Promise<string[]> {
  const listed = indexedDB.databases ? await indexedDB.databases() : [];
  const names = listed.map(({ name }) => name ?? "").filter((name) => name.startsWith(DATABASE) && name !== databaseName(GUEST));
  const known = recall(ACCOUNT);
  return [...new Set([...names.map((name) => name.slice(DATABASE.length)), ...(known ? [known] : [])])];
}
