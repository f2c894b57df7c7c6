import { language } from "../shared/dates.ts";

/** What the server wrote for a chart with `json_script`: lists of the same length, one entry a point. */
export interface Series {
  /** Days since 1970-01-01, ascending; two sessions of one day share it. */
  x: number[];
  /** Values in `unit`, shown with so many `decimals`. */
  y: number[];
  unit: string;
  decimals: number;
  /** "A", "B", "C", or "" where nothing is estimated. */
  grades: string[];
  /** The value is a lower bound: reps in reserve were not logged. */
  least: boolean[];
  /** The value was converted from another unit. */
  about: boolean[];
  /** The set behind the value, as typed; "" where the value itself was typed. */
  sets: string[];
  /** Days off just before the session, 0 for an ordinary rest. */
  off: number[];
  /** The point with the highest value, the first of equals; absent where that is no achievement. */
  peak?: number;
  /** Days of sessions in which a plateau was reached, which need not be drawn. */
  plateaus?: number[];
  /** Days of sessions marked as deload, which need not have a value. */
  deloads?: number[];
  words: Record<"least" | "from" | "grade" | "off", string> & Partial<Record<"deload" | "plateau", string>>;
}

const LISTS = ["y", "grades", "least", "about", "sets", "off"] as const;

/** The series named by `data-chart`, or nothing where it is absent, empty or not what it should be. */
export function readSeries(place: HTMLElement): Series | undefined {
  const source = document.getElementById(place.dataset["chart"] ?? "")?.textContent;
  if (!source) return undefined;
  const series = JSON.parse(source) as Series;
  const count = Array.isArray(series.x) ? series.x.length : 0;
  const whole = count > 0 && LISTS.every((name) => Array.isArray(series[name]) && series[name].length === count);
  return whole ? series : undefined;
}

/** The value at `index` as the table writes it: "≈ 102.1". */
export function valueAt(series: Series, index: number): string {
  const { decimals } = series;
  const number = new Intl.NumberFormat(language(), {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return `${series.about[index] ? "≈ " : ""}${number.format(series.y[index] ?? 0)}`;
}
