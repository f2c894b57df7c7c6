/** The sets of an exercise: last time, target, today, state. A done one is a button that opens it in the dock. */
import { html, nothing, type TemplateResult } from "lit";
import { written } from "../../../shared/numbers.ts";
import { fill, gettext, inSentence } from "../../../shared/words.ts";
import { edit, logSet, setName, stopEditing } from "../commands/sets.ts";
import { counted, inWords, kindName, load } from "../format.ts";
import { range } from "../../planned.ts";
import type { Gym } from "../gym.ts";
import { lastWorking, remaining, working, type Lift, type SetRow, type SetValues } from "../model.ts";
import { propose } from "../proposal.ts";
import { effortRow } from "./effort.ts";
import { icon, tick } from "./icons.ts";
import { aimOf, setNumeral, targetNumeral } from "./numerals.ts";

export function setRows(gym: Gym, lift: Lift): TemplateResult {
  const done = working(lift);
  const coming = Array.from({ length: remaining(lift) }, (_, at) => done.length + at + 1);
  const past = lastWorking(lift);
  const target = propose({ ...lift, rows: [] });
  return html`<div class="rows ${isTight(lift, past, target) ? "tight" : ""}">
    ${head(target)}
    <ol aria-label=${gettext("Sets")}>
      ${done.map((row, at) => html`${doneRow(gym, lift, row, at + 1, past[at], target)}${row.id === gym.fresh ? effortRow(gym, row) : nothing}`)}
      ${coming.map((n, at) => comingRow(gym, lift, n, at === 0, past[n - 1], target))}
    </ol>
  </div>`;
}

/** Whether a column is too narrow for what stands in it at the usual size. */
function isTight(lift: Lift, past: readonly SetValues[], target: SetValues): boolean {
  const { low, high } = aimOf(lift);
  const longest = Math.max(...[...past, ...working(lift)].map((each) => `${load(each)}${counted(each, lift)}`.length), 0);
  return longest > 5 || `${load(target)}${range(low, high)}`.length > 8;
}

function head(target: SetValues): TemplateResult {
  const today = target.load_mode === "bodyweight" ? gettext("Today") : fill(gettext("Today, %(unit)s"), { unit: target.unit });
  return html`<div class="srow-head" aria-hidden="true"><span></span><span>${gettext("Last time")}</span><span>${gettext("Target")}</span><span>${today}</span><span>${gettext("State")}</span></div>`;
}

function doneRow(gym: Gym, lift: Lift, row: SetRow, n: number, past: SetValues | undefined, target: SetValues): TemplateResult {
  const state = stateOf(gym, row);
  const label = [`${setName(lift, row, row.id)}, ${inWords(row, lift)}, ${state.text}.`, remarks(row), gettext("Edit")].filter(Boolean).join(" ");
  const isEdited = gym.editing === row.id;
  return html`<li class="srow done ${state.kind} ${isEdited ? "now" : ""}"><button type="button" aria-pressed=${isEdited ? "true" : "false"} @click=${() => edit(gym, lift.id, row.id)}>
    <span class="sr">${label}</span>${cells(lift, n, past, target)}<span class="today" aria-hidden="true" data-label=${gettext("Today")}>${setNumeral(row, lift)}${remark(row)}</span>
    <span class="stt" aria-hidden="true">${isEdited ? gettext("editing") : state.text}${isEdited ? nothing : state.sign}</span></button></li>`;
}

function comingRow(gym: Gym, lift: Lift, n: number, isNext: boolean, past: SetValues | undefined, target: SetValues): TemplateResult {
  const head = html`<span class="sr">${spoken(lift, n, past, target)}</span>`;
  const body = cells(lift, n, past, target);
  if (!isNext) return html`<li class="srow">${head}${body}<span class="today"></span><span class="stt"></span></li>`;
  const values = gym.editing ? undefined : gym.values;
  const today = html`<span class="today" aria-hidden="true" data-label=${gettext("Today")}>${values ? setNumeral(values, lift) : nothing}</span>`;
  if (gym.unsaved === lift.id) {
    const retry = html`<button type="button" class="retry" @click=${() => void logSet(gym)}><span>${gettext("NOT SAVED, tap to retry")}</span></button>`;
    return html`<li class="srow now unsaved" aria-current="step">${head}${body}${today}<span class="stt">${retry}</span></li>`;
  }
  const label = fill(gym.editing ? gettext("Set %(n)s: options (kind, load, sides, note)") : gettext("Set %(n)s, now: options (kind, load, sides, note)"), { n });
  return html`<li class="srow open ${gym.editing ? "" : "now"}" aria-current=${gym.editing ? nothing : "step"}>${head}<button type="button" aria-expanded=${gym.options && !gym.editing ? "true" : "false"} @click=${() => (gym.editing ? stopEditing(gym) : gym.toggleOptions())}>
    <span class="sr">${label}</span>${body}${today}<span class="stt" aria-hidden="true"><span>${gym.editing ? nothing : html`<b>${gettext("now")}</b>`}<br><u>${gettext("options")}</u></span></span></button></li>`;
}

function cells(lift: Lift, n: number, past: SetValues | undefined, target: SetValues): TemplateResult {
  return html`<span class="i num" aria-hidden="true">${n}</span><span class="was" aria-hidden="true" data-label=${gettext("Last time")}>${past ? setNumeral(past, lift) : html`<span class="num">–</span>`}</span><span class="aim" aria-hidden="true" data-label=${gettext("Target")}>${targetNumeral(target, lift)}</span>`;
}

function spoken(lift: Lift, n: number, past: SetValues | undefined, target: SetValues): string {
  const { low, high } = aimOf(lift);
  const last = past ? fill(gettext("last time %(what)s"), { what: inWords(past, lift) }) : gettext("no last time");
  const aim = target.weight ? `${written(target.weight)} ${target.unit} × ${range(low, high)}` : range(low, high);
  return fill(gettext("Set %(n)s: %(last)s, target %(aim)s."), { n, last, aim });
}

/** What is told beside the numbers: kind, reps in reserve, note. */
function remarks(row: SetRow): string {
  const kind = row.kind === "working" ? "" : inSentence(kindName(row.kind));
  const left = row.rir === null ? "" : fill(gettext("%(rir)s left"), { rir: row.rir });
  return [kind, left, row.note].filter(Boolean).join(", ");
}

function remark(row: SetRow): TemplateResult | typeof nothing {
  const words = remarks(row);
  return words ? html`<small class="cap">${words}</small>` : nothing;
}

interface RowState {
  kind: string;
  text: string;
  sign: TemplateResult | typeof nothing;
}

function stateOf(gym: Gym, row: SetRow): RowState {
  if (gym.unsaved === row.id) return { kind: "unsaved", text: gettext("NOT SAVED"), sign: icon("alert") };
  if (row.state === "attention") return { kind: "unsaved", text: gettext("needs attention"), sign: icon("alert") };
  if (row.conflict) return { kind: "", text: gettext("changed on another device"), sign: tick(row.state === "saved") };
  if (row.state === "saved") return { kind: "", text: gettext("saved"), sign: tick(true) };
  return { kind: "", text: gettext("saved on this phone"), sign: tick(false) };
}
