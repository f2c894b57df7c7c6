/** Another exercise: instead of this one, with the reasons, or added at the end. Both start from their own history. */
import { html, nothing, type TemplateResult } from "lit";
import type { ExerciseKit, Swap } from "../../device/index.ts";
import { written } from "../../../shared/numbers.ts";
import { fill, gettext, inSentence, ngettext } from "../../../shared/words.ts";
import { offer, swapLasting } from "../commands/for-good.ts";
import { addLift, swapLift } from "../commands/lifts.ts";
import { inWords } from "../format.ts";
import { range } from "../../planned.ts";
import type { Gym } from "../gym.ts";
import { lastValues, working } from "../model.ts";
import type { Page } from "./sheet.ts";

let sought = "";
let isForGood = false;

export function swap(gym: Gym): Page {
  const { lift } = gym;
  if (!lift) return { title: "", body: html`` };
  const offered = offer(gym.device.account, navigator.onLine, gym.kit, lift.slug);
  const lasting = isForGood && offered === "ready";
  const choose = (slug: string): void => void done(gym, () => (lasting ? swapLasting : swapLift)(gym, lift, slug));
  const left = Math.max(1, lift.sets - working(lift).length);
  const words = fill(ngettext("For the %(n)s set that is left.", "For the %(n)s sets that are left.", left), { n: left });
  return {
    title: fill(gettext("Instead of %(name)s"), { name: inSentence(lift.name) }),
    body: html`<p class="cap">${words}${offered === "none" ? html` ${gettext("Today only.")}` : nothing}</p>
      ${offered === "none" ? nothing : howLong(gym, lasting, offered === "ready")}
      <ul class="swaps">${(lift.kit?.swaps ?? []).map((each) => substitute(gym, each, choose))}</ul>
      ${search(gym, gettext("Any other exercise"), choose)}`,
  };
}

/** Today's workout, or her routine as well. */
function howLong(gym: Gym, lasting: boolean, isOnline: boolean): TemplateResult {
  const choose = (forGood: boolean): void => {
    isForGood = forGood;
    gym.changed();
  };
  return html`<fieldset class="how-long"><legend class="sr">${gettext("For how long")}</legend>
    <label class="choice"><input type="radio" name="how-long" .checked=${!lasting} @change=${() => choose(false)}><span>${gettext("Today only")}</span></label>
    <label class="choice"><input type="radio" name="how-long" .checked=${lasting} ?disabled=${!isOnline} aria-describedby="how-long-why" @change=${() => choose(true)}><span>${gettext("From now on")}</span></label>
    <p class="cap" id="how-long-why">${isOnline ? gettext("From now on changes your routine as well. Workouts you did stay as they are.") : gettext("From now on needs a signal: swap for today, and change the routine later under My routines.")}</p></fieldset>`;
}

export function add(gym: Gym): Page {
  const choose = (slug: string): void => void done(gym, () => addLift(gym, slug));
  return { title: gettext("Add an exercise"), body: search(gym, gettext("Search"), choose) };
}

/** The next time the dialog opens it begins afresh. */
export function forgetChoice(): void {
  sought = "";
  isForGood = false;
}

async function done(gym: Gym, act: () => Promise<unknown>): Promise<void> {
  forgetChoice();
  gym.open(undefined);
  await act();
}

function substitute(gym: Gym, swap: Swap, choose: (slug: string) => void): TemplateResult {
  const kit = swap.substitute ? gym.kit?.exercises[swap.substitute] : undefined;
  return html`<li><p class="cap"><b>${swap.label}</b></p><p>${swap.text} <span class="soft">${swap.why}</span></p>
    ${kit ? html`<button type="button" class="btn line small" @click=${() => choose(kit.slug)}><span>${fill(gettext("Do %(name)s"), { name: inSentence(kit.name) })}</span></button><p class="cap">${history(kit)}</p>` : nothing}</li>`;
}

/** A substitute starts from its own history, and says so. */
function history(kit: ExerciseKit): string {
  const last = kit.last?.sets.map(lastValues).filter((each) => each.kind !== "warmup").at(-1);
  const style = { style: kit.rep_style as "reps" };
  const { weight, low, high } = kit.target;
  const aim = weight ? `${written(weight)} ${kit.unit} × ${range(low, high)}` : range(low, high);
  return last
    ? fill(gettext("Last time %(last)s, target %(aim)s."), { last: inWords(last, style), aim })
    : fill(gettext("New to you. Target %(aim)s."), { aim });
}

function search(gym: Gym, label: string, choose: (slug: string) => void): TemplateResult {
  const wanted = sought.trim().toLowerCase();
  const all = Object.values(gym.kit?.exercises ?? {}).filter((each) => each.name.toLowerCase().includes(wanted));
  const type = (event: Event): void => {
    sought = (event.target as HTMLInputElement).value;
    gym.changed();
  };
  return html`<div class="f"><label for="gym-search">${label}</label><input id="gym-search" type="search" autocomplete="off" .value=${sought} @input=${type}></div>
    <p class="cap" role="status">${fill(ngettext("%(n)s exercise", "%(n)s exercises", all.length), { n: all.length })}</p>
    <ul class="picks">${all.map((each) => html`<li><button type="button" @click=${() => choose(each.slug)}><span class="dot ${each.lead}" aria-hidden="true"></span><span class="nm">${each.name}</span><span class="cap">${history(each)}</span></button></li>`)}</ul>`;
}
