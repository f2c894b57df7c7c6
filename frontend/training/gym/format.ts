/** Numbers and times as they are read aloud or across a room. */
import { language } from "../../shared/dates.ts";
import { written } from "../../shared/numbers.ts";
import { fill, gettext } from "../../shared/words.ts";
import { countOf } from "./proposal.ts";
import type { Lift, SetValues } from "./model.ts";

export const TIMES = "×";
const MINUS = "−";

/** 0:07, 24:10, 1:02:03; past zero "+0:12". Seconds in. */
export function clock(seconds: number): string {
  const whole = Math.floor(Math.abs(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const tail = `${String(minutes).padStart(hours ? 2 : 1, "0")}:${String(rest).padStart(2, "0")}`;
  return `${seconds < 0 ? "+" : ""}${hours ? `${hours}:` : ""}${tail}`;
}

/** The load in short: 82.5, body, body + 10, help 20, or a dash where nothing is known. */
export function load(values: Pick<SetValues, "load_mode" | "weight">): string {
  const { load_mode } = values;
  const weight = values.weight === null ? "–" : written(values.weight);
  if (load_mode === "bodyweight") return gettext("body");
  if (load_mode === "bodyweight_plus") return fill(gettext("body + %(weight)s"), { weight });
  if (load_mode === "assisted") return fill(gettext("help %(weight)s"), { weight });
  return weight;
}

/** The count in short: 9, 9 / 8 where the sides differ. */
export function counted(values: SetValues, lift: { style: Lift["style"] }): string {
  if (values.left !== null && values.right !== null) return `${values.left} / ${values.right}`;
  const count = countOf(values, lift);
  return count === null ? "–" : `${count}${lift.style === "seconds" ? gettext(" s") : ""}`;
}

/** A set in words, for those who listen and for messages: "82.5 kg × 9". */
export function inWords(values: SetValues, lift: { style: Lift["style"] }): string {
  const unit = values.load_mode === "bodyweight" ? "" : ` ${values.unit}`;
  return `${load(values)}${unit} ${TIMES} ${counted(values, lift)}`;
}

/** What the count counts, in words. */
export function countName(style: Lift["style"]): string {
  const names = { reps: gettext("Reps"), per_side: gettext("Reps a side"), steps: gettext("Steps"), seconds: gettext("Seconds") };
  return names[style];
}

/** A step of a stepper, with its sign. */
export function stepName(difference: number): string {
  return `${difference < 0 ? MINUS : "+"}${sizes(language()).format(Math.abs(difference))}`;
}

let steps: Intl.NumberFormat | undefined;
let stepsFor = "";

/** Kept: making one takes two milliseconds on a slow phone, and each row of steps asks for four. */
function sizes(lang: string): Intl.NumberFormat {
  if (steps && stepsFor === lang) return steps;
  stepsFor = lang;
  steps = new Intl.NumberFormat(lang, { maximumFractionDigits: 3, useGrouping: false });
  return steps;
}

/** At most three decimals, none at the end. */
export function plain(value: number): string {
  return written(String(Math.round(value * 1000) / 1000));
}

export function kindName(kind: SetValues["kind"]): string {
  const names = { working: gettext("Working"), warmup: gettext("Warm-up"), drop: gettext("Drop"), failure: gettext("To failure") };
  return names[kind];
}
