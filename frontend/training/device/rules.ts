/** What a set may hold: the server's `log/rules.py`, word for word, so that a slip is seen before it is saved. */

import { gettext, fill } from "../../shared/words.ts";
import type { Unit } from "./kit-types.ts";
import { parseCount, parseHalfSteps, parseWeight, trimmed, type Refusal, type Typed } from "./numbers.ts";
import type { Fields } from "./types.ts";

export { parseCount, parseHalfSteps, parseWeight } from "./numbers.ts";

const MAX_REPS = 999;
const MAX_SECONDS = 86_400;
const MAX_NOTE = 2000;

/** The sentence for a number that was not taken. */
export function refusal({ code, low, high }: Refusal): string {
  if (code === "out_of_range") return fill(gettext("Type a number from %(low)s to %(high)s."), { low, high });
  if (code === "not_a_half_step") return gettext("In steps of a half, such as 1, 1.5 or 2.");
  if (code === "too_many_digits") return gettext("That number is too long.");
  if (code === "not_a_whole_number") return gettext("Write a whole number in plain digits, such as 8.");
  return gettext("Write a number in plain digits, such as 62.5 or 62,5.");
}

export type Problems = Record<string, string>;

/** A sentence for each wrong field of a whole set; none for one that the server takes. Numbers may come as text. */
export function checkSet(fields: Fields): Problems {
  const problems: Problems = {};
  checkWeight(fields, problems);
  checkCounts(fields, problems);
  checkEffort(fields, problems);
  const note = text(fields["note"]);
  if ([...note].length > MAX_NOTE || note.includes("\0")) {
    problems["note"] = gettext("Keep the note under 2,000 characters, plain text only.");
  }
  return problems;
}

function text(value: unknown): string {
  return value === null || value === undefined ? "" : String(value);
}

/** A field that holds nothing but spaces is empty. */
function isGiven(value: unknown): boolean {
  return trimmed(text(value)) !== "";
}

function checkWeight(fields: Fields, problems: Problems): void {
  const weight = text(fields["weight"]);
  if (fields["load_mode"] === "bodyweight") {
    if (weight) problems["weight"] = gettext("Body weight alone has no weight: clear the field, or choose another load.");
    return;
  }
  if (!isGiven(weight)) {
    problems["weight"] = gettext("Type the weight, 0 for an empty machine, or choose body weight.");
    return;
  }
  const unit: Unit = fields["unit"] === "lb" ? "lb" : "kg";
  note(problems, "weight", parseWeight(weight, unit));
}

function note(problems: Problems, name: string, typed: Typed | Refusal): void {
  if (!typed.ok) problems[name] = refusal(typed);
}

function checkCounts(fields: Fields, problems: Problems): void {
  for (const name of ["reps", "left", "right", "seconds"]) {
    const high = name === "seconds" ? MAX_SECONDS : MAX_REPS;
    if (isGiven(fields[name])) note(problems, name, parseCount(text(fields[name]), 0, high));
  }
  const [left, right] = [isGiven(fields["left"]), isGiven(fields["right"])];
  if (left !== right) problems[left ? "right" : "left"] = gettext("Give both sides, or one number for both.");
  if (!isGiven(fields["reps"]) && !isGiven(fields["seconds"]) && !left) {
    problems["reps"] ??= gettext("How many? Type the reps of the set.");
  }
}

function checkEffort(fields: Fields, problems: Problems): void {
  const { rir, rpe } = fields as { rir?: unknown; rpe?: unknown };
  if (isGiven(rir)) note(problems, "rir", parseHalfSteps(text(rir), 0, 10));
  if (isGiven(rpe)) note(problems, "rpe", parseHalfSteps(text(rpe), 1, 10));
  if (isGiven(rir) && isGiven(rpe)) problems["rpe"] = gettext("Give reps in reserve or RPE, not both.");
}
