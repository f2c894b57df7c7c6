/** The kit: all that a screen needs to know about a workout besides its rows, made by the server, kept for the cellar. */

export type Unit = "kg" | "lb";

/** One line of a prescription. */
export interface Dose {
  superset: number | null;
  sets: number;
  low: number;
  high: number;
  rep_style: string;
  rest_seconds: number;
  target_rir: string | null;
}

export interface KitLine extends Dose {
  exercise: string;
  position: number;
}

export interface LastSet {
  kind: string;
  load_mode: string;
  weight: string | null;
  unit: Unit;
  reps: number | null;
  left: number | null;
  right: number | null;
  seconds: number | null;
  rir: string | null;
  rpe: string | null;
}

export interface Target {
  weight: string | null;
  low: number;
  high: number;
  rir: string | null;
  action: string;
  headline: string;
  reason: string;
  not_loadable: string | boolean | null;
}

export interface Swap {
  reason: string;
  label: string;
  text: string;
  why: string;
  substitute: string | null;
}

export interface ExerciseKit {
  slug: string;
  name: string;
  url: string;
  lead: string;
  rep_style: string;
  load_mode: string;
  load_type: string;
  per_hand: boolean;
  unit: Unit;
  dose: Dose;
  target: Target;
  last: { day: string; sets: LastSet[] } | null;
  grid: string | null;
  stock: string | null;
  warm_up: { weight: string; reps: number }[];
  cues: string[];
  swaps: Swap[];
  sticky: string;
}

export interface PlatePairs {
  size: string;
  unit: Unit;
  pairs: number;
}

/** A bar, sled or handle ("0" where its weight is unknown) in `unit`, and the pairs of plates that fit it. */
export interface Stock {
  bar: string;
  unit: Unit;
  plates: PlatePairs[];
}

export interface Kit {
  version: number;
  account: string | null;
  day: string;
  made: string;
  unit: Unit;
  routine: { slug: string; name: string; deload_offer?: string | null } | null;
  lines: KitLine[];
  exercises: Record<string, ExerciseKit>;
  grids: Record<string, string[]>;
  stocks: Record<string, Stock>;
}
