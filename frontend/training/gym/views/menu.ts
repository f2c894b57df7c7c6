/** Everything about the exercise and the workout that is not needed at every set. */
import { html, nothing, type TemplateResult } from "lit";
import { fill, gettext, inSentence, ngettext } from "../../../shared/words.ts";
import { changeSets, flagPain, moveLift, pair, removeLift, unpair } from "../commands/lifts.ts";
import { discard, finish } from "../commands/workout.ts";
import type { Gym } from "../gym.ts";
import { remaining, working, type Lift } from "../model.ts";
import { icon } from "./icons.ts";
import { roundel } from "./numerals.ts";
import type { Page } from "./sheet.ts";
import { here } from "../../../shared/languages.ts";

export function menu(gym: Gym): Page {
  return { title: gym.session?.title || gettext("Workout"), body: html`${gym.lift ? ofLift(gym, gym.lift) : nothing}${ofWorkout(gym)}` };
}

function ofLift(gym: Gym, lift: Lift): TemplateResult {
  const isLeast = lift.sets <= Math.max(1, working(lift).length);
  const remove = (): void => {
    gym.open(undefined);
    void removeLift(gym, lift);
  };
  return html`<section><h3>${lift.name}</h3>
    <div class="count"><span>${fill(ngettext("%(n)s set", "%(n)s sets", lift.sets), { n: lift.sets })}</span>
      ${isLeast ? nothing : html`<button type="button" @click=${() => void changeSets(gym, lift, -1)}>${gettext("Remove a set")}</button>`}
      <button type="button" @click=${() => void changeSets(gym, lift, 1)}>${gettext("Add a set")}</button></div>
    <ul class="acts-list">
      ${item(gettext("Notes: seat, grip, today"), () => gym.open("note"))}
      ${item(gettext("Swap for another exercise"), () => gym.open("swap"))}
      <li><button type="button" aria-pressed=${lift.pain ? "true" : "false"} @click=${() => void flagPain(gym, lift, !lift.pain)}>${lift.pain ? gettext("It hurt: take that back") : gettext("It hurts")}</button></li>
      ${item(fill(gettext("Remove %(name)s"), { name: inSentence(lift.name) }), remove)}
    </ul></section>`;
}

function ofWorkout(gym: Gym): TemplateResult {
  const left = gym.lifts.reduce((sum, each) => sum + remaining(each), 0);
  const words = left ? fill(ngettext("%(n)s set is not done", "%(n)s sets are not done", left), { n: left }) : gettext("All sets are done");
  const big = (): void => {
    gym.open(undefined);
    gym.setBig(!gym.big);
  };
  return html`<section><h3>${gettext("This workout")}</h3>
    <button type="button" class="btn wide" @click=${() => void finish(gym)}>${gettext("Finish workout")}</button><p class="cap">${words}. ${gettext("Finishing can be undone.")}</p>
    <ul class="acts-list">
      ${item(gettext("Add an exercise"), () => gym.open("add"))}
      ${gym.lifts.length > 1 ? item(gettext("Order and supersets"), () => gym.open("order")) : nothing}
      ${item(gym.big ? gettext("Normal type") : gettext("Big type, to read from the rack"), big)}
      <li><a href=${gym.device.account === "guest" ? here("/") : here("/today/")}>${gettext("Pause: leave, it stays open")}</a></li>
      ${item(gettext("Discard workout"), () => void discard(gym))}
    </ul></section>`;
}

function item(text: string, act: () => void): TemplateResult {
  return html`<li><button type="button" @click=${act}>${text}</button></li>`;
}

export function order(gym: Gym): Page {
  return {
    title: gettext("Order and supersets"),
    body: html`<p class="cap">${gettext("A superset is done in turn: the rest comes after all of it.")}</p><ol class="order">${gym.lifts.map((lift, at) => line(gym, lift, at))}</ol>`,
  };
}

function line(gym: Gym, lift: Lift, at: number): TemplateResult {
  const next = gym.lifts[at + 1];
  const isLast = next === undefined;
  return html`<li class=${lift.superset === null ? "" : "tied"}>
    <div>${roundel(lift)}<span class="nm">${lift.name}</span>
      ${at === 0 ? html`<span></span>` : html`<button type="button" aria-label=${fill(gettext("Move %(name)s up"), { name: lift.name })} @click=${() => void moveLift(gym, lift, -1)}>${icon("up")}</button>`}
      ${isLast ? html`<span></span>` : html`<button type="button" aria-label=${fill(gettext("Move %(name)s down"), { name: lift.name })} @click=${() => void moveLift(gym, lift, 1)}>${icon("down")}</button>`}</div>
    ${next ? tie(gym, lift, next) : nothing}</li>`;
}

function tie(gym: Gym, lift: Lift, next: Lift): TemplateResult {
  const isPaired = lift.superset !== null && lift.superset === next.superset;
  const names = html`<span class="sr"> ${lift.name}, ${next.name}</span>`;
  return html`<button type="button" class="tie" @click=${() => void (isPaired ? unpair(gym, lift) : pair(gym, lift))}>${isPaired ? gettext("take the superset apart") : gettext("join as a superset")}${names}</button>`;
}
