/** The device of one account: its log, what waits in it, and the sending of it. */

import { settleConflict } from "./applying.ts";
import { Channel, type Listener } from "./channel.ts";
import { eraseGone } from "./clearing.ts";
import { flush } from "./flush.ts";
import { kitFor, type KitKey } from "./kit.ts";
import type { Kit } from "./kit-types.ts";
import { drop, mend } from "./mending.ts";
import { standing } from "./meta.ts";
import { write, writeSet } from "./outbox.ts";
import { askToPersist, wakeLater } from "./persistence.ts";
import { Pusher } from "./pusher.ts";
import { GUEST, type Unsent } from "./schema.ts";
import { Store } from "./store.ts";
import { swapForGood, type SwapOutcome } from "./swap.ts";
import { browser, type Surroundings } from "./surroundings.ts";
import { listen } from "./triggers.ts";
import type { Attention, Change, DeviceEvent, Fields, Phase, Problem, Seen, SyncStatus, WorkoutView } from "./types.ts";
import { notesOf, openAmong, rowOf, workoutOf, workoutsOf } from "./view.ts";

export class Device {
  readonly account: string;
  readonly store: Store;
  private readonly around: Surroundings;
  private readonly channel: Channel;
  private readonly pusher: Pusher | undefined;
  /** What has left with the page's last word, although the database may not know it. */
  private readonly flying = new Set<string>();
  private now: SyncStatus;
  private unsent: Unsent[] = [];
  private identity = { client: "", epoch: "" };
  private asked = false;
  private deaf: () => void = () => undefined;

  constructor(account: string, around: Surroundings = browser) {
    this.account = account;
    this.around = around;
    this.store = new Store(account);
    this.channel = new Channel(this.store.name, around);
    this.now = { phase: account === GUEST ? "guest" : "idle", waits: 0 };
    this.channel.subscribe((what) => this.heard(what));
    if (account !== GUEST) this.pusher = new Pusher(account, this.store, around, this.reports());
  }

  /** Listen, and send what waits. */
  start(): void {
    if (!this.pusher) return;
    this.deaf = listen({ wake: () => this.pusher?.wake(), leave: () => this.leave() });
    void this.recount().catch(() => undefined);
    this.pusher.kick();
  }

  /** One transaction for all; resolves when it is complete. Rejects with `NotSaved`, and then nothing is written. */
  async write(changes: readonly Change[]): Promise<void> {
    await write(this.store, changes, this.flying);
    this.written();
    if (changes.some(({ kind, op }) => kind === "set" && op === "put")) this.askOnce();
  }

  /**
   * A new set with all its fields, if its position in the exercise is free: false where a live set stands at it or after
   * it. Rejects with `NotSaved`, and then nothing is written.
   */
  async writeSet(id: string, fields: Fields): Promise<boolean> {
    const isWritten = await writeSet(this.store, id, fields);
    if (isWritten) this.written();
    this.askOnce();
    return isWritten;
  }

  /** With the first set there is something to lose. */
  private askOnce(): void {
    if (!this.asked) void askToPersist().catch(() => undefined);
    this.asked = true;
  }

  async row(id: string): Promise<Seen | undefined> {
    return rowOf(await this.store.db(), id);
  }

  /** Undefined also while only a part of it has come. */
  async workout(id: string): Promise<WorkoutView | undefined> {
    return workoutOf(await this.store.db(), id);
  }

  /** She waits for this workout: if the whole log has to come, it comes first. Said before `start`. */
  want(id: string): void {
    if (this.pusher) this.pusher.wanted = id;
  }

  /** Whether the whole log is being fetched: what is not here may come yet. */
  async isFilling(): Promise<boolean> {
    return (await this.getMeta("snapshot")) !== undefined;
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
    return setsIn(await (await this.store.db()).getAll("outbox"));
  }

  async attention(): Promise<Attention[]> {
    const refused = await (await this.store.db()).getAll("attention");
    return refused.sort((a, b) => a.seq - b.seq).map(({ id, mutation, problem }) => ({ id, mutation, problem }));
  }

