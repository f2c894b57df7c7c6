/** Quiet lines between the sets and the dock: what was done, with its undo; asked once: may the phone ring. */
import { html, nothing, type TemplateResult } from "lit";
import { recall, remember } from "../../../shared/stored.ts";
import { gettext } from "../../../shared/words.ts";
import { askToNotify, canNotify, mayAskToNotify } from "../commands/rest.ts";
import type { Gym } from "../gym.ts";
import type { Lift } from "../model.ts";
import { working } from "../model.ts";
import { here } from "../../../shared/languages.ts";

const ASKED = "legday.ring";
const GUEST_TOLD = "legday.guest-told";

export function hints(gym: Gym, lift: Lift): TemplateResult | typeof nothing {
  if (gym.rest && recall(ASKED) === null) return ringing(gym);
  if (gym.device.account === "guest" && recall(GUEST_TOLD) === null && working(lift).length > 0) return guest(gym);
  return nothing;
}

/** The notice stands above the dock, wherever the page is scrolled to. */
export function noticeBar(gym: Gym): TemplateResult | typeof nothing {
  const { notice } = gym;
  if (!notice) return nothing;
  const close = (): void => {
    gym.notice = undefined;
    gym.changed();
  };
  const undo = async (): Promise<void> => {
    close();
    await notice.undo?.();
    gym.say(gettext("Undone."));
  };
  return html`<div class="notice"><p>${notice.text}</p>${notice.undo ? html`<button type="button" @click=${() => void undo()}>${gettext("Undo")}</button>` : nothing}
    <button type="button" aria-label=${gettext("Close the notice")} @click=${close}>${gettext("OK")}</button></div>`;
}

/** Asked at the first rest, when it is plain what for. */
function ringing(gym: Gym): TemplateResult | typeof nothing {
  const answer = (text: string): void => {
    remember(ASKED, text);
    gym.changed();
  };
  if (canNotify()) return nothing;
  if (!mayAskToNotify()) {
    return html`<div class="hint"><p>${cannotRing()}</p><button type="button" class="link" @click=${() => answer("told")}>${gettext("OK")}</button></div>`;
  }
  const ask = async (): Promise<void> => answer(await askToNotify());
  return html`<div class="hint"><p>${gettext("Tell you when the rest is over?")}</p>
    <button type="button" class="link" @click=${() => void ask()}>${gettext("Yes")}</button><button type="button" class="link" @click=${() => answer("no")}>${gettext("No")}</button></div>`;
}

/** What this browser can do when a rest is over, in words. */
export function cannotRing(): string {
  const vibrates = "vibrate" in navigator;
  return vibrates
    ? gettext("This browser vibrates when the rest is over, but cannot call you while the screen is locked. The timer shows the truth when you are back.")
    : gettext("This browser cannot call you when the rest is over. The timer runs on while the screen is locked, and shows the truth when you are back.");
}

function guest(gym: Gym): TemplateResult {
  const close = (): void => {
    remember(GUEST_TOLD, "1");
    gym.changed();
  };
  return html`<div class="hint"><p>${gettext("You train without an account: this workout is kept on this phone only.")}</p>
    <a class="link" href=${here("/accounts/signup/")}>${gettext("Sign up, keep it")}</a><button type="button" class="link" @click=${close}>${gettext("Not now")}</button></div>`;
}
