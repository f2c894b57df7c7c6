/** The rules for a set in the dock, in words beside the field. The rules themselves are the server's (device/rules.ts). */
import { gettext } from "../../shared/words.ts";
import { checkSet } from "../device/rules.ts";
import { fieldsOf } from "./commands/sets.ts";
import type { Lift, SetValues } from "./model.ts";

/** A sentence for each wrong field; nothing where the set can be logged. */
export function check(values: SetValues, lift: Pick<Lift, "style">): Record<string, string> {
  const problems = { ...checkSet(fieldsOf(values, true)) };
  const counted = lift.style === "seconds" ? "seconds" : "reps";
  if (lift.style === "seconds" && problems["reps"]) {
    problems[counted] = gettext("How many seconds? Type them.");
    delete problems["reps"];
  }
  return problems;
}
