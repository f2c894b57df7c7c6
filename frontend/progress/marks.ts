/** What is drawn by hand: the line, dashed over a break, a mark for each grade, and what is named directly. */
import type uPlot from "uplot";
import type { Palette } from "./palette.ts";
import { DAY } from "./axes.ts";
import { valueAt, type Series } from "./series.ts";

const ROOM = 7; // CSS pixels a point needs for a mark of its own; a denser line has none but the last
const NAMED = 76; // pixels a break must span to carry its words

export interface Spot {
  x: number;
  y: number;
}

function spots(chart: uPlot): Spot[] {
  const [xs, ys] = chart.data;
  return Array.from(xs, (x, i) => ({ x: chart.valToPos(x, "x", true), y: chart.valToPos(ys?.[i] ?? 0, "y", true) }));
}

/** The line, as thick as its points leave room for. */
function line(ctx: CanvasRenderingContext2D, series: Series, at: Spot[], palette: Palette, scale: number): void {
  const width = at.length > 300 ? 1 : 2;
  ctx.strokeStyle = palette.line;
  ctx.lineJoin = "round";
  for (const dashed of [false, true]) {
    ctx.beginPath();
    at.forEach((spot, i) => {
      const before = at[i - 1];
      if (!before || Boolean(series.off[i]) !== dashed) return;
      ctx.moveTo(before.x, before.y);
      ctx.lineTo(spot.x, spot.y);
    });
    ctx.setLineDash(dashed ? [3 * scale, 4 * scale] : []);
    ctx.lineWidth = (dashed ? Math.min(width, 1.5) : width) * scale;
    ctx.stroke();
  }
  ctx.setLineDash([]);
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

/** The newest value beside its point, the unit above its axis. */
function labels(chart: uPlot, series: Series, at: Spot[], palette: Palette, scale: number): void {
  const { ctx, bbox } = chart;
  const last = at.at(-1);
  ctx.textAlign = "right";
  ctx.textBaseline = "top";
  ctx.fillStyle = palette.soft;
  ctx.fillText(series.unit, ctx.canvas.width - scale, 2 * scale);
  if (!last) return;
  ctx.font = `700 ${15 * scale}px ${palette.family}`;
  ctx.textBaseline = "bottom";
  ctx.fillStyle = palette.ink;
  const text = valueAt(series, at.length - 1);
  const right = Math.max(Math.min(last.x + 6 * scale, bbox.left + bbox.width), bbox.left + ctx.measureText(text).width);
  const foot = footOf(at, right - ctx.measureText(text).width, last.y, bbox.top + bbox.height, scale);
  // A halo, where the line runs behind the words.
  ctx.lineWidth = 4 * scale;
  ctx.strokeStyle = palette.sheet;
  ctx.strokeText(text, right, foot);
  ctx.fillText(text, right, foot);
}

/** Where the newest value's words stand: above its point, else below it, else above all that they would cover. */
export function footOf(at: readonly Spot[], left: number, y: number, floor: number, scale: number): number {
  const [above, below] = [y - 9 * scale, y + 26 * scale];
  // The points over which they stand, and the one whose line leads there.
  const first = at.findIndex((spot) => spot.x >= left);
  const crossed = at.slice(Math.max(first - 1, 0), -1).map((spot) => spot.y);
  if (Math.min(...crossed) >= above) return above;
  if (Math.max(...crossed) <= y + 9 * scale && below < floor) return below;
  return Math.min(...crossed) - 9 * scale;
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
      if (roomy || i === at.length - 1) mark(ctx, spot, series.grades[i] ?? "", palette, scale);
    });
    breaks(chart, series, at, palette, scale);
    remarks(chart, series, palette, scale);
    labels(chart, series, at, palette, scale);
    ctx.restore();
  };
}
