/** Axes: dates below in the page's language, values at the right, where the newest point is. */
import uPlot from "uplot";
import type { Palette } from "./palette.ts";
import { language } from "../shared/dates.ts";
import { valueAt, type Series } from "./series.ts";

export const DAY = 86_400; // seconds; uPlot's time axis counts in seconds

/** Ticks: days, then months, then years, as the distance between them grows. The first month of a year says which. */
function dates(): uPlot.Axis.DynamicValues {
  const lang = language();
  const say = (parts: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(lang, { timeZone: "UTC", ...parts });
  const day = say({ day: "numeric", month: "short" });
  const month = say({ month: "short" });
  const year = say({ year: "numeric" });
  const short = (text: string): string => text.replace(/Sept\b/, "Sep"); // as the server writes it
  return (_chart, ticks, _axis, _space, step) =>
    ticks.map((seconds, i) => {
      const at = new Date(seconds * 1e3);
      if (step < 28 * DAY) return short(day.format(at));
      if (step >= 365 * DAY || at.getUTCMonth() === 0) return year.format(at);
      const before = ticks[i - 1];
      const same = before !== undefined && new Date(before * 1e3).getUTCFullYear() === at.getUTCFullYear();
      return same ? short(month.format(at)) : `${short(month.format(at))} ${year.format(at)}`;
    });
}

// Pixels between the plot and the values, where the newest point's mark reaches out; and the least between two values.
export const GAP = 12;
const APART = 15;

/** Values, but for those where the newest one stands: it takes their place, beside its point. */
function values(series: Series, number: Intl.NumberFormat): uPlot.Axis.DynamicValues {
  const newest = series.y.at(-1) ?? 0;
  return (chart, ticks) => {
    const { min, max } = chart.scales["y"] ?? {};
    const pixels = (chart.height - 58) / ((max ?? 1) - (min ?? 0) || 1); // without the room above and the dates below
    return ticks.map((tick) => (Math.abs(tick - newest) * pixels < APART ? "" : number.format(tick)));
  };
}

export function axes(series: Series, palette: Palette): uPlot.Axis[] {
  const number = new Intl.NumberFormat(language());
  const common = { stroke: palette.soft, font: `12px ${palette.family}`, ticks: { show: false } };
  const widest = number.format(Math.max(...series.y)).length;
  const newest = valueAt(series, series.y.length - 1).length;
  return [
    {
      ...common,
      values: dates(),
      grid: { show: false },
      border: { show: true, stroke: palette.ink, width: 1 },
      // From 30 on uPlot counts in calendar months, from 365 in years.
      incrs: [1, 2, 7, 14, 30, 60, 90, 180, 365, 730, 1825, 3650, 18_250].map((days) => days * DAY),
      space: 54,
      size: 28,
    },
    {
      ...common,
      side: 1,
      gap: GAP,
      size: GAP + 2 + Math.max(8 * Math.max(widest, 3), 9 * newest),
      grid: { stroke: palette.hair, width: 1 },
      values: values(series, number),
      incrs: [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1e3, 2e3, 2500, 5e3, 1e4, 2e4, 5e4, 1e5, 1e6],
      space: 40,
    },
  ];
}

/** Room around a line that is flat or a single point; never below nothing. */
export function yRange(_chart: uPlot, low: number, high: number): uPlot.Range.MinMax {
  const room = Math.max((high - low) * 0.12, high * 0.02, 1);
  return [Math.max(0, low - room), high + room];
}

/** The same in time: at least a fortnight, so that one session stands in the middle. */
export function xRange({ x }: Series): () => uPlot.Range.MinMax {
  const [first, last] = [x[0] ?? 0, x.at(-1) ?? 0];
  const room = Math.max(7 - (last - first) / 2, 0);
  return () => [(first - room) * DAY, (last + room) * DAY];
}
