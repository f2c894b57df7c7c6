/** What few sets need: kind, load, unit, sides, a note; of a stored set its deletion as well. */
import { html, nothing, type TemplateResult } from "lit";
import type { Unit } from "../../device/index.ts";
import { fill, gettext } from "../../../shared/words.ts";
import { deleteSet, fieldsOf } from "../commands/sets.ts";
import { inWords, kindName } from "../format.ts";
import type { Gym } from "../gym.ts";
import { valuesOf, type LoadMode, type SetKind, type SetRow, type SetValues } from "../model.ts";
import { chips } from "./effort.ts";
import { icon } from "./icons.ts";

const KINDS: SetKind[] = ["working", "warmup", "drop", "failure"];
const MODES: LoadMode[] = ["external", "bodyweight", "bodyweight_plus", "assisted"];
const UNITS: Unit[] = ["kg", "lb"];

export function options(gym: Gym, values: SetValues): TemplateResult {
  return html`<div class="options">${gym.edited?.conflict ? conflict(gym, gym.edited) : nothing}
    ${choice(gettext("Kind of set"), KINDS, values.kind, kindName, (kind) => gym.draft({ kind }))}
    ${choice(gettext("Load"), MODES, values.load_mode, modeName, (load_mode) => gym.draft(load_mode === "bodyweight" ? { load_mode, weight: null } : { load_mode }))}
    <div class="pair">${choice(gettext("Unit"), UNITS, values.unit, String, (unit) => gym.draft({ unit }))}${sides(gym, values)}</div>
    ${gym.editing ? html`<div class="only-narrow">${chips(values.rir, (rir) => gym.draft({ rir }))}</div>` : nothing}
    <div class="line"><label class="sr" for="pick-note">${gettext("Note on this set")}</label>
      <input id="pick-note" type="text" maxlength="2000" placeholder=${gettext("Note on this set")} .value=${values.note} @input=${(event: Event) => gym.draft({ note: (event.target as HTMLInputElement).value })}>
      ${gym.editing ? html`<button type="button" class="del" @click=${() => void deleteSet(gym, gym.editing)}>${icon("trash")}<span>${gettext("Delete set")}</span></button>` : nothing}</div>
  </div>`;
}

/** Two devices changed one set: the later one stands, what it replaced can be taken again. */
function conflict(gym: Gym, row: SetRow): TemplateResult {
  const before = valuesOf({ ...fieldsOf(row, true), ...row.replaced });
  const style = { style: gym.lift?.style ?? "reps" };
  const settle = async (): Promise<void> => {
    await gym.device.settleConflict(row.id);
    await gym.refresh();
  };
  return html`<p class="cap">${fill(gettext("Another device changed this set. Before: %(what)s."), { what: inWords(before, style) })}</p>
    <div class="choose"><button type="button" @click=${() => gym.draft(before)}>${gettext("Take what it was")}</button><button type="button" @click=${() => void settle()}>${gettext("It is right now")}</button></div>`;
}

function choice<T extends string>(label: string, all: readonly T[], chosen: T, name: (each: T) => string, choose: (each: T) => void): TemplateResult {
  return html`<div class="choose" role="group" aria-label=${label}>${all.map(
    (each) => html`<button type="button" aria-pressed=${each === chosen ? "true" : "false"} @click=${() => choose(each)}>${name(each)}</button>`,
  )}</div>`;
}

function modeName(mode: LoadMode): string {
  return { external: gettext("Weight"), bodyweight: gettext("Body"), bodyweight_plus: gettext("Body +"), assisted: gettext("Help") }[mode];
}

/** Both sides alike, or each with its own count. */
function sides(gym: Gym, values: SetValues): TemplateResult {
  const isSplit = values.left !== null || values.right !== null;
  const split = (): void => {
    const count = values.reps ?? values.seconds;
    gym.draft(isSplit ? { left: null, right: null, reps: values.left } : { left: count, right: count, reps: null, seconds: null });
  };
  return html`<div class="choose"><button type="button" aria-pressed=${isSplit ? "true" : "false"} @click=${split}>${gettext("Left and right")}</button></div>`;
}
