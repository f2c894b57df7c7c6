/** The act zone: rest, weight, reps, and one big button that says exactly what it will store. */
import { html, nothing, type TemplateResult } from "lit";
import { fill, gettext, inSentence } from "../../../shared/words.ts";
import { isNewIntention, logSet, saveEdit, setName, stopEditing } from "../commands/sets.ts";
import { finish } from "../commands/workout.ts";
import { counted, inWords, load } from "../format.ts";
import type { Gym } from "../gym.ts";
import { remaining, type Lift, type SetValues } from "../model.ts";
import { chips } from "./effort.ts";
import { sign } from "./numerals.ts";
import { options } from "./options.ts";
import { Part } from "./part.ts";
import { countPicks, weightPick } from "./picks.ts";

export class GymDock extends Part {
  private isOpen = false;

  /** On a short screen the options begin above the fold: the numerals are what one came for. */
  protected override updated(): void {
    const isOpen = this.gym.editing !== "" || this.gym.options;
    if (isOpen && !this.isOpen) this.querySelector(".dock > .scroll")?.scrollTo({ top: 10_000 });
    this.isOpen = isOpen;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { gym } = this;
    const { lift, values } = gym;
    if (!lift || !values) return nothing;
    const label = gym.editing ? gettext("Change this set") : gettext("Log this set");
    return html`<section class="dock" aria-label=${label}><div class="scroll">
      ${gym.editing ? editHead(gym, lift, values) : html`<gym-rest .gym=${gym}></gym-rest>`}
      ${gym.editing || gym.options ? options(gym, values) : nothing}
      <form class="pick" novalidate @submit=${(event: Event) => void submit(event, gym, this)}>${weightPick(gym, lift, values)}${countPicks(gym, lift, values)}<button type="submit" hidden></button></form>
      <div class="only-wide effort-wide">${chips(values.rir, (rir) => gym.draft({ rir }))}</div></div>
      ${actions(gym, lift, values, this)}
    </section>`;
  }
}

function editHead(gym: Gym, lift: Lift, values: SetValues): TemplateResult {
  return html`<div class="edit-head"><h2>${setName(lift, gym.edited ?? values, gym.editing)}</h2><button type="button" @click=${() => stopEditing(gym)}>${gettext("Cancel")}</button></div>`;
}

function actions(gym: Gym, lift: Lift, values: SetValues, dock: HTMLElement): TemplateResult {
  const isOver = gym.allDone && !gym.editing;
  return html`${isOver ? html`<button type="button" class="btn finish" @click=${() => void finish(gym)}><span>${gettext("Finish workout")}</span></button>` : nothing}
    <button type="button" class="btn go ${isOver ? "line" : ""}" @click=${(event: Event) => void act(event, gym, dock)}>
      <span class="sr">${doneLabel(gym, lift, values)}</span><span aria-hidden="true">${doneName(gym, lift, values)}</span><span class="num" aria-hidden="true">${load(values)}${sign}${counted(values, lift)}</span></button>`;
}

function doneName(gym: Gym, lift: Lift, values: SetValues): string {
  if (gym.editing) return fill(gettext("Save %(set)s"), { set: inSentence(setName(lift, gym.edited ?? values, gym.editing)) });
  if (remaining(lift) === 0 && values.kind !== "warmup") return gettext("One more set");
  return fill(gettext("%(set)s done"), { set: setName(lift, values) });
}

function doneLabel(gym: Gym, lift: Lift, values: SetValues): string {
  return `${doneName(gym, lift, values)}, ${inWords(values, lift)}`;
}

async function submit(event: Event, gym: Gym, dock: HTMLElement): Promise<void> {
  event.preventDefault();
  await act(event, gym, dock);
  dock.querySelector<HTMLElement>("input[aria-invalid=true], .btn.go")?.focus();
}

/** One tap, one set: a bouncing finger counts as one. Where a field is wrong, it is shown and gets the focus. */
async function act(event: Event, gym: Gym, dock: HTMLElement): Promise<void> {
  // When the finger came down, not when a busy phone got round to it.
  if (!isNewIntention(performance.timeOrigin + event.timeStamp)) return;
  await (gym.editing ? saveEdit(gym) : logSet(gym));
  if (Object.keys(gym.problems).length === 0) return;
  gym.changed();
  await (dock as GymDock).updateComplete;
  dock.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
}

customElements.define("gym-dock", GymDock);
