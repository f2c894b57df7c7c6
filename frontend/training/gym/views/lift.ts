/** The exercise in front: its name, its note, its sets, the plates, and what comes next. */
import { html, nothing, type TemplateResult } from "lit";
import { fill, gettext, inSentence } from "../../../shared/words.ts";
import { load } from "../format.ts";
import { range } from "../../planned.ts";
import type { Gym } from "../gym.ts";
import { remaining, working, type Lift } from "../model.ts";
import { groupOf } from "../order.ts";
import { propose } from "../proposal.ts";
import { icon } from "./icons.ts";
import { hints } from "./hints.ts";
import { aimOf, roundel, sign } from "./numerals.ts";
import { Part } from "./part.ts";
import { platesUnder } from "./plates.ts";
import { setRows } from "./rows.ts";
import { follow } from "./swipe.ts";
import { warmUpRow } from "./warm-up.ts";

export class GymLift extends Part {
  private unfollow: (() => void) | undefined;
  private front = "";
  private at = "";
  /** The dock grows and shrinks with the timer. */
  private room = new ResizeObserver(() => this.keepInSight());

  override connectedCallback(): void {
    super.connectedCallback();
    this.unfollow = follow(this, (by) => turn(this.gym, by));
    const scroller = this.closest(".scroll");
    if (scroller) this.room.observe(scroller);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unfollow?.();
    this.room.disconnect();
  }

  /** The set that is next stays in sight; another exercise begins at its top. */
  protected override updated(): void {
    const { gym } = this;
    const front = gym.lift?.id ?? "";
    const at = `${gym.editing} ${gym.lift?.rows.length}`;
    if (front === this.front && at === this.at) return;
    document.title = gym.lift ? `${gym.lift.name}, ${inSentence(where(gym.lift)).replace(/\.$/, "")} – Legday` : document.title;
    const isOther = front !== this.front;
    [this.front, this.at] = [front, at];
    // With the frame: where things stand is reckoned once, and not between two changes of the same tap.
    requestAnimationFrame(() => {
      if (isOther) this.closest(".scroll")?.scrollTo({ top: 0 });
      this.keepInSight();
    });
  }

  private keepInSight(): void {
    this.querySelector(".srow.now")?.scrollIntoView({ block: "nearest" });
  }

  protected override render(): TemplateResult {
    const { gym } = this;
    const { lift } = gym;
    if (!lift) return empty(gym);
    return html`<article aria-labelledby="gym-lift">
      ${heading(gym, lift)}
      ${lift.pain ? painAdvice(gym, lift) : nothing}
      ${warmUpRow(gym, lift)}
      ${setRows(gym, lift)}
      ${platesUnder(gym, lift)}
      ${hints(gym, lift)}
    </article>
    ${upNext(gym, lift)}`;
  }
}

/** The exercise before (-1) or after (1) the one in front; at the ends it stays. */
export function turn(gym: Gym, by: -1 | 1): void {
  const at = gym.lifts.findIndex((each) => each.id === gym.lift?.id);
  const next = gym.lifts[at + by];
  if (!next) return;
  gym.show(next.id);
  gym.say(fill(gettext("%(name)s, exercise %(n)s of %(all)s"), { name: next.name, n: next.number, all: gym.lifts.length }));
}

function heading(gym: Gym, lift: Lift): TemplateResult {
  const label = lift.kit?.target.headline ? lift.kit.target.headline : gettext("About it.");
  return html`<header class="gx">
    <h1 id="gym-lift">${lift.name}</h1>
    <div class="acts">
      <button type="button" aria-label=${gettext("Swap exercise")} @click=${() => gym.open("swap")}>${icon("swap")}</button>
      <button type="button" aria-label=${gettext("Exercise and workout: menu")} @click=${() => gym.open("menu")}>${icon("menu")}</button>
    </div>
    <p class="st">${roundel(lift, "s")}<b>${where(lift)}</b>
      <button type="button" class="why" @click=${() => gym.open("about")}><span>${label}</span><span class="sr">${gettext("Why, cues, last time")}</span></button></p>
    ${together(gym, lift)}
    ${stickyNote(gym, lift)}
  </header>`;
}

function where(lift: Lift): string {
  const done = working(lift).length;
  if (remaining(lift) === 0) return fill(gettext("%(n)s of %(all)s done."), { n: done, all: Math.max(done, lift.sets) });
  return fill(gettext("Set %(n)s of %(all)s."), { n: done + 1, all: lift.sets });
}

function together(gym: Gym, lift: Lift): TemplateResult | typeof nothing {
  const others = groupOf(lift, gym.lifts).filter((each) => each !== lift);
  if (others.length === 0) return nothing;
  const names = others.map((each) => each.name).join(", ");
  return html`<p class="cap turn">${fill(gettext("In turn with %(names)s: rest after all of them."), { names })}</p>`;
}

function stickyNote(gym: Gym, lift: Lift): TemplateResult | typeof nothing {
  const lines = [gym.sticky(lift.slug), lift.note].join("\n").split("\n").filter((line) => line.trim());
  if (lines.length === 0) return nothing;
  return html`<button type="button" class="sticky" @click=${() => gym.open("note")}>${icon("note")}<span>${lines.join(" · ")}</span><span class="sr">${gettext("Edit note")}</span></button>`;
}

function painAdvice(gym: Gym, lift: Lift): TemplateResult {
  return html`<div class="advice" role="note">${icon("alert")}<p>${gettext("You marked pain here. Stop this one for today: pick a substitute, and see a professional if it lasts.")}</p>
    <button type="button" class="link" @click=${() => gym.open("swap")}>${fill(gettext("Instead of %(name)s"), { name: inSentence(lift.name) })}</button></div>`;
}

/** On a phone the next one; where there is room all that are still to come. */
function upNext(gym: Gym, lift: Lift): TemplateResult | typeof nothing {
  const at = gym.lifts.indexOf(lift);
  const coming = [...gym.lifts.slice(at + 1), ...gym.lifts.slice(0, at)].filter((each) => remaining(each) > 0);
  if (coming.length === 0) return nothing;
  return html`<nav class="then" aria-label=${gettext("Still to come")}><span class="cap only-narrow" aria-hidden="true">${gettext("Next")}</span>
    <ol>${coming.map((each) => html`<li><button type="button" @click=${() => gym.show(each.id)}>${roundel(each)}<span class="nm">${each.name}</span>${aim(each)}</button></li>`)}</ol></nav>`;
}

function aim(lift: Lift): TemplateResult {
  const values = propose(lift);
  const weight = values.load_mode !== "bodyweight" && values.weight !== null;
  if (!weight) return html`<span class="num">${lift.sets}${sign}${range(aimOf(lift).low, aimOf(lift).high)}</span>`;
  return html`<span class="num">${lift.kit?.per_hand ? html`2${sign}` : nothing}${load(values)}<small>${values.unit}</small></span>`;
}

function empty(gym: Gym): TemplateResult {
  return html`<article class="none"><h1>${gettext("No exercises yet")}</h1>
    <p>${gettext("Add the first one: its target, last time and plates come with it.")}</p>
    <button type="button" class="btn" @click=${() => gym.open("add")}>${icon("plus")}${gettext("Add an exercise")}</button></article>`;
}

customElements.define("gym-lift", GymLift);
