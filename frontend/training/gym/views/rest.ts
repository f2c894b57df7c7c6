/** The rest timer. It counts by the clock, past zero too, and is drawn again four times a second while it runs. */
import { html, type TemplateResult } from "lit";
import { fill, gettext } from "../../../shared/words.ts";
import { ring, stopRest, stretchRest } from "../commands/rest.ts";
import { clock } from "../format.ts";
import { isStale, left, passed, STEP_SECONDS, type Rest } from "../rest.ts";
import { Part } from "./part.ts";

const BEAT_MS = 250;

export class GymRest extends Part {
  private beat: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.beat = setInterval(() => this.tick(), BEAT_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.beat);
  }

  private tick(): void {
    const { rest } = this.gym;
    if (!rest) return;
    if (isStale(rest, Date.now())) stopRest(this.gym);
    else if (left(rest, Date.now()) <= 0) void ring(this.gym);
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const { rest, lift } = this.gym;
    if (!rest) return html`<div class="tmr idle only-wide"><span class="num" aria-hidden="true">${clock(lift?.rest ?? 0)}</span><span class="cap">${gettext("rest after this set")}</span></div>`;
    const seconds = left(rest, Date.now());
    return html`<div class="tmr ${seconds <= 0 ? "over" : ""}">
      ${line(rest)}
      <span class="num" role="timer" aria-live="off">${seconds <= 0 ? clock(seconds || -0.1) : clock(seconds)}</span>
      <span class="cap">${seconds <= 0 ? gettext("rest is over") : fill(gettext("rest, of\u00a0%(total)s"), { total: clock(rest.total) })}</span>
      <button type="button" aria-label=${gettext("15 seconds less")} @click=${() => stretchRest(this.gym, -STEP_SECONDS)}>−15</button>
      <button type="button" aria-label=${gettext("15 seconds more")} @click=${() => stretchRest(this.gym, STEP_SECONDS)}>+15</button>
      <button type="button" aria-label=${seconds <= 0 ? gettext("Close the timer") : gettext("Skip rest")} @click=${() => stopRest(this.gym)}>${seconds <= 0 ? gettext("OK") : gettext("Skip")}</button></div>`;
  }
}

/** How much has passed, in steps of a second. */
function line(rest: Rest): TemplateResult {
  const seconds = Math.max(0, left(rest, Date.now()));
  const share = passed(rest, rest.end - seconds * 1000) * 100;
  return html`<svg class="tl" preserveAspectRatio="none" viewBox="0 0 100 4" aria-hidden="true"><path d="M0 0h100v4H0z" fill="var(--dock-hair)"/><rect width=${share.toFixed(2)} height="4" fill="var(--dock-ink)"/></svg>`;
}

customElements.define("gym-rest", GymRest);
