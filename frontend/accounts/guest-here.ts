/** Whether anything was logged on this phone without an account, asked without the log's own code: that is 12 kB. */
import { databaseName, GUEST } from "../shared/databases.ts";
import { recall } from "../shared/stored.ts";
import { GUEST_LOG } from "../shared/who.ts";

const NAME = databaseName(GUEST);

/**
 * The database is the truth: a browser that is killed may lose a mark of the last seconds, but never a set. Older
 * Firefox cannot list databases, and opening one would make it; there the mark has to do.
 */
export async function guestIsHere(): Promise<boolean> {
  try {
    if (!indexedDB.databases) return recall(GUEST_LOG) !== null;
    const isThere = (await indexedDB.databases()).some(({ name }) => name === NAME);
    return isThere && (await countUnsent()) > 0;
  } catch {
    return false; // storage is forbidden, so nothing is in it
  }
}

function countUnsent(): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(NAME);
    // Deleted meanwhile: do not make it anew.
    opening.onupgradeneeded = () => opening.transaction?.abort();
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      const asked = db.transaction("outbox").objectStore("outbox").count();
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
      db.close(); // once the count is in
    };
  });
}
