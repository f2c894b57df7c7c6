/** What is kept on this phone, in a line: on the pages to sign in and up, and in the settings. */
import { guestLog } from "../training/device/adopt.ts";
import { knownAccount } from "../training/device/index.ts";
import { holds, unsentOf, unsentOfOthers } from "../training/device/leave.ts";
import { fill, gettext, ngettext } from "../shared/words.ts";
import { workoutsIn } from "./amounts.ts";
import { guestIsHere } from "./guest-here.ts";

/** `where`: "in" or "up". */
export async function sayKept(line: HTMLElement, where: string): Promise<void> {
  const words = [await guestWords(where), await queueWords()].filter((each) => each !== "");
  line.textContent = words.join(" ");
  line.hidden = words.length === 0;
}

async function guestWords(where: string): Promise<string> {
  if (!(await guestIsHere())) return "";
  const { workouts } = await guestLog();
  if (workouts === 0) return "";
  const words =
    where === "up"
      ? ngettext("What is on this phone is kept: %(workouts)s comes along.", "What is on this phone is kept: %(workouts)s come along.", workouts)
      : gettext("What is on this phone is kept: %(workouts)s logged without an account. You are asked about it next.");
  return fill(words, { workouts: workoutsIn(workouts) });
}

async function queueWords(): Promise<string> {
  const account = knownAccount();
  if (account === "guest" || !(await holds(account))) return "";
  const { sets } = await unsentOf(account);
  if (sets === 0) return "";
  return fill(ngettext("%(n)s set waits on this phone, and is sent when its owner has signed in.", "%(n)s sets wait on this phone, and are sent when their owner has signed in.", sets), { n: sets });
}

/** The row of the settings that leads to the devices. */
export async function sayWaiting(line: HTMLElement, account: string): Promise<void> {
  const [mine, others] = await Promise.all([unsentOf(account), unsentOfOthers(account)]);
  const words: string[] = [];
  if (mine.sets > 0) words.push(waiting(mine.sets));
  if (others.changes > 0) words.push(gettext("Sets of another account wait on this phone"));
  line.textContent = words.join(". ") || gettext("Nothing waits to be sent");
}

export function waiting(sets: number): string {
  return fill(ngettext("%(n)s set waits", "%(n)s sets wait", sets), { n: sets });
}
