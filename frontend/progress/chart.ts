/**
 * Progress charts: one line over time in the leading group's colour. The same numbers stand in a table below, which
 * is what the page falls back to without script.
 *
 *     <figure class="sheet fig quadriceps">
 *       <div class="chart" data-chart="series" role="application" tabindex="0" aria-label="…"></div>
 *       <p class="chart-read" aria-live="polite"></p>
 *     </figure>
 *     {{ series|json_script:"series" }}   see series.ts for its shape
 */
import uPlot from "uplot";
import { axes, DAY, xRange, yRange } from "./axes.ts";
import { drawMarks } from "./marks.ts";
import { paletteOf } from "./palette.ts";
import { Readout } from "./readout.ts";
import { readSeries, type Series } from "./series.ts";

function options(place: HTMLElement, series: Series): uPlot.Options {
  const palette = paletteOf(place);
  return {
    width: place.clientWidth,
    height: place.clientHeight,
    padding: [30, null, null, 20],
    legend: { show: false },
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1e3), "UTC"), // days, not moments
    // The read-out moves the cursor itself, to the session and not to the pointer.
    cursor: { y: false, drag: { x: false, y: false }, bind: { mousemove: () => null, mouseleave: () => null } },
    scales: { x: { range: xRange(series) }, y: { range: yRange } },
    axes: axes(series, palette),
    series: [{}, { paths: () => null, points: { show: false } }],
    hooks: { draw: [drawMarks(series, palette)] },
  };
}

class Figure {
  private readonly place: HTMLElement;
  private readonly series: Series;
  private readonly readout: Readout;
  private chart: uPlot | undefined;

  constructor(place: HTMLElement, series: Series) {
    this.place = place;
    this.series = series;
    this.readout = new Readout(place, series);
    this.draw();
  }

  /** Canvas knows no custom properties: a new theme or width means a new drawing. */
  draw(): void {
    this.chart?.destroy(); // it listens to the window
    const { place, series } = this;
    this.chart = new uPlot(options(place, series), [series.x.map((day) => day * DAY), series.y], place);
    this.readout.follow(this.chart);
  }
}

const figures: Figure[] = [];
for (const place of document.querySelectorAll<HTMLElement>("[data-chart]")) {
  const series = readSeries(place);
  if (series) figures.push(new Figure(place, series));
}

function drawAll(): void {
  for (const figure of figures) figure.draw();
}

new MutationObserver(drawAll).observe(document.documentElement, { attributeFilter: ["data-theme"] });
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
let width = innerWidth;
addEventListener("resize", () => {
  if (innerWidth === width) return; // a phone's address bar changes the height only
  width = innerWidth;
  drawAll();
});
