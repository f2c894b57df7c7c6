/** Transactions that write. */
import type { Database, Stores, Writing } from "./schema.ts";

/**
 * One over `stores`. Whoever uses it hears of a failure from the request that failed, or from `done`, for which it
 * waits at the end; where a request fails first, nobody waits for `done` any more, and its own failure would go
 * unhandled without this.
 */
export function writing<const S extends Stores>(db: Database, stores: S, options?: IDBTransactionOptions): Writing<S> {
  const tx = db.transaction(stores, "readwrite", options);
  tx.done.catch(() => undefined);
  return tx;
}
