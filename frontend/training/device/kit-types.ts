/** The kit: all that a screen needs to know about a workout besides its rows, made by the server, kept for the cellar. */

export type Unit = "kg" | "lb";

/** Sets and rep range; `low` and `high` count what `rep_style` says. */
export interface Dose {
  sets: number;
  low: number;
  high: number;
  rep_style: string;
  rest_seconds: number;
  target_rir: string | null;
}

/** An exercise of the session, in order. */
export interface KitLine extends Dose {
  exercise: string;
  position: number;
  superset: number | null;
}

/** What to aim at and why. `weight` null: none is suggested. `not_loadable`: what can be loaded instead. */
export interface Target {
  weight: string | null;
  low: number;
  high: number;
  rir: string;
  action: string | null;
  headline: string;
  reason: string;
  not_loadable: string;
}

/** A set of last time, as typed. */
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

/** What to do instead, and why; `substitute` is the slug of an exercise of the kit, or null. */
export interface Swap {
  reason: string;
  label: string;
  text: string;
  why: string;
  substitute: string | null;
}

/** One exercise with all that its screen says. `grid` and `stock` name entries of the kit. */
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

/** Everything for one session. `account` and `day` are null in the one for everybody. Made by `training/schemas.py`. */
export interface Kit {
  version: number;
  account: string | null;
  day: string | null;
  unit: Unit;
  /** `base`: the slug of the site's routine in whose place it stands, or its own. */
  routine: { slug: string; name: string; base?: string; deload_offer?: string | null } | null;
  lines: KitLine[];
  exercises: Record<string, ExerciseKit>;
  grids: Record<string, string[]>;
  stocks: Record<string, Stock>;
}
