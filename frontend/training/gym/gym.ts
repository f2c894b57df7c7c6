/** The state of the screen: what the device says, what is in front, what has been typed and not logged yet. */
import type { Rest } from "../device/rest.ts";
import type { Attention, Device, Kit, Seen, SyncStatus } from "../device/index.ts";
import { recall, remember } from "../../shared/stored.ts";
import { sessionOf, type Lift, type Session, type SetRow, type SetValues } from "./model.ts";
import { firstOpen, resume } from "./order.ts";
import { propose } from "./proposal.ts";

/** opening: the device is asked; missing: no such workout here; gone: discarded. */
export type Phase = "opening" | "missing" | "ready" | "broken";
export type Sheet = "about" | "swap" | "menu" | "order" | "add" | "sync" | "note";

/** A line above the dock, with what takes it back. */
export interface Notice {
  text: string;
  undo?: () => Promise<void>;
}

/** What outlives a reload besides the rows. */
interface Kept {
  front: string;
  drafts: [string, Partial<SetValues>][];
}

const KEEP_AFTER_MS = 200;

export class Gym {
  readonly device: Device;
  readonly id: string;
  phase: Phase = "opening";
  session: Session | undefined;
  kit: Kit | undefined;
  notes = new Map<string, Seen>();
  status: SyncStatus;
  attention: Attention[] = [];
  /** The exercise in front; the set that is being edited, if any. */
  front = "";
  editing = "";
  /** Values that differ from what is proposed, by exercise (its next set) or by set (an edit). */
  drafts = new Map<string, Partial<SetValues>>();
  /** Sentences by field of the dock; an exercise whose set could not be written. */
  problems: Record<string, string> = {};
  unsaved = "";
  rest: Rest | undefined;
  sheet: Sheet | undefined;
  notice: Notice | undefined;
  /** For those who listen. */
  said = "";
  big = recall("legday.big") === "1";
  /** The set just logged, whose reps in reserve may still be told. */
  fresh = "";
  /** Whether the dock shows kind, load, sides and note as well. */
  options = false;
  /** What stands in a number field while it is no number yet. */
  typed: Record<string, string> = {};
  /** The weight as it is being typed, with the comma or point of whoever types. */
  typing = "";
  /** Exercises whose sticky note was taken away here. */
  readonly unstuck = new Set<string>();
  private listeners = new Set<() => void>();
  private reads = 0;
  private reading: Promise<void> = Promise.resolve();
  private keeping: ReturnType<typeof setTimeout> | undefined;

  constructor(device: Device, id: string) {
    this.device = device;
    this.id = id;
    this.status = device.status();
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  changed(): void {
    for (const listener of this.listeners) listener();
  }

  /** Read the rows again, with a newer `kit` where one is known. Of several reads under way the last one counts. */
  async refresh(kit: Kit | undefined = this.kit): Promise<void> {
    this.kit = kit;
    this.reading = this.read(++this.reads);
    await this.reading;
  }

  private async read(number: number): Promise<void> {
    const view = await this.device.workout(this.id);
    if (number !== this.reads) return this.reading;
    if (view) {
      this.session = sessionOf(view, this.kit);
      this.phase = "ready";
      this.keepFront();
    }
    this.changed();
  }

  /**
   * Show a set as it has just been written, without reading all rows again: what the server is sent at this moment
   * may keep the database busy. What was being read is older.
   */
  put(lift: string, row: SetRow): void {
    if (!this.session) return;
    const rows = (each: Lift): SetRow[] => [...each.rows.filter(({ id }) => id !== row.id), row].sort((a, b) => a.position - b.position);
    const lifts = this.lifts.map((each) => (each.id === lift ? { ...each, rows: rows(each) } : each));
    this.session = { ...this.session, lifts };
    void this.refresh();
    this.changed();
  }

  /** What is slow or seldom: notes, what was refused. */
  async refreshRest(): Promise<void> {
    [this.notes, this.attention] = await Promise.all([this.device.notes(), this.device.attention()]);
    this.changed();
  }

  get lifts(): Lift[] {
    return this.session?.lifts ?? [];
  }

  get lift(): Lift | undefined {
    return this.lifts.find((each) => each.id === this.front) ?? this.lifts[0];
  }

  get edited(): SetRow | undefined {
    return this.lifts.flatMap((each) => each.rows).find((row) => row.id === this.editing);
  }

  /** What the dock shows: a proposal or a stored set, with what has been changed on top. */
  get values(): SetValues | undefined {
    const { lift, edited } = this;
    if (!lift) return undefined;
    return { ...(edited ?? propose(lift)), ...this.drafts.get(this.draftKey) };
  }

  /** The note that is shown at every set of an exercise. Until the log has come, the kit knows it. */
  sticky(slug: string): string {
    const known = this.notes.get(slug)?.fields["text"];
    return typeof known === "string" ? known : this.unstuck.has(slug) ? "" : (this.kit?.exercises[slug]?.sticky ?? "");
  }

  get draftKey(): string {
    return this.editing || (this.lift?.id ?? "");
  }

  /** What the device says, and never fewer waiting sets than this screen has just stored. */
  get sync(): SyncStatus {
    const here = this.lifts.flatMap((each) => each.rows).filter((row) => row.state === "on-this-phone").length;
    return { ...this.status, waits: Math.max(this.status.waits, here) };
  }

  get allDone(): boolean {
    return this.lifts.length > 0 && firstOpen(this.lifts) === undefined;
  }

  /** Change what the dock shows. */
  draft(values: Partial<SetValues>): void {
    this.drafts.set(this.draftKey, { ...this.drafts.get(this.draftKey), ...values });
    for (const name of Object.keys(values)) delete this.problems[name];
    this.keep();
    this.changed();
  }

  /** What the fields hold is what is known: nothing half-typed, nothing complained about. */
  settle(): void {
    this.problems = {};
    this.typed = {};
    this.typing = "";
  }

  forget(key: string): void {
    this.drafts.delete(key);
    this.keep();
  }

  /** Bring an exercise to the front. */
  show(lift: string): void {
    if (this.front === lift && !this.editing) return;
    this.front = lift;
    this.editing = "";
    this.settle();
    this.keep();
    this.changed();
  }

  open(sheet: Sheet | undefined): void {
    this.sheet = sheet;
    this.changed();
  }

  toggleOptions(): void {
    this.options = !this.options;
    this.changed();
  }

  say(text: string): void {
    this.said = text;
    this.changed();
  }

  tell(text: string, undo?: () => Promise<void>): void {
    this.notice = undo ? { text, undo } : { text };
    this.say(text);
  }

  setBig(big: boolean): void {
    this.big = big;
    remember("legday.big", big ? "1" : undefined);
    this.changed();
  }

  private keepFront(): void {
    if (this.lifts.some((each) => each.id === this.front)) return;
    this.front = resume(this.lifts)?.id ?? "";
  }

  private keep(): void {
    clearTimeout(this.keeping);
    const kept: Kept = { front: this.front, drafts: [...this.drafts] };
    // A draft is a convenience: where it cannot be kept, the screen says so when the set itself cannot.
    this.keeping = setTimeout(() => void this.device.setMeta(`draft:${this.id}`, kept).catch(() => undefined), KEEP_AFTER_MS);
  }

  /** Take up what a page before this one has left. */
  async takeUp(): Promise<void> {
    const kept = await this.device.getMeta<Kept>(`draft:${this.id}`);
    if (!kept) return;
    this.front = kept.front;
    this.drafts = new Map(kept.drafts);
  }
}
