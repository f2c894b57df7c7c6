/** What the server wrote for a chart with `json_script`. */
export interface Series {
  /** Days since 1970-01-01, ascending. */
  x: number[];
  /** One value a day, in `unit`. */
  y: number[];
  unit: string;
  label: string;
}

function isNumbers(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((item) => typeof item === "number");
}

/** The series named by `data-chart`, or nothing where it is absent, empty or not what it should be. */
export function readSeries(place: HTMLElement): Series | undefined {
  const source = document.getElementById(place.dataset["chart"] ?? "")?.textContent;
  if (!source) return undefined;
  const { x, y, unit, label } = JSON.parse(source) as Record<string, unknown>;
  if (!isNumbers(x) || !isNumbers(y) || x.length !== y.length || x.length === 0) return undefined;
  return { x, y, unit: String(unit ?? ""), label: String(label ?? "") };
}
