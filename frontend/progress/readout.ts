/** A session read out in words under the chart: by pointer, by finger, by arrow keys. */
import type uPlot from "uplot";
import { language } from "../shared/dates.ts";
import { valueAt, type Series } from "./series.ts";
import { DAY } from "./axes.ts";

const NBSP = "\u00a0";

/** "17 November 2026: 109.3 kg, from 80 kg × 10, grade C". */
function sentence(series: Series, index: number): string {
  const day = new Intl.DateTimeFormat(language(), { dateStyle: "long", timeZone: "UTC" });
  const { words } = series;
  const least = series.least[index] ? `${words.least} ` : "";
  const grade = series.grades[index] ? `, ${words.grade}${NBSP}${series.grades[index]}` : "";
  // "80 kg × 10" is one thing to read: no line breaks in it.
  const source = series.sets[index] ? `, ${words.from} ${series.sets[index].replaceAll(" ", NBSP)}` : "";
  const remark = series.plateaus?.includes(series.x[index] ?? -1) ? `, ${words.plateau}` : "";
  const value = `${least}${valueAt(series, index)}${NBSP}${series.unit}`;
  return `${day.format((series.x[index] ?? 0) * DAY * 1e3)}: ${value}${source}${grade}${remark}`;
}

function target(key: string, index: number, last: number): number | undefined {
  switch (key) {
    case "ArrowLeft":
      return Math.max(index - 1, 0);
    case "ArrowRight":
      return Math.min(index + 1, last);
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return undefined;
  }
}

/** Keeps which session is read; survives a redrawing of the chart. */
export class Readout {
  private index: number | undefined;
  private chart: uPlot | undefined;
  private readonly series: Series;
  private readonly out: HTMLElement | null;

  constructor(place: HTMLElement, series: Series) {
    this.series = series;
    this.out = place.parentElement?.querySelector<HTMLElement>(".chart-read") ?? null;
    place.addEventListener("keydown", (event) => this.onKey(event));
  }

  /** Follow the pointer of a freshly drawn chart; a finger drags sideways, the page keeps scrolling up and down. */
  follow(chart: uPlot): void {
    this.chart = chart;
    const move = (event: PointerEvent): void => {
      const left = event.clientX - chart.over.getBoundingClientRect().left;
      this.show(chart.posToIdx(left));
    };
    chart.over.addEventListener("pointerdown", move);
    chart.over.addEventListener("pointermove", move);
    if (this.index !== undefined) this.place(this.index);
  }

  private onKey(event: KeyboardEvent): void {
    const last = this.series.x.length - 1;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const first = this.index === undefined && event.key.startsWith("Arrow");
    const next = first ? last : target(event.key, this.index ?? last, last);
    if (next === undefined || (first && target(event.key, last, last) === undefined)) return;
    event.preventDefault();
    this.show(next);
  }

  private show(index: number): void {
    this.place(index);
    if (this.index === index || !this.out) return;
    this.index = index;
    this.out.textContent = sentence(this.series, index);
  }

  private place(index: number): void {
    const { chart, series } = this;
    const x = series.x[index];
    const y = series.y[index];
    if (!chart || x === undefined || y === undefined) return;
    chart.setCursor({ left: chart.valToPos(x * DAY, "x"), top: chart.valToPos(y, "y") }, false);
  }
}
