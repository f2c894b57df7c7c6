/** How much of a log, in words. */
import { language } from "../shared/dates.ts";
import type { GuestLog } from "../training/device/adopt.ts";
import { fill, gettext, ngettext } from "../shared/words.ts";

export function workoutsIn(n: number): string {
  return fill(ngettext("%(n)s workout", "%(n)s workouts", n), { n });
}

export function setsIn(n: number): string {
  return fill(ngettext("%(n)s set", "%(n)s sets", n), { n });
}

/** "2 workouts, 31 sets, the newest on 20 November". */
export function amountOf({ workouts, sets, newest }: GuestLog): string {
  const amount = { workouts: workoutsIn(workouts), sets: setsIn(sets) };
  if (!newest) return fill(gettext("%(workouts)s, %(sets)s"), amount);
  return fill(gettext("%(workouts)s, %(sets)s, the newest on %(day)s"), { ...amount, day: dayAndMonth(newest) });
}

/** A calendar day, at noon so that it is that day in every zone. */
function dayAndMonth(day: string): string {
  const at = new Date(`${day}T12:00:00`);
  const here = at.getFullYear() === new Date().getFullYear();
  return new Intl.DateTimeFormat(language(), { day: "numeric", month: "long", ...(here ? {} : { year: "numeric" }) }).format(at);
}
