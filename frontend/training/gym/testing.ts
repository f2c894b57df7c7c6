/** Lifts and sets for tests and the style guide, complete but for what is looked at. */
import type { ExerciseKit } from "../device/index.ts";
import type { Lift, SetRow, SetValues } from "./model.ts";

let made = 0;

export function values(changed: Partial<SetValues> = {}): SetValues {
  return {
    kind: "working",
    load_mode: "external",
    weight: "80",
    unit: "kg",
    reps: 8,
    left: null,
    right: null,
    seconds: null,
    rir: null,
    note: "",
    ...changed,
  };
}

export function row(changed: Partial<SetRow> = {}): SetRow {
  made += 1;
  return { ...values(), id: `set-${String(made).padStart(6, "0")}`, position: made, state: "saved", conflict: false, ...changed };
}

export function kit(changed: Partial<ExerciseKit> = {}): ExerciseKit {
  return {
    slug: "barbell-squat",
    name: "Barbell squat",
    url: "/exercises/barbell-squat/",
    lead: "quadriceps",
    rep_style: "reps",
    load_mode: "external",
    load_type: "barbell",
    per_hand: false,
    unit: "kg",
    dose: { sets: 4, low: 8, high: 10, rep_style: "reps", rest_seconds: 180, target_rir: "2" },
    target: { weight: "82.5", low: 8, high: 10, rir: "2", action: "UP", headline: "", reason: "", not_loadable: "" },
    last: null,
    grid: null,
    stock: null,
    warm_up: [],
    cues: [],
    swaps: [],
    sticky: "",
    ...changed,
  };
}

export function lift(changed: Partial<Lift> = {}): Lift {
  made += 1;
  return {
    id: `lift-${made}`,
    slug: "barbell-squat",
    name: "Barbell squat",
    lead: "quadriceps",
    number: 1,
    position: 1,
    superset: null,
    sets: 4,
    low: 8,
    high: 10,
    style: "reps",
    rest: 180,
    rir: "2",
    pain: false,
    note: "",
    rows: [],
    kit: kit(),
    ...changed,
  };
}

/** Last time's sets: working ones of `weight` with these reps. */
export function lastTime(weight: string | null, ...reps: number[]): ExerciseKit["last"] {
  const sets = reps.map((count) => ({ kind: "working", load_mode: "external", weight, unit: "kg" as const, reps: count, left: null, right: null, seconds: null, rir: null, rpe: null }));
  return { day: "2026-11-20", sets };
}
