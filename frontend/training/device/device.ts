/** The device of one account: its log, what waits in it, and the sending of it. */

import { Channel, type Listener } from "./channel.ts";
import type { Kit } from "./kit-types.ts";
import { drop, mend } from "./mending.ts";
import { write } from "./outbox.ts";
import { GUEST } from "./schema.ts";
import { Store } from "./store.ts";
import type { Attention, Change, Fields, Seen, SyncStatus, WorkoutView } from "./types.ts";
import { notesOf, openAmong, rowOf, workoutOf, workoutsOf } from "./view.ts";

export class Device {
  readonly account: string;
  readonly store: Store;
  private readonly channel: Channel;
  private readonly flying = new Set<string>();
  private now: SyncStatus;

  constructor(account: string) {
    this.account = account;
    this.store = new Store(account);
    this.channel = new Channel(this.store.name);
    this.now = { phase: account === GUEST ? "guest" : "idle", waits: 0 };
  }

  /** One transaction for all; resolves when it is complete. Rejects with `NotSaved`, and then nothing is written. */
  async write(changes: readonly Change[]): Promise<void> {
    await write(this.store, changes, this.flying);
    this.channel.announce({ type: "rows" });
    this.send();
  }

  async row(id: string): Promise<Seen | undefined> {
    return rowOf(await this.store.db(), id);
  }

  async workout(id: string): Promise<WorkoutView | undefined> {
    return workoutOf(await this.store.db(), id);
  }

  /** Live ones, newest first. */
  async workouts(limit = Infinity): Promise<Seen[]> {
    return (await workoutsOf(await this.store.db())).slice(0, limit);
  }

  async openWorkout(): Promise<Seen | undefined> {
    return openAmong(await this.workouts());
  }

  /** Sticky notes by the exercise's slug. */
  async notes(): Promise<Map<string, Seen>> {
    return notesOf(await this.store.db());
  }

  /** How many sets are not on the server yet. */
  async waiting(): Promise<number> {
    const unsent = await (await this.store.db()).getAll("outbox");
    return new Set(unsent.filter(({ mutation, acked }) => mutation.kind === "set" && acked === undefined).map(({ mutation }) => mutation.row)).size;
  }

  async attention(): Promise<Attention[]> {
    const refused = await (await this.store.db()).getAll("attention");
    return refused.sort((a, b) => a.seq - b.seq).map(({ id, mutation, problem }) => ({ id, mutation, problem }));
  }

  async dropAttention(id: string): Promise<void> {
    await drop(this.store, id);
    this.channel.announce({ type: "rows" });
  }

  async mendAttention(id: string, fields: Fields): Promise<void> {
    await mend(this.store, id, fields);
    this.channel.announce({ type: "rows" });
    this.send();
  }

  async getMeta<T>(name: string): Promise<T | undefined> {
    return (await (await this.store.db()).get("meta", name))?.value as T | undefined;
  }

  async setMeta(name: string, value: unknown): Promise<void> {
    await (await this.store.db()).put("meta", { name, value });
    this.channel.announce({ type: "meta", name });
  }

  subscribe(listener: Listener): () => void {
    return this.channel.subscribe(listener);
  }

  status(): SyncStatus {
    return this.now;
  }

  send(): void {}

  async kit(_key: { routine: string } | { workout: string }): Promise<Kit | undefined> {
    return undefined;
  }

  close(): void {
    this.channel.close();
    this.store.close();
  }
}
