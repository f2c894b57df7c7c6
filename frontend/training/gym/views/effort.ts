/** Reps to spare: an optional row of chips, for the set just done or the one to come. */
import { html, type TemplateResult } from "lit";
import { fill, gettext, ngettext } from "../../../shared/words.ts";
import { tellEffort } from "../commands/sets.ts";
import type { Gym } from "../gym.ts";
import type { SetRow } from "../model.ts";

const CHIPS = ["0", "1", "2", "3", "4"];

/** On a phone: under the set just ticked, until the next one. */
export function effortRow(gym: Gym, row: SetRow): TemplateResult {
  return html`<li class="effort-row">${chips(row.rir, (rir) => void tellEffort(gym, row.id, rir))}</li>`;
}

/** `choose` gets null where the chosen chip is tapped again. */
export function chips(chosen: string | null, choose: (rir: string | null) => void): TemplateResult {
  return html`<div class="effort" role="group" aria-label=${gettext("Reps to spare, if you know")}>
    <p aria-hidden="true">${gettext("Reps to spare, if you know")}</p>
    <div>${CHIPS.map((each) => {
      const isLast = each === CHIPS.at(-1);
      const isOn = chosen !== null && (isLast ? Number(chosen) >= Number(each) : chosen === each);
      const label = fill(isLast ? gettext("%(n)s or more reps left") : ngettext("%(n)s rep left", "%(n)s reps left", Number(each)), { n: each });
      return html`<button type="button" aria-label=${label} aria-pressed=${isOn ? "true" : "false"} @click=${() => choose(isOn ? null : each)}>${each}${isLast ? "+" : ""}</button>`;
    })}</div></div>`;
}
