/** One request, and what counts as an answer: nothing that a captive portal, a proxy or a cut line can make up. */

import { language } from "../../shared/languages.ts";
import type { Surroundings } from "./surroundings.ts";
import type { Problem } from "./types.ts";

/** A request that takes longer counts as lost; 100 sets on 50 kbit/s with 2 s of delay take about 15. */
const PATIENCE = 20_000;

export type Body = Record<string, unknown>;
/** `at`: the server's clock, where it says so. `silence`: nobody answered, or not our server. */
export type Outcome =
  | { kind: "answer"; body: Body; at: number | undefined }
  | { kind: "problem"; problem: Problem }
  | { kind: "silence"; late: boolean };

export const SILENCE: Outcome = { kind: "silence", late: false };

export async function ask(around: Surroundings, path: string, init: RequestInit = {}): Promise<Outcome> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE);
  try {
    const response = await around.fetch(path, { ...SAFELY, ...init, headers: inLanguage(init), signal: patience.signal });
    return read(response, await response.text());
  } catch {
    return { kind: "silence", late: patience.signal.aborted };
  } finally {
    clearTimeout(timer);
  }
}

/** The API has one address for all languages, and answers in this page's: see legday/languages.py. */
function inLanguage(init: RequestInit): Record<string, string> {
  return { "Accept-Language": language(), ...(init.headers as Record<string, string> | undefined) };
}

/** A redirect is a login page or a portal: never followed. */
export const SAFELY: RequestInit = { redirect: "error", credentials: "same-origin", cache: "no-store" };

function read(response: Response, text: string): Outcome {
  const type = (response.headers.get("Content-Type") ?? "").split(";")[0]?.trim();
  const ours = response.status === 200 ? "application/json" : "application/problem+json";
  const body = type === ours && !response.redirected ? parse(text) : undefined;
  if (!body) return SILENCE;
  if (response.status === 200) return { kind: "answer", body, at: instant(response.headers.get("Date")) };
  return { kind: "problem", problem: problemIn(body, response) };
}

function parse(text: string): Body | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isBody(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function isBody(value: unknown): value is Body {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function instant(text: string | null): number | undefined {
  const at = Date.parse(text ?? "");
  return Number.isNaN(at) ? undefined : at;
}

function problemIn(body: Body, response: Response): Problem {
  const problem = asProblem(body, response.status);
  const seconds = Number(response.headers.get("Retry-After") ?? NaN);
  if (seconds >= 0) problem.retryAfter = seconds;
  return problem;
}

/** A problem as RFC 9457 has it, whatever of it is there. */
export function asProblem(body: unknown, status = 422): Problem {
  const said: Body = isBody(body) ? body : {};
  const text = (name: string): string => (typeof said[name] === "string" ? said[name] : "");
  const problem: Problem = { code: text("code") || "unknown", title: text("title"), detail: text("detail"), status };
  if (isBody(said["errors"])) problem.errors = said["errors"] as Record<string, string[]>;
  if (typeof said["left"] === "number") problem.left = said["left"];
  return problem;
}
