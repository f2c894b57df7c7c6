/** The rest timer. It counts by the clock, past zero too, and is drawn again four times a second while it runs. */
import { html, type TemplateResult } from "lit";
import { clock as countdown, remaining, type Rest } from "../../device/rest.ts";
import { fill, gettext } from "../../../shared/words.ts";
import { endRest, isStale, longer, ring } from "../commands/rest.ts";
import { clock } from "../format.ts";
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
    if (isStale(rest)) void endRest(this.gym);
    else if (remaining(rest) <= 0) void ring(this.gym);
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const { rest, lift } = this.gym;
    if (!rest) return html`<div class="tmr idle only-wide"><span class="num" aria-hidden="true">${clock(lift?.rest ?? 0)}</span><span class="cap">${gettext("rest after this set")}</span></div>`;
    const seconds = remaining(rest);
    const isOver = seconds <= 0;
    return html`<div class="tmr ${isOver ? "over" : ""}">
      ${line(rest)}
      <span class="num" role="timer" aria-live="off">${isOver && seconds > -1 ? "0:00" : countdown(seconds)}</span>
      <span class="cap">${isOver ? gettext("rest is over") : fill(gettext("rest, of\u00a0%(total)s"), { total: clock(rest.seconds) })}</span>
      <button type="button" aria-label=${gettext("15 seconds less")} @click=${() => void longer(this.gym, -1)}>−15</button>
      <button type="button" aria-label=${gettext("15 seconds more")} @click=${() => void longer(this.gym, 1)}>+15</button>
      <button type="button" aria-label=${isOver ? gettext("Close the timer") : gettext("Skip rest")} @click=${() => void endRest(this.gym)}>${isOver ? gettext("OK") : gettext("Skip")}</button></div>`;
  }
}

/** How much has passed, in steps of a second. */
function line(rest: Rest): TemplateResult {
  const left = Math.max(0, Math.ceil(remaining(rest)));
  const share = rest.seconds > 0 ? (1 - left / rest.seconds) * 100 : 100;
  return html`<svg class="tl" preserveAspectRatio="none" viewBox="0 0 100 4" aria-hidden="true"><path d="M0 0h100v4H0z" fill="var(--dock-hair)"/><rect width=${share.toFixed(2)} height="4" fill="var(--dock-ink)"/></svg>`;
}

customElements.define("gym-rest", GymRest);
