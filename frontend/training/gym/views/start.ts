/** Before the start: the routine with its targets at a glance, and one button. */
import { html, nothing, render, type TemplateResult } from "lit";
import { beginning, SITE_ROUTINE, zoneName } from "../../begin.ts";
import type { Device, Kit, KitLine, Seen } from "../../device/index.ts";
import { fill, gettext } from "../../../shared/words.ts";
import { dayInWords } from "../../../shared/dates.ts";
import { noteOpened } from "../../../shared/who.ts";
import { planned } from "../../planned.ts";
import { icon } from "./icons.ts";
import { roundel, sign } from "./numerals.ts";
import { broken, say } from "./screen.ts";
import { here } from "../../../shared/languages.ts";

/** Show the start of `routine` in `root`. */
export async function showStart(root: HTMLElement, device: Device, routine: string): Promise<void> {
  root.replaceChildren(); // the page's own words for phones that still fetch this script: the same
  render(say(gettext("Start a workout"), gettext("Looking for your targets.")), root);
  const [kit, open] = await Promise.all([device.kit({ routine: routine || SITE_ROUTINE }), device.openWorkout()]);
  if (!kit) {
    render(say(gettext("No plan on this phone yet"), gettext("Open this page once with a signal: targets, plates and cues are kept from then on.")), root);
    return;
  }
  let isBusy = false;
  const draw = (): void => void render(page({ kit, device, open, isBusy, start: (lines) => void start(lines) }), root);
  const start = async (lines: KitLine[]): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    draw();
    try {
      await begin(device, kit, lines);
    } catch {
      render(broken(), root);
    }
  };
  draw();
}

/** One transaction for all; back leads to where the start was pressed, not to a second start. */
async function begin(device: Device, kit: Kit, lines: KitLine[]): Promise<void> {
  const { id, changes } = beginning(kit, new Date(), zoneName(), lines);
  await device.write(changes);
  const path = here(`/train/${id}/`);
  noteOpened(path);
  location.replace(path);
}

interface Page {
  kit: Kit;
  device: Device;
  /** A workout that is not finished: it is offered first. */
  open: Seen | undefined;
  isBusy: boolean;
  start: (lines: KitLine[]) => void;
}

function page({ kit, device, open, isBusy, start }: Page): TemplateResult {
  const sets = kit.lines.reduce((sum, each) => sum + each.sets, 0);
  return html`<div class="gym begin">
    <div class="read"><header class="gym-top"><a href=${device.account === "guest" ? here("/") : here("/today/")} aria-label=${gettext("Back")}>${icon("back")}</a><p class="el"></p></header>
      <div class="gx"><h1>${kit.routine?.name ?? gettext("Workout")}</h1><p class="st">${fill(gettext("%(exercises)s exercises, %(sets)s sets"), { exercises: kit.lines.length, sets })}</p></div>
      <ol class="plan">${kit.lines.map((each, at) => line(kit, each, at + 1))}</ol>
      ${device.account === "guest" ? html`<p class="keep">${gettext("No account needed: the workout is kept on this phone. Signing up later takes it along.")} <a href=${here("/accounts/login/")}>${gettext("Sign in")}</a></p>` : nothing}</div>
    <section class="dock end" aria-label=${gettext("Start")}>${open ? resumed(open, kit, start) : fresh(kit, isBusy, start)}</section></div>`;
}

function fresh(kit: Kit, isBusy: boolean, start: Page["start"]): TemplateResult {
  return html`<button type="button" class="btn go" @click=${() => start(kit.lines)}>${isBusy ? gettext("Starting") : gettext("Start")}</button>
    <button type="button" class="btn line" @click=${() => start([])}>${gettext("Start empty: I choose as I go")}</button>`;
}

function resumed(open: Seen, kit: Kit, start: Page["start"]): TemplateResult {
  return html`<p class="cap">${fill(gettext("A workout of %(day)s is not finished."), { day: dayInWords(String(open.fields["day"])) })}</p>
    <a class="btn go" href=${here(`/train/${open.id}/`)}>${gettext("Resume it")}</a>
    <button type="button" class="btn line" @click=${() => start(kit.lines)}>${gettext("Start another")}</button>`;
}

function line(kit: Kit, each: KitLine, number: number): TemplateResult {
  const known = kit.exercises[each.exercise];
  const { name, load, sets, range, counted } = planned(kit, each);
  return html`<li>${roundel({ number, lead: known?.lead ?? "core" })}<span class="nm">${name}</span>
    <span class="num">${load.hands ? html`2${sign}` : nothing}${load.text}${load.unit ? html`<small>${load.unit}</small>` : nothing}</span>
    <span class="num dose">${sets}${sign}${range}${counted ? html`<small>${counted}</small>` : nothing}</span><span class="cap">${known?.target.headline ?? ""}</span></li>`;
}
