/** Big type: what is next, to read from the rack. Everything else is left out. */
import { html, nothing, type TemplateResult } from "lit";
import { fill, gettext } from "../../../shared/words.ts";
import { counted, load } from "../format.ts";
import type { Gym } from "../gym.ts";
import { platesFor } from "../loading.ts";
import { working } from "../model.ts";

export function bigType(gym: Gym): TemplateResult | typeof nothing {
  const { lift, values } = gym;
  if (!lift || !values) return nothing;
  const plates = platesFor(gym.kit, lift, values)?.answer.exact?.perSide ?? [];
  const letters = `${load(values)}${counted(values, lift)}`.length;
  return html`<article class="big" aria-labelledby="gym-lift">
    <h1 id="gym-lift">${lift.name}</h1>
    <p class="num what ${letters > 7 ? "longest" : letters > 4 ? "long" : ""}"><span>${load(values)}</span><span class="x">×</span><span>${counted(values, lift)}</span></p>
    ${plates.length ? html`<p class="num hang">${plates.map((plate) => plate.size).join(" + ")}<small>${values.unit} ${gettext("a side")}</small></p>` : nothing}
    <p class="cap">${fill(gettext("Set %(n)s of %(all)s."), { n: working(lift).length + 1, all: Math.max(lift.sets, working(lift).length + 1) })}</p>
    <button type="button" class="link" @click=${() => gym.setBig(false)}>${gettext("Normal type")}</button></article>`;
}
