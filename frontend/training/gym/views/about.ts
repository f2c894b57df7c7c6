/** One tap away: why this target, how to do it, what last time was. */
import { html, nothing, type TemplateResult } from "lit";
import { fill, gettext } from "../../../shared/words.ts";
import { dayInWords } from "../../../shared/dates.ts";
import { range } from "../../planned.ts";
import type { Gym } from "../gym.ts";
import { lastValues, lastWorking, type Lift } from "../model.ts";
import { aimOf, setNumeral } from "./numerals.ts";
import type { Page } from "./sheet.ts";

export function about(gym: Gym): Page {
  const { lift } = gym;
  if (!lift?.kit) return { title: lift?.name ?? "", body: html`<p>${gettext("Nothing more is known about this one on this phone. It comes with the next signal.")}</p>` };
  const { target, cues, url } = lift.kit;
  return {
    title: lift.name,
    body: html`<section><h3>${target.headline || gettext("Target")}</h3><p>${target.reason}</p>${target.not_loadable ? html`<p>${target.not_loadable}</p>` : nothing}<p class="cap">${asked(lift)}</p></section>
      ${cues.length ? html`<section><h3>${gettext("Cues")}</h3><ul class="cues">${cues.map((cue) => html`<li>${cue}</li>`)}</ul></section>` : nothing}
      ${lastTime(lift)}
      <p><a href=${url}>${gettext("The exercise's page")}</a></p>`,
  };
}

function asked(lift: Lift): string {
  const { low, high } = aimOf(lift);
  const rir = lift.kit?.target.rir ?? lift.rir;
  const words = { sets: lift.sets, range: range(low, high), minutes: minutes(lift.rest) };
  const dose = fill(gettext("%(sets)s sets of %(range)s, rest %(minutes)s."), words);
  return rir === null ? dose : `${dose} ${fill(gettext("%(rir)s reps in reserve."), { rir })}`;
}

function minutes(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function lastTime(lift: Lift): TemplateResult | typeof nothing {
  const last = lift.kit?.last;
  if (!last) return html`<section><h3>${gettext("Last time")}</h3><p class="soft">${gettext("You have not logged this one yet.")}</p></section>`;
  const unit = lastWorking(lift)[0]?.unit;
  const day = dayInWords(last.day, "full");
  return html`<section><h3>${gettext("Last time")}</h3><p class="cap">${day}${unit ? `, ${unit}` : ""}</p>
    <ol class="lasts">${last.sets.map((set) => {
      const values = lastValues(set);
      return html`<li class=${values.kind}>${setNumeral(values, lift)}${values.rir === null ? nothing : html`<span class="cap">${fill(gettext("%(rir)s left"), { rir: values.rir })}</span>`}</li>`;
    })}</ol></section>`;
}
