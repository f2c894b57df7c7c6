/** The gym screen: read above (or on the left), act below (or on the right). */
import { html, type TemplateResult } from "lit";
import { gettext } from "../../../shared/words.ts";
import { stopEditing } from "../commands/sets.ts";
import { undoDiscard } from "../commands/workout.ts";
import { bigType } from "./big.ts";
import { noticeBar } from "./hints.ts";
import { turn } from "./lift.ts";
import { Part } from "./part.ts";
import { summary } from "./summary.ts";
import { here } from "../../../shared/languages.ts";

export class GymScreen extends Part {
  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("keydown", this.key);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("keydown", this.key);
  }

  /** Arrow keys turn to the next exercise, where they have nothing better to do. */
  private key = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || this.gym.sheet) return;
    if (event.key === "Escape") this.back();
    if ((event.target as HTMLElement).closest("input, textarea, select")) return;
    if (event.key === "ArrowRight") turn(this.gym, 1);
    if (event.key === "ArrowLeft") turn(this.gym, -1);
  };

  /** Escape leaves what was opened last. */
  private back(): void {
    const { gym } = this;
    if (gym.editing) stopEditing(gym);
    else if (gym.options) gym.toggleOptions();
    else if (gym.big) gym.setBig(false);
  }

  protected override render(): TemplateResult {
    return html`${this.main()}<p class="sr" role="status" aria-live="polite">${this.gym.said}</p><gym-sheet .gym=${this.gym}></gym-sheet>`;
  }

  private main(): TemplateResult {
    const { gym } = this;
    const { session } = gym;
    if (gym.phase !== "ready" || !session) return this.waiting();
    if (session.discarded) return this.discarded();
    if (session.finished) return html`<div class="gym over"><gym-head .gym=${gym}></gym-head>${summary(gym, session)}</div>`;
    return html`<div class="gym ${gym.big ? "huge" : ""}">
      <div class="read"><gym-head .gym=${gym}></gym-head><gym-strip .gym=${gym}></gym-strip>
        <div class="scroll">${gym.big ? bigType(gym) : html`<gym-lift .gym=${gym}></gym-lift>`}</div>${noticeBar(gym)}</div>
      <gym-dock .gym=${gym}></gym-dock></div>`;
  }

  private waiting(): TemplateResult {
    const { phase } = this.gym;
    if (phase === "missing") {
      return say(gettext("This workout is not on this phone"), gettext("It may be on another phone, not sent yet, or belong to somebody else. With a signal, and signed in, what the server knows of it comes here by itself."));
    }
    if (phase === "broken") return broken();
    // Twin: templates/training/gym.html says the same before the script runs, so that nothing moves.
    return say(gettext("Opening the workout"), gettext("If it is not on this phone yet, the server is asked for it."));
  }

  private discarded(): TemplateResult {
    return html`<div class="say"><h1>${gettext("Workout discarded")}</h1><p>${gettext("It is gone from your log, and can be brought back.")}</p>
      <button type="button" class="btn" @click=${() => void undoDiscard(this.gym)}>${gettext("Undo: bring it back")}</button>
      <a class="link" href=${this.gym.device.account === "guest" ? here("/") : here("/today/")}>${gettext("Leave it")}</a></div>`;
  }
}

export function say(title: string, text: string): TemplateResult {
  return html`<div class="say"><h1>${title}</h1><p>${text}</p><a class="link" href=${here("/today/")}>${gettext("Back to today")}</a></div>`;
}

/** Where the browser keeps nothing, nothing can be promised. */
export function broken(): TemplateResult {
  return say(
    gettext("This browser keeps nothing"),
    gettext("The gym screen needs the browser's storage, which is switched off or full, as in some private windows. Use an ordinary window, or free some room, and open this page again. The form without script works without it."),
  );
}

customElements.define("gym-screen", GymScreen);
