/** The head: the way out, the workout's name, how long it runs, and whether all is saved. */
import { html, nothing, type TemplateResult } from "lit";
import { fill, gettext, ngettext } from "../../../shared/words.ts";
import { clock } from "../format.ts";
import { icon, tick } from "./icons.ts";
import { Part } from "./part.ts";
import { syncState } from "./sync-words.ts";
import { here } from "../../../shared/languages.ts";

export class GymHead extends Part {
  protected override render(): TemplateResult {
    const { gym } = this;
    const state = syncState(gym.sync, gym.attention.length);
    const sign = state.sign === "alert" ? icon("alert") : state.sign ? tick(state.sign === "saved") : nothing;
    const label = fill(gettext("%(state)s. What waits, and why"), { state: state.text });
    return html`<header class="gym-top">
      <a href=${wayOut(gym.device.account)} aria-label=${gettext("Leave: the workout stays open")}>${icon("back")}</a>
      <p class="el"><b>${gym.session?.title || gettext("Workout")}</b>${gym.session?.finished ? nothing : html`<gym-clock .gym=${gym}></gym-clock>`}</p>
      <button type="button" class="sync ${state.sign}" aria-label=${label} @click=${() => gym.open("sync")}>${sign}<span>${state.text}</span></button>
    </header>`;
  }
}

function wayOut(account: string): string {
  return account === "guest" ? here("/") : here("/today/");
}

/** Time since the start. It alone is drawn again every second. */
export class GymClock extends Part {
  private beat: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.beat = setInterval(() => this.requestUpdate(), 1000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.beat);
  }

  protected override render(): TemplateResult {
    const { session } = this.gym;
    if (!session?.started) return html``;
    const seconds = (Date.now() - session.started.getTime()) / 1000;
    return html`<span role="timer" aria-live="off">${clock(Math.max(0, seconds))}</span>`;
  }
}

/** One mark a set: filled done, outlined now, thin to come. Each exercise is a button. */
export class GymStrip extends Part {
  protected override render(): TemplateResult {
    const { gym } = this;
    const asked = gym.lifts.reduce((sum, lift) => sum + Math.max(lift.sets, doneOf(lift)), 0);
    const done = gym.lifts.reduce((sum, lift) => sum + doneOf(lift), 0);
    const label = fill(ngettext("%(done)s of %(n)s set done", "%(done)s of %(n)s sets done", asked), { done, n: asked });
    return html`<nav class="strip" aria-label=${label}>${gym.lifts.map((lift) => {
      const mine = doneOf(lift);
      const all = Math.max(lift.sets, mine);
      const name = fill(gettext("%(name)s, %(done)s of %(n)s"), { name: lift.name, done: mine, n: all });
      const isFront = lift.id === gym.lift?.id;
      return html`<button type="button" aria-label=${name} aria-current=${isFront ? "step" : nothing} data-sets=${all} @click=${() => gym.show(lift.id)}>${Array.from(
        { length: all },
        (_, at) => html`<i class=${at < mine ? "done" : at === mine && isFront ? "now" : ""}></i>`,
      )}</button>`;
    })}</nav>`;
  }
}

function doneOf(lift: { rows: { kind: string }[] }): number {
  return lift.rows.filter((row) => row.kind !== "warmup").length;
}

customElements.define("gym-head", GymHead);
customElements.define("gym-clock", GymClock);
customElements.define("gym-strip", GymStrip);
