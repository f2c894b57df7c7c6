/** The end: what it came to, and the way back. */
import { html, nothing, type TemplateResult } from "lit";
import { fill, gettext, ngettext } from "../../../shared/words.ts";
import { reopen } from "../commands/workout.ts";
import { inWords } from "../format.ts";
import type { Gym } from "../gym.ts";
import { working, type Lift, type Session } from "../model.ts";
import { better, setsDone, volume } from "../totals.ts";
import { roundel, setNumeral } from "./numerals.ts";
import { here } from "../../../shared/languages.ts";

export function summary(gym: Gym, session: Session): TemplateResult {
  const unit = gym.kit?.unit ?? "kg";
  const sets = setsDone(session.lifts);
  const tonnage = new Intl.NumberFormat(document.documentElement.lang || "en").format(volume(session.lifts, unit));
  const seconds = session.started && session.finished ? (session.finished.getTime() - session.started.getTime()) / 1000 : undefined;
  const risen = session.lifts.filter((lift) => better(lift));
  return html`<div class="summary"><h1>${gettext("Done for today")}</h1>
    <dl class="facts3"><div><dd class="num">${sets}</dd><dt>${ngettext("set", "sets", sets)}</dt></div>
      <div><dd class="num">${tonnage}<small>${unit}</small></dd><dt>${gettext("weight times reps")}</dt></div>
      ${seconds === undefined ? nothing : html`<div><dd class="num">${Math.max(1, Math.round(seconds / 60))}<small>${gettext("min")}</small></dd><dt>${gettext("from start to finish")}</dt></div>`}</dl>
    ${where(gym)}
    ${risen.length ? html`<section><h2>${gettext("More than last time")}</h2><ul class="risen">${risen.map(rise)}</ul></section>` : nothing}
    <section><h2>${gettext("What you did")}</h2><ul class="did">${session.lifts.map(done)}</ul></section>
  </div>
  <section class="dock end" aria-label=${gettext("Finished workout")}>
    <a class="btn go" href=${gym.device.account === "guest" ? here("/") : here("/today/")}>${gettext("Close")}</a>
    <button type="button" class="btn line" @click=${() => void reopen(gym)}>${gettext("Undo finish")}</button>
  </section>`;
}

function rise(lift: Lift): TemplateResult | typeof nothing {
  const found = better(lift);
  if (!found) return nothing;
  return html`<li>${roundel(lift)}<span class="nm">${lift.name}</span>${setNumeral(found.now, lift)}<span class="cap">${fill(gettext("last time %(what)s"), { what: inWords(found.was, lift) })}</span></li>`;
}

function done(lift: Lift): TemplateResult {
  const rows = working(lift);
  return html`<li>${roundel(lift)}<span class="nm">${lift.name}</span><span class="these">${rows.length ? rows.map((row) => html`<span>${setNumeral(row, lift)}</span>`) : html`<span class="soft">${gettext("nothing logged")}</span>`}</span></li>`;
}

/** Records are judged by the server, over all workouts: they stand on the workout's own page. */
function where(gym: Gym): TemplateResult {
  if (gym.device.account === "guest") {
    return html`<p class="keep">${gettext("This workout is kept on this phone only.")} <a href=${here("/accounts/signup/")}>${gettext("Sign up and keep it for good")}</a></p>`;
  }
  return gym.status.waits > 0
    ? html`<p class="keep">${gettext("It is sent as soon as there is a signal; records are judged then.")}</p>`
    : html`<p class="keep"><a href=${here(`/workouts/${gym.id}/`)}>${gettext("The whole workout, with its records")}</a></p>`;
}
