/** What the four kinds of rows hold: fields that the wire leaves out, and which field names the parent. */

import type { Fields, Kind } from "./types.ts";

/** The dose of an exercise is not among them: it is never empty, so it always comes. */
export const DEFAULTS: Record<Kind, Fields> = {
  workout: { zone: "UTC", started_at: null, utc_offset: null, finished_at: null, routine: null, title: "", note: "" },
  exercise: {
    position: 0,
    superset: null,
    prescribed: true,
    pain: false,
    deload: false,
    note: "",
    target_rir: null,
  },
  set: {
    position: 0,
    kind: "working",
    load_mode: "external",
    weight: null,
    unit: "kg",
    reps: null,
    left: null,
    right: null,
    seconds: null,
    rir: null,
    rpe: null,
    note: "",
  },
  note: { text: "" },
};

/** Kinds in an order in which every parent comes before its children. */
export const PARENTS_FIRST: Kind[] = ["workout", "exercise", "set", "note"];

/** The field without which a row of the kind says nothing: a put that has it is a whole row. */
const IDENTITY: Record<Kind, string> = { workout: "day", exercise: "workout", set: "performed", note: "exercise" };

export function isWhole(kind: Kind, fields: Fields): boolean {
  return fields[IDENTITY[kind]] !== undefined;
}

/** The id of the row that this one hangs under; "" for workouts and notes. */
export function parentOf(kind: Kind, fields: Fields): string {
  const parent = kind === "exercise" ? fields["workout"] : kind === "set" ? fields["performed"] : "";
  return typeof parent === "string" ? parent : "";
}
