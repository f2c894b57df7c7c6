/** The rest between sets: an instant at which it is over, never a count, so that it is true after a lock or a reload. */

/** `end` in milliseconds of the epoch; `total` and what was given at the start in seconds; `rung` once it was called. */
export interface Rest {
  workout: string;
  lift: string;
  end: number;
  total: number;
  rung?: boolean;
}

export const STEP_SECONDS = 15;
/** A rest that has been over for so long is of no interest any more. */
const STALE_SECONDS = 600;

export function begin(workout: string, lift: string, seconds: number, now: number): Rest {
  return { workout, lift, end: now + seconds * 1000, total: seconds };
}

/** Seconds left; below 0 the rest is over for so long. Whole seconds, so that all displays change together. */
export function left(rest: Rest, now: number): number {
  const seconds = (rest.end - now) / 1000;
  return seconds > 0 ? Math.ceil(seconds) : -Math.floor(-seconds);
}

/** Longer or shorter, never below nothing. */
export function extend(rest: Rest, seconds: number, now: number): Rest {
  const end = Math.max(now, Math.max(rest.end, now) + seconds * 1000);
  return { ...rest, end, total: Math.max(STEP_SECONDS, rest.total + seconds), rung: end <= now };
}

/** How much of it has passed, 0 to 1. */
export function passed(rest: Rest, now: number): number {
  return Math.min(1, Math.max(0, 1 - (rest.end - now) / (rest.total * 1000)));
}

export function isStale(rest: Rest, now: number): boolean {
  return left(rest, now) < -STALE_SECONDS;
}
