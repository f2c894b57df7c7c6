/** The line to the server: signed in as whom this device belongs to, with a fresh token, or not at all. */

import { GONE } from "./clearing.ts";
import type { Surroundings } from "./surroundings.ts";
import type { Problem } from "./types.ts";
import { ask, SILENCE, type Body, type Outcome } from "./wire.ts";

export const SYNC = "/api/v1/sync";
export const SESSION = "/api/v1/session";

export interface Session {
  csrf: string;
}

export class Link {
  readonly account: string;
  private readonly around: Surroundings;
  private known: Session | undefined;
  private unread: Body | undefined;

  constructor(account: string, around: Surroundings) {
    this.account = account;
    this.around = around;
  }

  /** The token of the last session asked for: for what must be sent without waiting. */
  get csrf(): string | undefined {
    return this.known?.csrf;
  }

  /** The session; the outcome that stands against it otherwise. */
  async session(): Promise<Session | Outcome> {
    if (this.known) return this.known;
    const outcome = await ask(this.around, SESSION);
    if (outcome.kind !== "answer") return outcome;
    const { account, csrf } = outcome.body;
    if (typeof csrf !== "string" || account === undefined) return SILENCE;
    if (account !== this.account) return this.fate(account === null ? refusal(401, "not-signed-in") : refusal(409, "account-mismatch"));
    this.unread = outcome.body;
    this.known = { csrf };
    return this.known;
  }

  /** Not signed in as its owner: whether she has deleted the account meanwhile, which the server says when it is asked. */
  private async fate(refused: Outcome): Promise<Outcome> {
    return (await isGone(this.account, this.around)) ? refusal(410, GONE) : refused;
  }

  /** What the last session said, once: a later answer knows better. */
  news(): Body | undefined {
    const news = this.unread;
    this.unread = undefined;
    return news;
  }

  /** Ask for the session again before anything else. */
  forget(): void {
    this.known = undefined;
  }

  async get(query: string): Promise<Outcome> {
    return this.judged(await ask(this.around, SYNC + query));
  }

  /** A stale token is renewed, once. */
  async post(body: unknown, path = SYNC): Promise<Outcome> {
    const text = JSON.stringify(body);
    const outcome = await this.send(text, path);
    if (outcome.kind !== "problem" || outcome.problem.code !== "csrf") return outcome;
    this.forget();
    return this.send(text, path);
  }

  private async send(body: string, path: string): Promise<Outcome> {
    const session = await this.session();
    if ("kind" in session) return session;
    return this.judged(await ask(this.around, path, { method: "POST", headers: headers(session.csrf), body }));
  }

  private judged(outcome: Outcome): Outcome {
    if (outcome.kind === "problem" && [401, 409, 410].includes(outcome.problem.status)) this.forget();
    return outcome;
  }
}

export function headers(csrf: string): Record<string, string> {
  return { "Content-Type": "application/json", "X-CSRFToken": csrf };
}

/** Whether the server says, in as many words, that the account was deleted. */
export async function isGone(account: string, around: Surroundings): Promise<boolean> {
  const outcome = await ask(around, `${SESSION}?account=${encodeURIComponent(account)}`);
  return outcome.kind === "problem" && outcome.problem.status === 410 && outcome.problem.code === GONE;
}

function refusal(status: number, code: string): Outcome {
  const problem: Problem = { code, status, title: "", detail: "" };
  return { kind: "problem", problem };
}
