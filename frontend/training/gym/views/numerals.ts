/** Numbers as the atlas sets them: condensed, tabular, the sign between them light. */
import { html, nothing, type TemplateResult } from "lit";
import { counted, load, TIMES } from "../format.ts";
import { range } from "../../planned.ts";
import type { Lift, SetValues } from "../model.ts";

export const sign = html`<span class="x">${TIMES}</span>`;

/** 82.5 × 9. */
export function setNumeral(values: SetValues, lift: Pick<Lift, "style">): TemplateResult {
  return html`<span class="num ${values.load_mode === "external" ? "" : "word"}">${load(values)}${sign}${counted(values, lift)}</span>`;
}

/** 82.5 × 8–10; the range alone where no weight is aimed at. */
export function targetNumeral(values: SetValues, lift: Lift): TemplateResult {
  const { low, high } = aimOf(lift);
  const isKnown = values.weight !== null || values.load_mode === "bodyweight";
  return html`<span class="num ${values.load_mode === "external" ? "" : "word"}">${isKnown ? html`${load(values)}${sign}` : nothing}${range(low, high)}</span>`;
}

/** The range that the coach asks for today, else the one prescribed. */
export function aimOf(lift: Lift): { low: number; high: number } {
  const { low, high } = lift.kit?.target ?? lift;
  return { low, high: Math.max(low, high) };
}

/** The roundel: the exercise's number on its leading group's field. */
export function roundel(lift: Pick<Lift, "number" | "lead">, size = ""): TemplateResult {
  return html`<span class="rd ${lift.lead} ${size}" aria-hidden="true">${lift.number}</span>`;
}
