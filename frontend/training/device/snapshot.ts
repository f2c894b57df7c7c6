/** The whole log, page by page. Until its last page is in, what was held stays to be seen and there is no cursor. */

import type { SnapshotPage } from "./answers.ts";
import { archiveCommitted, overAll, type All } from "./applying.ts";
import { meta, stands, type Standing } from "./meta.ts";
import { snapshotRow } from "./rows.ts";
import type { Store } from "./store.ts";
import { uuid7 } from "./uuid7.ts";
import { writing } from "./writing.ts";

/** Lay a page in; `asked` is the page that was asked for, undefined for the first. False: it answers nobody. */
export async function applySnapshot(
  store: Store,
  then: Standing,
  asked: string | undefined,
  page: SnapshotPage,
  at: number | undefined,
): Promise<boolean> {
  const tx = await overAll(store);
  const begun = await meta(tx.objectStore("meta"), "snapshot");
  if (begun?.page !== asked || !(await stands(tx.objectStore("meta"), then))) return false;
  const id = begun?.id ?? uuid7();
  const rev = begun?.rev ?? page.rev;
  const first = begun ? begun.first === true : (await tx.objectStore("rows").count()) === 0;
  const whole = begun ? begun.whole : page.whole;
  for (const row of page.rows) await tx.objectStore("rows").put(snapshotRow(row, id));
  if (page.page === null) await finish(tx, id, rev, at);
  else await tx.objectStore("meta").put({ name: "snapshot", value: { id, rev, page: page.page, first, whole } });
  await tx.done;
  return true;
}

async function finish(tx: All, id: string, rev: number, at: number | undefined): Promise<void> {
  let row = await tx.objectStore("rows").openCursor();
  for (; row; row = await row.continue()) {
    if (row.value.snapshot === id) continue;
    // A tombstone stays: it may be of use to a restore. A live row that the server does not have is none.
    if (row.value.deleted) await row.update({ ...row.value, rev: Math.min(row.value.rev, rev) });
    else await row.delete();
  }
  await tx.objectStore("meta").delete("snapshot");
  await tx.objectStore("meta").delete("trimmed");
  await tx.objectStore("meta").put({ name: "cursor", value: rev });
  await archiveCommitted(tx, at);
}

/** Begin anew: the page token is too old, or the cursor is none of the server's. */
export async function forgetPosition(store: Store): Promise<void> {
  const tx = writing(await store.db(), ["meta"]);
  await Promise.all([tx.store.delete("cursor"), tx.store.delete("snapshot")]);
  await tx.done;
}
