/** What a set may hold: the server's `log/rules.py`, word for word, so that a slip is seen before it is saved. */

import { gettext, fill } from "../../shared/words.ts";
import type { Unit } from "./kit-types.ts";
import { parseCount, parseHalfSteps, parseWeight, type Refusal, type Typed } from "./numbers.ts";
import type { Fields } from "./types.ts";

export { parseCount, parseHalfSteps, parseWeight } from "./numbers.ts";

const MAX_REPS = 999;
const MAX_SECONDS = 86_400;
const MAX_NOTE = 2000;
const WIDE = 1e12;
/** As many as the server keeps: files of other apps have 149.99999999999997. Twin: log/actions/incoming/rows.py. */
const KEPT_DIGITS = 23;
const COUNTS = ["reps", "left", "right", "seconds"];

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
  readNumbers(fields, problems);
  checkWeight(fields, problems);
  checkCounts(fields, problems);
  checkEffort(fields, problems);
  const note = text(fields["note"]);
  if (note.includes("\0")) problems["note"] = gettext("This text holds characters that cannot be kept: type it again.");
  else if ([...note].length > MAX_NOTE) problems["note"] = gettext("Keep the note under 2,000 characters, plain text only.");
  return problems;
}

function text(value: unknown): string {
  return value === null || value === undefined ? "" : String(value);
}

/** First whether they are numbers at all, as the server reads them. */
function readNumbers(fields: Fields, problems: Problems): void {
  const unit: Unit = fields["unit"] === "lb" ? "lb" : "kg";
  const readers: Record<string, (typed: string) => Typed | Refusal> = {
    weight: (typed) => parseWeight(typed, unit, KEPT_DIGITS),
    rir: (typed) => parseHalfSteps(typed, 0, 10),
    rpe: (typed) => parseHalfSteps(typed, 0, 10),
  };
  for (const name of COUNTS) readers[name] = (typed) => parseCount(typed, 0, WIDE);
  for (const [name, reader] of Object.entries(readers)) {
    const typed = text(fields[name]);
    const read = typed ? reader(typed) : undefined;
    if (read && !read.ok) problems[name] = refusal(read);
  }
}

function checkWeight(fields: Fields, problems: Problems): void {
  const weight = text(fields["weight"]);
  const alone = fields["load_mode"] === "bodyweight";
  if (alone && weight) {
    problems["weight"] ??= gettext("Body weight alone has no weight: clear the field, or choose another load.");
  }
  if (!alone && !weight) {
    problems["weight"] = gettext("Type the weight, 0 for an empty machine, or choose body weight.");
  }
}

function checkCounts(fields: Fields, problems: Problems): void {
  for (const name of COUNTS) {
    const [high, sentence] =
      name === "seconds" ? [MAX_SECONDS, gettext("Seconds run from 0 to 86,400.")] : [MAX_REPS, gettext("Reps run from 0 to 999.")];
    if (!problems[name] && Number(text(fields[name])) > high) problems[name] = sentence;
  }
  const [left, right] = [text(fields["left"]), text(fields["right"])];
  if (!left !== !right) problems[left ? "right" : "left"] = gettext("Give both sides, or one number for both.");
  if (!text(fields["reps"]) && !text(fields["seconds"]) && !left) {
    problems["reps"] ??= gettext("How many? Type the reps of the set.");
  }
}

function checkEffort(fields: Fields, problems: Problems): void {
  const [rir, rpe] = [text(fields["rir"]), text(fields["rpe"])];
  if (problems["rpe"]) return;
  if (rpe && Number(rpe.replace(",", ".")) < 1) problems["rpe"] = gettext("RPE runs from 1 to 10 in halves.");
  if (rir && rpe) problems["rpe"] = gettext("Give reps in reserve or RPE, not both.");
}
