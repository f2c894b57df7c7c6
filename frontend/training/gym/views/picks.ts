/** The numerals of the dock: each is a text field with its steppers below. */
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { written } from "../../../shared/numbers.ts";
import { fill, gettext, inSentence } from "../../../shared/words.ts";
import { countName, plain, stepName } from "../format.ts";
import { range } from "../../planned.ts";
import type { Gym } from "../gym.ts";
import { gridOf, stepsAround } from "../loading.ts";
import type { Lift, SetValues } from "../model.ts";
import { counts } from "../proposal.ts";
import { icon } from "./icons.ts";
import { aimOf } from "./numerals.ts";

const MOST = 999;

interface Field {
  name: string;
  label: string;
  /** Beside the label: unit or range. */
  beside: string;
  value: string;
  mode: "decimal" | "numeric";
  type: (text: string) => void;
  steps: TemplateResult;
}

function field(gym: Gym, { name, label, beside, value, mode, type, steps }: Field): TemplateResult {
  const problem = gym.problems[name];
  const size = value.length > 5 ? "long" : "";
  const select = (event: Event): void => (event.target as HTMLInputElement).select();
  return html`<div class="pk ${name}">
    <label for="pick-${name}">${label}<span>${beside}</span></label>
    <input id="pick-${name}" class="num ${size}" type="text" inputmode=${mode} autocomplete="off" enterkeyhint="done" placeholder="–" .value=${live(value)}
      aria-invalid=${problem ? "true" : nothing} aria-describedby=${problem ? `pick-${name}-error` : nothing}
      @focus=${select} @input=${(event: Event) => type((event.target as HTMLInputElement).value)}>
    ${problem ? html`<p class="err" id="pick-${name}-error">${icon("alert")}<span>${problem}</span></p>` : nothing}
    <div class="pm">${steps}</div></div>`;
}

export function weightPick(gym: Gym, lift: Lift, values: SetValues): TemplateResult {
  const steps = stepsAround(gridOf(gym.kit, lift, values.unit), values.weight, values.unit);
  if (values.load_mode === "bodyweight") return bodyPick(gym, lift, steps.up);
  const names = { external: gettext("Weight"), bodyweight_plus: gettext("Body plus"), assisted: gettext("Help") };
  const set = (weight: string): void => gym.draft({ weight });
  const type = (text: string): void => {
    gym.typing = text;
    gym.draft({ weight: text.trim() || null });
  };
  const isTyped = (gym.typing.trim() || null) === values.weight;
  return field(gym, {
    name: "weight",
    label: names[values.load_mode],
    beside: lift.kit?.per_hand ? fill(gettext("%(unit)s a hand"), { unit: values.unit }) : values.unit,
    value: isTyped ? gym.typing : written(values.weight ?? ""),
    mode: "decimal",
    type,
    steps: html`${steps.down === undefined ? bodyStep(gym, values) : stepper(steps.downBy, fill(gettext("%(by)s %(unit)s less"), { by: plain(-steps.downBy), unit: values.unit }), () => set(steps.down ?? ""))}
      ${steps.up === undefined ? nothing : stepper(steps.upBy, fill(gettext("%(by)s %(unit)s more"), { by: plain(steps.upBy), unit: values.unit }), () => set(steps.up ?? ""))}`,
  });
}

/** Below the lightest weight there is the body alone, where that is a way to do it. */
function bodyStep(gym: Gym, values: SetValues): TemplateResult {
  const isOnBody = values.load_mode !== "external" || gym.lift?.kit?.load_mode === "bodyweight";
  if (!isOnBody || values.weight === null) return html`<span></span>`;
  return html`<button type="button" @click=${() => gym.draft({ load_mode: "bodyweight", weight: null })}>${gettext("body")}</button>`;
}

function bodyPick(gym: Gym, lift: Lift, first: string | undefined): TemplateResult {
  const isHeld = lift.kit !== undefined && lift.kit.load_type !== "bodyweight";
  const add = (): void => gym.draft({ load_mode: isHeld ? "external" : "bodyweight_plus", weight: first ?? null });
  return html`<div class="pk weight body"><p class="lb">${gettext("Weight")}<span></span></p><p class="num" id="pick-weight">${gettext("body")}</p>
    <div class="pm one"><button type="button" @click=${add}>${gettext("+ weight")}</button></div></div>`;
}

/** One count, or one for each side. */
export function countPicks(gym: Gym, lift: Lift, values: SetValues): TemplateResult {
  if (values.left !== null || values.right !== null) return html`${side(gym, "left", values)}${side(gym, "right", values)}`;
  const isTimed = lift.style === "seconds";
  const name = isTimed ? "seconds" : "reps";
  const { low, high } = aimOf(lift);
  const beside = lift.style === "steps" ? fill(gettext("%(aim)s, %(half)s a leg"), { aim: range(low, high), half: range(low / 2, high / 2) }) : range(low, high);
  return countField(gym, {
    name,
    label: countName(lift.style),
    beside,
    value: values[name],
    by: lift.style === "steps" ? 2 : isTimed ? 5 : 1,
    set: (count) => gym.draft(counts(lift, count)),
  });
}

function side(gym: Gym, name: "left" | "right", values: SetValues): TemplateResult {
  const label = name === "left" ? gettext("Left") : gettext("Right");
  return countField(gym, { name, label, beside: "", value: values[name], by: 1, set: (count) => gym.draft({ [name]: count, reps: null, seconds: null }) });
}

interface Count {
  name: string;
  label: string;
  beside: string;
  value: number | null;
  by: number;
  set: (count: number | null) => void;
}

function countField(gym: Gym, { name, label, beside, value, by, set }: Count): TemplateResult {
  const type = (text: string): void => {
    const isWhole = /^\d{1,5}$/.test(text.trim());
    if (isWhole || text.trim() === "") delete gym.typed[name];
    else gym.typed[name] = text;
    set(isWhole ? Number(text) : null);
  };
  const step = (sign: 1 | -1): TemplateResult => {
    const words = sign < 0 ? gettext("%(n)s fewer: %(label)s") : gettext("%(n)s more: %(label)s");
    return stepper(sign * by, fill(words, { n: by, label: inSentence(label) }), () => {
      delete gym.typed[name];
      set(Math.min(MOST, Math.max(0, (value ?? 0) + sign * by)));
    });
  };
  const shown = gym.typed[name] ?? (value === null ? "" : String(value));
  return field(gym, { name, label, beside, value: shown, mode: "numeric", type, steps: html`${step(-1)}${step(1)}` });
}

function stepper(by: number, label: string, act: () => void): TemplateResult {
  return html`<button type="button" aria-label=${label} @click=${act}>${stepName(by)}</button>`;
}
