/** The database of one account. Upgrades only add, so that an older page can go on using a newer database. */

import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from "idb";
import type { Fields, Kind, Mutation, Problem, Purpose } from "./types.ts";

export const VERSION = 1;
/** The shape of what stands in the outbox; sent along, so that the server can read entries of a year ago. */
export const SCHEMA = 1;

export interface StoredRow {
  row: string;
  kind: Kind;
  /** The row it hangs under; "" for workouts and notes. */
  parent: string;
  rev: number;
  deleted: boolean;
  fields: Fields;
  /** The mutation that deleted it: a restore brings back what that took. */
  deletedBy?: string;
  /** The revision at which it was last restored. */
  restoredAt?: number;
  replaced?: Fields;
  /** The snapshot that this row came with. */
  snapshot?: string;
}

export interface Unsent {
  seq: number;
  mutation: Mutation;
  schema: number;
  purpose: Purpose;
  /** It may have been sent: it must never change again. */
  tried: boolean;
  /** The revision it was committed with, until the pull has come that far. */
  acked?: number;
}

export interface Archived {
  id: string;
  seq: number;
  mutation: Mutation;
  schema: number;
  rev: number;
  /** By the server's clock. */
  at: number;
}

export interface Refused {
  id: string;
  seq: number;
  mutation: Mutation;
  schema: number;
  problem: Problem;
}

export interface LegdayDB extends DBSchema {
  rows: { key: string; value: StoredRow; indexes: { kind: Kind; parent: string } };
  outbox: { key: number; value: Unsent; indexes: { id: string; row: string } };
  archive: { key: string; value: Archived; indexes: { at: number } };
  attention: { key: string; value: Refused };
  meta: { key: string; value: { name: string; value: unknown } };
}

export type Database = IDBPDatabase<LegdayDB>;
export type Stores = StoreNames<LegdayDB>[];
export type Writing<S extends Stores> = IDBPTransaction<LegdayDB, S, "readwrite">;

export { DATABASE, databaseName, GUEST } from "../../shared/databases.ts";

export function upgrade(db: Database, from: number): void {
  if (from >= 1) return;
  const rows = db.createObjectStore("rows", { keyPath: "row" });
  rows.createIndex("kind", "kind");
  rows.createIndex("parent", "parent");
  const outbox = db.createObjectStore("outbox", { keyPath: "seq", autoIncrement: true });
  outbox.createIndex("id", "mutation.id", { unique: true });
  outbox.createIndex("row", "mutation.row");
  db.createObjectStore("archive", { keyPath: "id" }).createIndex("at", "at");
  db.createObjectStore("attention", { keyPath: "id" });
  db.createObjectStore("meta", { keyPath: "name" });
}
