/** Today's swap made the routine's: offered to members, while there is a signal, for what stands in a routine. */
import type { Kit, SwapOutcome } from "../../device/index.ts";
import { fill, gettext } from "../../../shared/words.ts";
import type { Gym } from "../gym.ts";
import type { Lift } from "../model.ts";
import { swapLift } from "./lifts.ts";

/** none: there is no routine to change; offline: there is, but the server is out of reach. */
export type Offer = "none" | "offline" | "ready";

export function offer(account: string, isOnline: boolean, kit: Kit | undefined, slug: string): Offer {
  if (account === "guest" || !kit?.routine || !kit.lines.some((each) => each.exercise === slug)) return "none";
  return isOnline ? "ready" : "offline";
}

export interface Names {
  old: string;
  new: string;
}

/** What the live region says once the server has answered, or has not. */
export function told(outcome: SwapOutcome, names: Names): string {
  if (outcome.kind === "done") return fill(gettext("%(new)s instead of %(old)s, from now on."), { ...names });
  const why = outcome.kind === "problem" ? outcome.problem.detail || outcome.problem.title : gettext("The server did not answer.");
  return fill(gettext("%(new)s instead of %(old)s today only: your routine is not changed. %(why)s"), { ...names, why });
}

/** Today's swap first, for that is safe on this phone; then the routine. Undo takes both back. */
export async function swapLasting(gym: Gym, lift: Lift, slug: string): Promise<void> {
  const routine = gym.kit?.routine?.slug;
  const names: Names = { old: lift.name, new: gym.kit?.exercises[slug]?.name ?? slug };
  const wasSwapped = await swapLift(gym, lift, slug);
  if (!wasSwapped || !routine) return;
  const undoToday = gym.notice?.undo;
  const outcome = await gym.device.swapForGood(routine, { old: lift.slug, new: slug });
  gym.tell(told(outcome, names), async () => {
    await undoToday?.();
    if (outcome.kind !== "done") return;
    const back = await gym.device.swapForGood(routine, { old: slug, new: lift.slug });
    if (back.kind !== "done") gym.tell(gettext("Taken back for today. Your routine could not be changed back: do that under My routines."));
  });
}
