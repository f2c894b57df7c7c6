/** Why nothing was written: no storage at all, no room, or the browser broke off. */
export type Reason = "unavailable" | "quota" | "aborted";

/** Nothing was written: the value must stay in the field and the row say NOT SAVED. */
export class NotSaved extends Error {
  readonly reason: Reason;

  constructor(reason: Reason, cause?: unknown) {
    super(`not saved: ${reason}`, { cause });
    this.name = "NotSaved";
    this.reason = reason;
  }
}

export function isQuota(error: unknown): boolean {
  return error instanceof Error && error.name === "QuotaExceededError";
}
