/** The one sender of a browser: sends what waits, pulls what is new, and knows when to leave the server alone. */

import { epochOf } from "./answers.ts";
import { GONE } from "./clearing.ts";
import { danceStep } from "./dance.ts";
import { meetEpoch } from "./epoch.ts";
import { Link } from "./link.ts";
import { Pace } from "./pace.ts";
import { pullStep } from "./pull.ts";
import { pushStep, type Reply, type Talk } from "./push.ts";
import type { Store } from "./store.ts";
import type { Surroundings } from "./surroundings.ts";
import type { Phase, Problem } from "./types.ts";

/** What the pusher tells its device. */
export interface Reports {
  phase(phase: Phase, problem?: Problem): void;
  /** Rows are not what they were; `saved`: because something was committed. */
  changed(saved: boolean): void;
  failed(): void;
  /** The account was deleted. */
  gone(): void;
}

interface Halt {
  phase: Phase;
  problem?: Problem;
}

const FRESH = 60_000;

export class Pusher {
  readonly link: Link;
  /** The workout that somebody waits for: where the whole log is fetched, it comes first. */
  wanted: string | undefined;
  private readonly store: Store;
  private readonly around: Surroundings;
  private readonly reports: Reports;
  private readonly pace = new Pace();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private round: Promise<void> | undefined;
  private again = false;
  private stopped = false;
  private doubted = false;
  /** Whether others may have changed something that was not pulled yet. */
  private stale = true;
  private pulledAt = -Infinity;

  constructor(account: string, store: Store, around: Surroundings, reports: Reports) {
    this.link = new Link(account, around);
    this.store = store;
    this.around = around;
    this.reports = reports;
  }

  /** Send at once, or as soon as the server allows it. */
  kick(): void {
    if (this.stopped) return;
    if (this.pace.held > 0) this.later(this.pace.held);
    else if (this.around.online()) void this.run();
    // Without a network not even a try, which would mark what waits as sent perhaps. The timer tries all the same.
    else if (!this.round) this.halt({ phase: "offline" });
  }

  /** The page is looked at again: pull, unless that was just done. */
  wake(): void {
    if (Math.abs(Date.now() - this.pulledAt) > FRESH) this.stale = true;
    this.kick();
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private later(delay: number): void {
    clearTimeout(this.timer);
    if (!this.stopped) this.timer = setTimeout(() => void this.run(), delay);
  }

  /** Go through all that waits; never twice at a time in this page, and the lock sees to the other pages. */
  run(): Promise<void> {
    this.again = true;
    this.round ??= this.rounds().finally(() => {
      this.round = undefined;
    });
    return this.round;
  }

  private async rounds(): Promise<void> {
    clearTimeout(this.timer);
    while (this.again && this.pace.held === 0 && !this.stopped) {
      this.again = false;
      const name = `legday-push-${this.link.account}`;
      await this.around.alone(name, () => this.shift()).catch(() => this.halt({ phase: "waiting" }));
    }
  }

  private async shift(): Promise<void> {
    if ((await (await this.store.db()).count("outbox")) > 0) this.reports.phase("sending");
    for (;;) {
      if (this.stopped) return;
      const next = await this.step();
      if (next === "idle") return this.reports.phase("idle");
      if (next !== "go") return this.halt(next);
    }
  }

  private halt(halt: Halt): void {
    this.reports.phase(halt.phase, halt.problem);
    this.reports.failed();
    this.later(this.pace.next(this.around.random()));
  }

  private async step(): Promise<"go" | "idle" | Halt> {
    const session = await this.link.session();
    if ("kind" in session) return this.judge(session);
    const news = epochOf(this.link.news() ?? {});
    if (news && (await meetEpoch(this.store, news.epoch, news.floor))) return this.went(false);
    const talk: Talk = { store: this.store, link: this.link, size: this.pace.size, wanted: this.wanted };
    const danced = await danceStep(talk);
    if (danced !== undefined) return danced === "go" ? this.went(false) : this.judge(danced);
    return this.exchange(talk);
  }

  private async exchange(talk: Talk): Promise<"go" | "idle" | Halt> {
    const pushed = await pushStep(talk);
    if (pushed === "idle") return this.stale ? this.pull(talk) : "idle";
    if (pushed.kind !== "sent") return this.judge(pushed);
    this.pulled(pushed.more);
    return this.went(true);
  }

  private async pull(talk: Talk): Promise<"go" | Halt> {
    const pulled = await pullStep(talk);
    if (pulled.kind !== "pulled") return this.judge(pulled);
    this.pulled(pulled.more);
    return this.went(false);
  }

  private pulled(more: boolean): void {
    this.stale = more;
    this.pulledAt = Date.now();
  }

  private went(saved: boolean): "go" {
    this.doubted = false;
    this.pace.succeeded();
    if (saved) this.pace.grow();
    this.reports.changed(saved);
    return "go";
  }

  /** What stands against it: go on all the same with less, or stop and try again later. */
  private judge(reply: Reply): "go" | Halt {
    if (reply.kind === "epoch") return this.doubt();
    if (reply.kind === "problem") return this.heed(reply.problem);
    this.pace.halve();
    return { phase: "offline" };
  }

  /** An answer of another epoch: the session says more. If it knows of none, they contradict each other. */
  private doubt(): "go" | Halt {
    this.doubted = !this.doubted;
    return this.doubted ? "go" : { phase: "waiting" };
  }

  private heed(problem: Problem): "go" | Halt {
    const { code, status, left = 0 } = problem;
    if (status === 410 && code === GONE) {
      this.stop();
      this.reports.gone();
      return { phase: "signed-out", problem };
    }
    if (status === 401) return { phase: "signed-out", problem };
    if (status === 409) return { phase: "other-account", problem };
    if ((status === 413 || status === 422) && this.pace.size > 1) {
      this.pace.halve();
      return "go";
    }
    if (code === "daily-limit" && left > 0 && left < this.pace.size) {
      this.pace.atMost(left);
      return "go";
    }
    if (problem.retryAfter !== undefined) this.pace.hold(problem.retryAfter);
    return { phase: "waiting", problem };
  }
}
