/** The workout as a whole: finish, take that back, discard, take that back. Leaving is no command: it stays open. */
import { gettext } from "../../../shared/words.ts";
import { noteClosed, noteOpened } from "../../../shared/who.ts";
import type { Gym } from "../gym.ts";
import { endRest } from "./rest.ts";
import { write } from "./sets.ts";
import { here } from "../../../shared/languages.ts";

export async function finish(gym: Gym): Promise<void> {
  // A clock that was set back must not end it before it began.
  const end = new Date(Math.max(Date.now(), gym.session?.started?.getTime() ?? 0));
  await put(gym, { finished_at: end.toISOString() }, gettext("Workout finished."));
  await endRest(gym);
}

export async function reopen(gym: Gym): Promise<void> {
  gym.notice = undefined;
  await put(gym, { finished_at: null }, gettext("The workout is open again."));
}

async function put(gym: Gym, fields: Record<string, string | null>, said: string): Promise<void> {
  if (!(await write(gym, [{ op: "put", kind: "workout", row: gym.id, fields }], gym.id))) return;
  gym.open(undefined);
  gym.say(said);
  await gym.refresh();
  rememberOpen(gym);
}

/** The whole workout with its sets; what is left on the screen is the way back. */
export async function discard(gym: Gym): Promise<void> {
  if (!(await write(gym, [{ op: "delete", kind: "workout", row: gym.id }], gym.id))) return;
  await endRest(gym);
  gym.open(undefined);
  gym.say(gettext("Workout discarded."));
  await gym.refresh();
  rememberOpen(gym);
}

export async function undoDiscard(gym: Gym): Promise<void> {
  if (!(await write(gym, [{ op: "restore", kind: "workout", row: gym.id }], gym.id))) return;
  gym.say(gettext("The workout is back."));
  await gym.refresh();
  rememberOpen(gym);
}

/** Every page of the site offers to resume what stands here. */
export function rememberOpen(gym: Gym): void {
  const { session } = gym;
  if (!session) return;
  const isOpen = session.started !== null && session.finished === null && !session.discarded;
  (isOpen ? noteOpened : noteClosed)(here(`/train/${gym.id}/`));
}
