/**
 * Typed numbers, by the rules of `workouts/science/units.py`: plain decimals with a point or a comma, ASCII digits
 * only. Values are whole thousandths, so that no weight is ever a float that is nearly right.
 */

import type { Unit } from "./kit-types.ts";

const MAX_DIGITS = 12;
/** White space as Python's str.strip() has it, which is not quite what trim() takes away. */
const SPACES = "[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+";
const AROUND = new RegExp(`^${SPACES}|${SPACES}$`, "g");
const NUMBER = /^(-?)([0-9]+(?:[.,][0-9]+)?|[.,][0-9]+)$/;
const WHOLE = /^(-?)([0-9]+)$/;

export type Complaint = "not_a_number" | "not_a_whole_number" | "too_many_digits" | "out_of_range" | "not_a_half_step";

export interface Refusal {
  ok: false;
  code: Complaint;
  low: number;
  high: number;
}

export interface Typed {
  ok: true;
  /** As typed, trimmed. */
  text: string;
  /** To three decimals, half up. */
  value: number;
}

export const WEIGHT_LIMITS: Record<Unit, [number, number]> = { kg: [0, 1000], lb: [0, 2200] };

/** A weight of 0-1000 kg or 0-2200 lb. Its text is what is kept and sent; `digits` is how long it may be. */
export function parseWeight(text: string, unit: Unit = "kg", digits = MAX_DIGITS): Typed | Refusal {
  return read(NUMBER, "not_a_number", text, WEIGHT_LIMITS[unit], digits);
}

/** A whole number, such as repetitions: 8.0 is none. */
export function parseCount(text: string, low: number, high: number): Typed | Refusal {
  return read(WHOLE, "not_a_whole_number", text, [low, high]);
}

/** Steps of a half: RIR 0-10, RPE 1-10. */
export function parseHalfSteps(text: string, low: number, high: number): Typed | Refusal {
  const typed = read(NUMBER, "not_a_number", text, [low, high]);
  const halves = typed.ok ? decimals(typed.text) : "";
  return /^5?0*$/.test(halves) ? typed : { ok: false, code: "not_a_half_step", low, high };
}

function read(
  shape: RegExp,
  complaint: Complaint,
  typed: string,
  [low, high]: [number, number],
  digits = MAX_DIGITS,
): Typed | Refusal {
  const text = trimmed(typed);
  const no = (code: Complaint): Refusal => ({ ok: false, code, low, high });
  const match = shape.exec(text);
  if (!match) return no(complaint);
  if (match[1]) return no("out_of_range");
  if (text.replace(/[.,]/, "").length > digits) return no("too_many_digits");
  // The exact digits are compared, before anything is rounded: 1000.0001 is too much.
  const whole = Number(text.split(/[.,]/)[0]);
  const beyond = whole > high || (whole === high && /[1-9]/.test(decimals(text)));
  if (beyond || whole < low) return no("out_of_range");
  return { ok: true, text, value: thousandths(text) / 1000 };
}

/** Text without the white space around it. */
export function trimmed(text: string): string {
  return text.replace(AROUND, "");
}

function decimals(text: string): string {
  return text.split(/[.,]/)[1] ?? "";
}

/** Whole thousandths of a plain decimal, half up. */
export function thousandths(text: string): number {
  const [whole = "", rest = ""] = text.split(/[.,]/);
  const scaled = Number(whole + rest.slice(0, 3).padEnd(3, "0"));
  return scaled + (Number(rest[3] ?? "0") >= 5 ? 1 : 0);
}

/** A value without exponent and trailing zeros: 62.500 -> "62.5". */
export function plain(value: number): string {
  const text = value.toFixed(3);
  return text.replace(/0+$/, "").replace(/\.$/, "");
}

/** Put a value into the mark that was typed: "62,5" stays a comma's number. */
export function inMarkOf(example: string, text: string): string {
  return example.includes(",") ? text.replace(".", ",") : text;
}
