/** How soon to try again, and how much to dare. */

import { MAX_SIZE, START_SIZE } from "./batch.ts";

const SHORTEST = 1_000;
const LONGEST = 300_000;

export class Pace {
  size = START_SIZE;
  private failures = 0;
  /** By the page's own clock, which nobody can set. */
  private notBefore = 0;

  /** How long the server asked to be left alone, ms. */
  get held(): number {
    return Math.max(this.notBefore - performance.now(), 0);
  }

  succeeded(): void {
    this.failures = 0;
  }

  grow(): void {
    this.size = Math.min(this.size * 2, MAX_SIZE);
  }

  halve(): void {
    this.size = Math.max(Math.floor(this.size / 2), 1);
  }

  /** The server takes only so many more today. */
  atMost(left: number): void {
    this.size = Math.max(Math.min(this.size, left), 1);
  }

  hold(seconds: number): void {
    this.notBefore = performance.now() + seconds * 1_000;
  }

  /** Full jitter between 1 s and a bound that doubles up to 5 min: many phones must not come back as one. */
  next(random: number): number {
    const bound = Math.min(SHORTEST * 2 ** ++this.failures, LONGEST);
    return Math.max(SHORTEST + random * (bound - SHORTEST), this.held);
  }
}
