/** A line of the plan as it is shown before the start; the same words on every page that the device draws. */
import type { ExerciseKit, Kit, KitLine } from "./device/index.ts";
import { written } from "../shared/numbers.ts";
import { gettext } from "../shared/words.ts";

export interface Planned {
  name: string;
  /** What stands for the weight: "2" before it where the weight is of one hand's dumbbell; no unit beside a word. */
  load: { hands: boolean; text: string; unit: string };
  sets: string;
  range: string;
  /** What the range counts, where it is not plain reps. */
  counted: string;
}

/** 8–10, or 20 where both ends are the same. */
export function range(low: number, high: number): string {
  return low === high ? `${low}` : `${low}–${high}`;
}

export function planned(kit: Kit, line: KitLine): Planned {
  const known = kit.exercises[line.exercise];
  const target = known?.target;
  const [low, high] = [target?.low ?? line.low, target?.high ?? line.high];
  return {
    name: known?.name ?? line.exercise,
    load: loadOf(known),
    sets: String(line.sets),
    range: range(low, high),
    counted: countedOf(line.rep_style),
  };
}

function loadOf(known: ExerciseKit | undefined): Planned["load"] {
  const weight = known?.target.weight;
  if (known && weight) return { hands: known.per_hand, text: written(weight), unit: known.unit };
  return { hands: false, text: known?.load_mode === "bodyweight" ? gettext("body") : "–", unit: "" };
}

function countedOf(style: string): string {
  const names: Record<string, string> = { steps: gettext("steps"), per_side: gettext("a side"), seconds: gettext("s") };
  return names[style] ?? "";
}
