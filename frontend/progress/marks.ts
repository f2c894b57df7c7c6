/** What is drawn by hand: the line, dashed over a break, a mark for each grade, and what is named directly. */
import type uPlot from "uplot";
import type { Palette } from "./palette.ts";
import { DAY, GAP } from "./axes.ts";
import { valueAt, type Series } from "./series.ts";

const ROOM = 7; // CSS pixels a point needs for a mark of its own; a denser line has none but the newest and the highest
const SHORT = 16; // pixels under which a break has finer dashes
const NAMED = 76; // pixels a break must span to carry its words

export interface Spot {
  x: number;
  y: number;
}

function spots(chart: uPlot): Spot[] {
  const [xs, ys] = chart.data;
  return Array.from(xs, (x, i) => ({ x: chart.valToPos(x, "x", true), y: chart.valToPos(ys?.[i] ?? 0, "y", true) }));
}

/** The line, as thick as its points leave room for. A break of a few pixels has finer dashes, or it would be a hole. */
function line(ctx: CanvasRenderingContext2D, series: Series, at: Spot[], palette: Palette, scale: number): void {
  const width = at.length > 300 ? 1 : 2;
  ctx.strokeStyle = palette.line;
  ctx.lineJoin = "round";
  ctx.lineWidth = width * scale;
  ctx.beginPath();
  at.forEach((spot, i) => {
    if (i > 0 && !series.off[i]) segment(ctx, at[i - 1] ?? spot, spot);
  });
  ctx.stroke();
  ctx.lineWidth = Math.min(width, 1.5) * scale;
  at.forEach((spot, i) => {
    const before = at[i - 1];
    if (!before || !series.off[i]) return;
    ctx.setLineDash((spot.x - before.x < SHORT * scale ? [2, 1.5] : [3, 4]).map((each) => each * scale));
    ctx.beginPath();
    segment(ctx, before, spot);
    ctx.stroke();
  });
  ctx.setLineDash([]);
}

function segment(ctx: CanvasRenderingContext2D, from: Spot, to: Spot): void {
  ctx.moveTo(from.x, from.y);
  ctx.lineTo(to.x, to.y);
}

/** A square, B disc, C open disc; a value without a grade is a disc. */
function mark(ctx: CanvasRenderingContext2D, { x, y }: Spot, grade: string, palette: Palette, scale: number): void {
  const open = grade === "C";
  const size = (open ? 4 : 4.5) * scale;
  ctx.beginPath();
  if (grade === "A") ctx.rect(x - size, y - size, 2 * size, 2 * size);
  else ctx.arc(x, y, size, 0, 2 * Math.PI);
  ctx.fillStyle = open ? palette.sheet : palette.line;
  ctx.strokeStyle = open ? palette.line : palette.sheet;
  ctx.lineWidth = (open ? 2 : 1.5) * scale;
  ctx.fill();
  ctx.stroke();
}

/** "17 days off" over a bracket on the axis. */
function breaks(chart: uPlot, series: Series, at: Spot[], palette: Palette, scale: number): void {
  const { ctx, bbox } = chart;
  const foot = bbox.top + bbox.height;
  ctx.fillStyle = palette.ink;
  ctx.strokeStyle = palette.ink;
  ctx.lineWidth = scale;
  ctx.textAlign = "center";
  ctx.textBaseline = "bottom";
  series.off.forEach((days, i) => {
    const [from, to] = [at[i - 1], at[i]];
    if (!days || !from || !to || to.x - from.x < NAMED * scale) return;
    const top = foot - 14 * scale;
    if (Math.max(from.y, to.y) > top - 20 * scale) return; // the words would stand on the line
    ctx.beginPath();
    ctx.moveTo(from.x, top + 5 * scale);
    ctx.lineTo(from.x, top);
    ctx.lineTo(to.x, top);
    ctx.lineTo(to.x, top + 5 * scale);
    ctx.stroke();
    ctx.fillText(`${days} ${series.words.off}`, (from.x + to.x) / 2, top - 4 * scale);
  });
}

/** A letter on a dotted line: D for a deload, P where a plateau was reached. The caption has both. */
function remarks(chart: uPlot, series: Series, palette: Palette, scale: number): void {
  const { ctx, bbox } = chart;
  const place = (days: number[] | undefined, text: string) =>
    (days ?? []).map((day) => ({ x: chart.valToPos(day * DAY, "x", true), text }));
  ctx.fillStyle = palette.ink;
  ctx.strokeStyle = palette.soft;
  ctx.lineWidth = scale;
  ctx.textAlign = "center";
  ctx.textBaseline = "bottom";
  ctx.setLineDash([scale, 3 * scale]);
  let end = -Infinity; // of the letter before, so that none stands on another
  for (const { x, text } of [...place(series.deloads, "D"), ...place(series.plateaus, "P")].sort((a, b) => a.x - b.x)) {
    if (x < bbox.left || x > bbox.left + bbox.width) continue; // a deload before the first value
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    if (x < end) continue;
    ctx.fillText(text, x, bbox.top - 2 * scale);
    end = x + 10 * scale;
  }
  ctx.setLineDash([]);
}

/** The newest value beside its point, in the place of the axis's own; the highest above its peak; the unit on top. */
function labels(chart: uPlot, series: Series, at: Spot[], palette: Palette, scale: number): void {
  const { ctx, bbox } = chart;
  const last = at.at(-1);
  ctx.textAlign = "right";
  ctx.textBaseline = "top";
  ctx.fillStyle = palette.soft;
  ctx.fillText(series.unit, ctx.canvas.width - scale, 2 * scale);
  if (!last) return;
  ctx.fillStyle = palette.ink;
  ctx.textBaseline = "middle";
  ctx.textAlign = "left";
  ctx.font = `700 ${15 * scale}px ${palette.family}`;
  ctx.fillText(valueAt(series, at.length - 1), bbox.left + bbox.width + GAP * scale, last.y);
  const peak = peakOf(series);
  const top = at[peak ?? -1];
  if (peak === undefined || !top) return;
  ctx.font = `600 ${12 * scale}px ${palette.family}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "bottom";
  const text = valueAt(series, peak);
  const half = ctx.measureText(text).width / 2;
  const x = Math.max(Math.min(top.x, bbox.left + bbox.width - half), bbox.left + half);
  // A halo, where a dotted line runs behind the words.
  ctx.lineWidth = 4 * scale;
  ctx.strokeStyle = palette.sheet;
  ctx.strokeText(text, x, top.y - 7 * scale);
  ctx.fillText(text, x, top.y - 7 * scale);
}

/** The point of the highest value, where it is not the newest's as well. */
export function peakOf({ peak, y }: Pick<Series, "peak" | "y">): number | undefined {
  return peak !== undefined && y[peak] !== y.at(-1) ? peak : undefined;
}

export function drawMarks(series: Series, palette: Palette): (chart: uPlot) => void {
  return (chart) => {
    const { ctx, bbox } = chart;
    const scale = devicePixelRatio;
    const at = spots(chart);
    ctx.save();
    ctx.font = `${12 * scale}px ${palette.family}`;
    line(ctx, series, at, palette, scale);
    const roomy = bbox.width / at.length >= ROOM * scale;
    at.forEach((spot, i) => {
      if (roomy || i === at.length - 1 || i === peakOf(series)) mark(ctx, spot, series.grades[i] ?? "", palette, scale);
    });
    breaks(chart, series, at, palette, scale);
    remarks(chart, series, palette, scale);
    labels(chart, series, at, palette, scale);
    ctx.restore();
  };
}
