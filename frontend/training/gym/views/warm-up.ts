/** The warm-up ramp: one tap logs a step of it. It is offered until the first working set is done. */
import { html, nothing, type TemplateResult } from "lit";
import { fill, gettext } from "../../../shared/words.ts";
import { edit, logWarmUp } from "../commands/sets.ts";
import { inWords } from "../format.ts";
import type { Gym } from "../gym.ts";
import { warmUps, working, type Lift, type SetValues } from "../model.ts";
import { counts, propose } from "../proposal.ts";
import { tick } from "./icons.ts";
import { setNumeral } from "./numerals.ts";

export function warmUpRow(gym: Gym, lift: Lift): TemplateResult | typeof nothing {
  const done = warmUps(lift);
  const offered = working(lift).length === 0 ? ramp(lift).slice(done.length) : [];
  if (done.length + offered.length === 0) return nothing;
  return html`<div class="ramp"><p class="cap" id="ramp">${gettext("Warm-up")}</p><ul aria-labelledby="ramp">
    ${done.map((row) => {
      const label = fill(gettext("Warm-up %(what)s done. Edit"), { what: inWords(row, lift) });
      return html`<li><button type="button" class="done" aria-pressed=${gym.editing === row.id ? "true" : "false"} @click=${() => edit(gym, lift.id, row.id)}><span class="sr">${label}</span><span aria-hidden="true">${setNumeral(row, lift)}</span>${tick(row.state === "saved")}</button></li>`;
    })}
    ${offered.map((values) => {
      const label = fill(gettext("Log warm-up %(what)s"), { what: inWords(values, lift) });
      return html`<li><button type="button" @click=${() => void logWarmUp(gym, lift, values)}><span class="sr">${label}</span><span aria-hidden="true">${setNumeral(values, lift)}</span></button></li>`;
    })}</ul></div>`;
}

/** The steps of the ramp as sets; weight 0 is the body alone. */
function ramp(lift: Lift): SetValues[] {
  const base = propose({ ...lift, rows: [] });
  return (lift.kit?.warm_up ?? []).map(({ weight, reps }) => ({
    ...base,
    ...counts(lift, reps),
    kind: "warmup",
    load_mode: Number(weight) === 0 ? "bodyweight" : base.load_mode === "bodyweight" ? "external" : base.load_mode,
    weight: Number(weight) === 0 ? null : weight,
  }));
}