  async dropAttention(id: string): Promise<void> {
    await drop(this.store, id);
    this.written();
  }

  /** She has seen that another device changed the row. */
  async settleConflict(id: string): Promise<void> {
    await settleConflict(this.store, id);
    this.channel.announce({ type: "rows" });
  }

  /** Send it again with these fields, and what was refused only because of it. */
  async mendAttention(id: string, fields: Fields): Promise<void> {
    await mend(this.store, id, fields);
    this.written();
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

  send(): void {
    this.pusher?.kick();
  }

  /** Send and pull now, as far as it goes; the status it ends with. */
  async sync(): Promise<SyncStatus> {
    await this.pusher?.run();
    await this.recount();
    return this.now;
  }

  /** The freshest kit there is: the server's where it answers soon, else the one kept. A later one comes as an event. */
  async kit(key: KitKey): Promise<Kit | undefined> {
    return kitFor(this.store, this.account, this.around, key, (name) => this.channel.announce({ type: "meta", name }));
  }

  /** Another exercise in her routine from now on: the server's to do, so it needs a signal. */
  async swapForGood(routine: string, swap: { old: string; new: string }): Promise<SwapOutcome> {
    if (!this.pusher) return { kind: "silence" };
    return swapForGood(this.pusher.link, this.store, this.account, routine, swap);
  }

  close(): void {
    this.end();
    this.channel.close();
  }

  private end(): void {
    this.deaf();
    this.pusher?.stop();
    this.store.close();
  }

  private written(): void {
    this.channel.announce({ type: "rows" });
    this.send();
  }

  private reports(): ConstructorParameters<typeof Pusher>[3] {
    return {
      phase: (phase, problem) => this.report(phase, problem),
      changed: (saved) => {
        if (saved) this.now = { ...this.now, lastSaved: new Date() };
        this.channel.announce({ type: "rows" });
      },
      failed: () => {
        if (this.unsent.length > 0) void wakeLater().catch(() => undefined);
      },
      gone: () => void this.vanish().catch(() => undefined),
    };
  }

  /** Closed here first: an open database cannot be deleted. This tab hears of it when nothing is left. */
  private async vanish(): Promise<void> {
    this.end();
    await eraseGone(this.account, () => this.channel.tellOthers({ type: "left" }));
    this.channel.tell({ type: "left" });
  }

  private report(phase: Phase, problem?: Problem): void {
    const { problem: _, ...rest } = this.now;
    const status: SyncStatus = problem ? { ...rest, phase, problem } : { ...rest, phase };
    this.channel.announce({ type: "status", status });
  }

  /** From this tab or another one, whose pusher speaks for all. */
  private heard(what: DeviceEvent): void {
    if (what.type === "left") this.end();
    if (what.type === "status") this.now = what.status;
    if (what.type === "rows" && this.pusher) void this.recount().catch(() => undefined);
  }

  private async recount(): Promise<void> {
    const tx = (await this.store.db()).transaction(["outbox", "meta"]);
    const [outbox, { client, epoch }] = await Promise.all([tx.objectStore("outbox").getAll(), standing(tx.objectStore("meta"))]);
    this.unsent = outbox.filter(({ acked }) => acked === undefined);
    this.identity = { client, epoch };
    const waits = setsIn(this.unsent);
    if (waits === this.now.waits) return;
    this.now = { ...this.now, waits };
    this.channel.tell({ type: "status", status: this.now });
  }

  /** The page goes. */
  private leave(): void {
    const csrf = this.pusher?.link.csrf;
    if (!csrf || !this.identity.epoch) return;
    const gone = flush(this.around, { account: this.account, ...this.identity, csrf }, this.unsent);
    for (const { mutation } of gone) this.flying.add(mutation.id);
  }
}

/** Several edits of a set are one set that waits. */
function setsIn(unsent: readonly Unsent[]): number {
  const sets = unsent.filter(({ mutation, acked }) => mutation.kind === "set" && acked === undefined);
  return new Set(sets.map(({ mutation }) => mutation.row)).size;
}
