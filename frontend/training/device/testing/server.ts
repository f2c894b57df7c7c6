/** A server in memory that speaks `/api/v1/sync` as the contract has it, and can be told to misbehave. */

import type { Fields, Kind, Op, Problem } from "../types.ts";
import { Account, type Sent } from "./account.ts";

/** Instead of an answer: a response, or nothing (undefined goes on as usual). */
export type Fault = (path: string, body: Push | undefined, go: () => Response) => Response | Promise<Response> | undefined;

export interface Push {
  account: string;
  client: string;
  epoch: string;
  cursor: number | null;
  purpose: string;
  schema: number;
  mutations: Sent[];
}

export interface Told {
  rev: number;
  op: Op;
  kind: Kind;
  row: string;
  mutation: string;
  fields: Fields;
  replaced: Fields;
  conflict: boolean;
  client: string;
}

export class FakeServer {
  accounts = new Map<string, Account>();
  /** Who the browser's cookie says it is. */
  signedIn: string | null = "anna";
  csrf = "token-1";
  /** Accounts that their owners have deleted. */
  gone = new Set<string>();
  /** How many changes or rows a page holds. */
  page = 500;
  faults: Fault[] = [];
  pushes: Push[] = [];
  requests: string[] = [];
  date = Date.parse("2026-11-23T12:00:00Z");
  private open = 0;
  busiest = 0;
  kits = new Map<string, unknown>();

  account(name = "anna"): Account {
    let account = this.accounts.get(name);
    if (!account) this.accounts.set(name, (account = new Account()));
    return account;
  }

  fetch = async (path: string, init: RequestInit): Promise<Response> => {
    this.busiest = Math.max(this.busiest, ++this.open);
    try {
      await new Promise((resolve) => setImmediate(resolve));
      if (init.signal?.aborted) throw new DOMException("aborted", "AbortError");
      return await this.answer(path, init);
    } finally {
      this.open--;
    }
  };

  private async answer(path: string, init: RequestInit): Promise<Response> {
    this.requests.push(`${init.method ?? "GET"} ${path}`);
    const body = init.body ? (JSON.parse(String(init.body)) as Push) : undefined;
    if (body) this.pushes.push(body);
    const go = (): Response => this.route(path, init, body);
    const fault = this.faults.shift();
    return (await fault?.(path, body, go)) ?? go();
  }

  private route(path: string, init: RequestInit, body: Push | undefined): Response {
    const url = new URL(path, "http://legday.test");
    if (url.pathname === "/api/v1/session") return this.session(url.searchParams.get("account"));
    if (this.kits.has(path)) return this.json(this.kits.get(path));
    if (this.signedIn === null) return this.problem(401, "not-signed-in");
    if (url.pathname !== "/api/v1/sync") return this.problem(404, "not-found");
    if (!body) return this.pull(url.searchParams);
    if (new Headers(init.headers).get("X-CSRFToken") !== this.csrf) return this.problem(403, "csrf");
    if (body.account !== this.signedIn && this.gone.has(body.account)) return this.problem(410, "account-gone");
    if (body.account !== this.signedIn) return this.problem(409, "account-mismatch");
    return this.push(body);
  }

  json(body: unknown, headers: Record<string, string> = {}): Response {
    const date = new Date(this.date).toUTCString();
    return new Response(JSON.stringify(body), { headers: { "Content-Type": "application/json; charset=utf-8", Date: date, ...headers } });
  }

  problem(status: number, code: string, more: Partial<Problem> = {}, headers: Record<string, string> = {}): Response {
    const body = JSON.stringify({ type: `/problems/${code}`, title: code, detail: code, code, status, ...more });
    return new Response(body, { status, headers: { "Content-Type": "application/problem+json", ...headers } });
  }

  private session(held: string | null): Response {
    if (held !== null && held !== this.signedIn && this.gone.has(held)) return this.problem(410, "account-gone");
    const account = this.signedIn === null ? undefined : this.account(this.signedIn);
    const { epoch = "e0", rev = 0, floor = 0 } = account ?? {};
    return this.json({ account: this.signedIn, csrf: this.csrf, epoch, rev, floor, schema: 1 });
  }

  private push(body: Push): Response {
    const account = this.account(body.account);
    const { epoch, floor } = account;
    if (body.epoch !== epoch) {
      return this.json({ epoch, rev: account.rev, floor, results: [], changes: [], cursor: null, more: false, epoch_changed: true });
    }
    if (body.cursor !== null && body.cursor > account.rev) return this.problem(400, "bad-cursor");
    if (body.mutations.length > 100) return this.problem(413, "too-many-mutations");
    const results = body.mutations.map((mutation) => account.apply(mutation, body.client, body.purpose));
    const changes = body.cursor === null ? { changes: [], cursor: null, more: false } : this.changes(account, body.cursor);
    return this.json({ epoch, rev: account.rev, results, ...changes });
  }

  private changes(account: Account, cursor: number): { changes: Told[]; cursor: number; more: boolean } {
    const changes = account.changes.filter(({ rev }) => rev > cursor).slice(0, this.page);
    const reached = changes.at(-1)?.rev ?? account.rev;
    return { changes, cursor: reached, more: reached < account.rev };
  }

  private pull(query: URLSearchParams): Response {
    const account = this.account(this.signedIn ?? "");
    const { epoch, rev } = account;
    const cursor = query.get("cursor");
    if (cursor !== null) {
      if (Number(cursor) > rev) return this.problem(400, "bad-cursor");
      return this.json({ epoch, rev, ...this.changes(account, Number(cursor)) });
    }
    const [life, at, from] = (query.get("page") ?? `${epoch}|${rev}|-1`).split("|");
    if (life !== epoch) return this.problem(400, "bad-cursor");
    const all = account.live(Number(from));
    const rows = all.slice(0, this.page);
    const page = rows.length < all.length ? `${epoch}|${at}|${rows.at(-1)?.order}` : null;
    const first = query.get("page") === null ? (query.get("first") ?? "") : "";
    const wanted = account.within(first);
    return this.json({ epoch, rev: Number(at), rows: [...wanted, ...rows], page, ...(wanted.length > 0 ? { whole: first } : {}) });
  }
}
