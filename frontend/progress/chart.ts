/**
 * Progress charts: one line over time, in ink and the group's colour. The same numbers stand in a table below,
 * which is what the page falls back to without script.
 *
 *     <figure class="sheet fig quadriceps">
 *       <div class="chart" data-chart="e1rm-data" role="img" aria-label="…"></div>
 *       <p class="chart-read cap" aria-live="polite"></p>
 *     </figure>
 *     {{ series|json_script:"e1rm-data" }}   with series = {x: [epoch days], y: [...], unit, label}
 */
import uPlot from "uplot";
import { paletteOf, type Palette } from "./palette.ts";
import { readSeries, type Series } from "./series.ts";

const DAY = 86_400; // seconds; uPlot's time axis counts in seconds

/** Ticks in the page's language: days, then months, then years, as the distance between them grows. */
function dates(): uPlot.Axis.DynamicValues {
  const lang = document.documentElement.lang;
  const say = (parts: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(lang, { timeZone: "UTC", ...parts });
  const day = say({ day: "numeric", month: "short" });
  const month = say({ month: "short" });
  const year = say({ year: "numeric" });
  return (_chart, ticks, _axis, _space, step) =>
    ticks.map((seconds) => {
      const at = new Date(seconds * 1e3);
      if (step < 28 * DAY) return day.format(at);
      return step >= 365 * DAY || at.getUTCMonth() === 0 ? year.format(at) : month.format(at);
    });
}

function axes(palette: Palette): uPlot.Axis[] {
  const common = { stroke: palette.soft, font: palette.font, ticks: { show: false } };
  return [
    {
      ...common,
      values: dates(),
      grid: { show: false },
      border: { show: true, stroke: palette.ink, width: 1 },
      space: 72,
      size: 28,
    },
    { ...common, side: 1, size: 44, grid: { stroke: palette.hair, width: 1 } },
  ];
}

/** The unit stands at the top of its axis. */
function unitWriter(unit: string, palette: Palette): (chart: uPlot) => void {
  return ({ ctx, bbox }) => {
    ctx.save();
    ctx.fillStyle = palette.soft;
    ctx.font = palette.font.replace(/\d+/, (size) => String(Number(size) * devicePixelRatio));
    ctx.textBaseline = "top";
    ctx.fillText(unit, bbox.left + bbox.width + 8 * devicePixelRatio, 2);
    ctx.restore();
  };
}

function options(series: Series, palette: Palette, width: number, height: number): uPlot.Options {
  return {
    width,
    height,
    padding: [24, null, null, 20],
    legend: { show: false },
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1e3), "UTC"), // days, not moments
    cursor: { y: false, drag: { x: false, y: false } },
    scales: { y: { range: (_chart, low, high) => uPlot.rangeNum(low, high, 0.1, false) } },
    axes: axes(palette),
    series: [
      {},
      {
        label: series.label,
        stroke: palette.line,
        width: 2,
        points: { show: true, size: 8, fill: palette.line, stroke: palette.line },
      },
    ],
  };
}

/** Say the point under the pointer in words. */
function reader(place: HTMLElement, series: Series): (chart: uPlot) => void {
  const out = place.parentElement?.querySelector<HTMLElement>(".chart-read");
  const day = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeZone: "UTC" });
  return (chart) => {
    const at = chart.cursor.idx;
    const x = at == null ? undefined : series.x[at];
    const y = at == null ? undefined : series.y[at];
    if (out && x !== undefined && y !== undefined) out.textContent = `${day.format(x * DAY * 1e3)}: ${y} ${series.unit}`;
  };
}

function draw(place: HTMLElement): void {
  const series = readSeries(place);
  if (!series) return;
  const { width, height } = place.getBoundingClientRect();
  const palette = paletteOf(place);
  const wanted = options(series, palette, Math.floor(width), Math.floor(height));
  wanted.hooks = { setCursor: [reader(place, series)], draw: [unitWriter(series.unit, palette)] };
  place.replaceChildren();
  new uPlot(wanted, [series.x.map((day) => day * DAY), series.y], place);
}

function drawAll(): void {
  for (const place of document.querySelectorAll<HTMLElement>("[data-chart]")) draw(place);
}

drawAll();
// Canvas knows no custom properties: a new theme or width means a new drawing.
new MutationObserver(drawAll).observe(document.documentElement, { attributeFilter: ["data-theme"] });
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
let width = innerWidth;
addEventListener("resize", () => {
  if (innerWidth === width) return; // a phone's address bar changes the height only
  width = innerWidth;
  drawAll();
});
