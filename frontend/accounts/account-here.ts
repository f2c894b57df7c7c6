/** Whether this browser holds the log of any account, asked without the log's own code. Twin: `accountsHere` of training/device. */
import { recall } from "../shared/stored.ts";
import { ACCOUNT } from "../shared/who.ts";

const BEGINS = "legday-";
const GUEST = "legday-guest";

export async function accountIsHere(): Promise<boolean> {
  if (recall(ACCOUNT) !== null) return true;
  const listed = indexedDB.databases ? await indexedDB.databases() : []; // older Firefox cannot list them
  return listed.some(({ name }) => name?.startsWith(BEGINS) && name !== GUEST);
}
