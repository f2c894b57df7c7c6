/** Opens the database, and opens it again when the browser has closed it. */

import { openDB } from "idb";
import { NotSaved } from "./errors.ts";
import { databaseName, upgrade, VERSION, type Database, type LegdayDB } from "./schema.ts";
import { uuid7 } from "./uuid7.ts";
import { writing } from "./writing.ts";

export class Store {
  readonly name: string;
  private opening: Promise<Database> | undefined;
  private closed = false;

  constructor(account: string) {
    this.name = databaseName(account);
  }

  /** The open database; `NotSaved` where the browser gives none. */
  db(): Promise<Database> {
    if (this.closed) return Promise.reject(new NotSaved("unavailable"));
    this.opening ??= this.open().catch((error: unknown) => {
      this.opening = undefined;
      throw new NotSaved("unavailable", error);
    });
    return this.opening;
  }

  close(): void {
    this.closed = true;
    void this.opening?.then((db) => db.close()).catch(() => undefined);
  }

  private async open(): Promise<Database> {
    const db = await this.openVersion(VERSION).catch((error: unknown) => {
      // A newer page has been here and this one was rolled back: upgrades only add, so its database will do.
      if (error instanceof Error && error.name === "VersionError") return this.openVersion(undefined);
      throw error;
    });
    await nameClient(db).catch((error: unknown) => {
      db.close();
      throw error;
    });
    return db;
  }

  private openVersion(version: number | undefined): Promise<Database> {
    return openDB<LegdayDB>(this.name, version, {
      upgrade: (db, from) => upgrade(db, from),
      // Another tab wants to upgrade or to delete: stand aside, and open anew with the next call.
      blocking: (_current, _wanted, event) => {
        this.opening = undefined;
        (event.target as IDBDatabase).close();
      },
      terminated: () => {
        this.opening = undefined;
      },
    });
  }
}

/** The client's id lives in the database itself: one kept elsewhere would survive an eviction and lie. */
async function nameClient(db: Database): Promise<void> {
  const tx = writing(db, ["meta"]);
  if (!(await tx.store.get("client"))) await tx.store.put({ name: "client", value: uuid7() });
  await tx.done;
}
