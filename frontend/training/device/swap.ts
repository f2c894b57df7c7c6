/** Another exercise in her routine from now on. The server changes the routine; the next session's kit is kept. */

import { keepRoutine } from "./kit.ts";
import type { Link } from "./link.ts";
import type { Store } from "./store.ts";
import type { Problem } from "./types.ts";

/** silence: nobody answered, so it may or may not be done; sending it again harms nothing. */
export type SwapOutcome = { kind: "done" } | { kind: "problem"; problem: Problem } | { kind: "silence" };

export async function swapForGood(
  link: Link,
  store: Store,
  account: string,
  routine: string,
  swap: { old: string; new: string },
): Promise<SwapOutcome> {
  const outcome = await link.post(swap, `/api/v1/train/routines/${encodeURIComponent(routine)}/swap`);
  if (outcome.kind === "problem") return { kind: "problem", problem: outcome.problem };
  if (outcome.kind !== "answer") return { kind: "silence" };
  // Where the browser keeps nothing it is done all the same: the next visit with a signal fetches the kit.
  const kit = await keepRoutine(store, account, outcome.body).catch(() => undefined);
  return kit || outcome.body["lines"] ? { kind: "done" } : { kind: "silence" };
}
