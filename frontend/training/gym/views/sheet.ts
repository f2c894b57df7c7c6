/** What is opened over the screen: a dialog of the browser's own, which holds the focus and closes on Escape. */
import { html, nothing, type TemplateResult } from "lit";
import { gettext } from "../../../shared/words.ts";
import type { Gym, Sheet } from "../gym.ts";
import { about } from "./about.ts";
import { add, forgetChoice, swap } from "./choose.ts";
import { icon } from "./icons.ts";
import { menu, order } from "./menu.ts";
import { note } from "./note.ts";
import { Part } from "./part.ts";
import { sync } from "./sync.ts";

export interface Page {
  title: string;
  body: TemplateResult;
}

const PAGES: Record<Sheet, (gym: Gym) => Page> = { about, swap, add, menu, order, note, sync };

export class GymSheet extends Part {
  protected override render(): TemplateResult | typeof nothing {
    const { gym } = this;
    if (!gym.sheet) return nothing;
    const page = PAGES[gym.sheet](gym);
    const close = (): void => {
      forgetChoice();
      gym.open(undefined);
    };
    return html`<dialog class="gym-sheet" aria-labelledby="sheet-title" @close=${close} @click=${(event: Event) => event.target === event.currentTarget && close()}>
      <div class="page"><header><h2 id="sheet-title">${page.title}</h2><button type="button" class="shut" aria-label=${gettext("Close")} @click=${close}>${icon("cross")}</button></header>
      ${page.body}</div></dialog>`;
  }

  protected override updated(): void {
    const dialog = this.querySelector("dialog");
    if (dialog && !dialog.open) dialog.showModal();
  }
}

customElements.define("gym-sheet", GymSheet);
