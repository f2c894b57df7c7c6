/** The style guide: states that only a pointer or the keyboard would show, sizes by their tokens, and Lit's parts. */
import { html, render, type TemplateResult } from "lit";
import { gettext } from "../shared/words.ts";
import type { Gym } from "../training/gym/gym.ts";
import { kit, lastTime, lift, row, values } from "../training/gym/testing.ts";
import { countPicks, weightPick } from "../training/gym/views/picks.ts";
import { setRows } from "../training/gym/views/rows.ts";

/** What the styles say of the real state is said of the class as well. */
const LOOKS: readonly (readonly [RegExp, string])[] = [
  [/:hover/g, ".look-hover"],
  [/:focus-visible/g, ".look-focus"],
  [/:active(?![\w-])/g, ".look-press"],
];

/** The rules that speak of a state, with its class in its place; those inside of conditions in the same condition. */
function looks(rules: CSSRuleList): string {
  return [...rules].map((rule) => {
    if (rule instanceof CSSMediaRule) {
      const inner = looks(rule.cssRules);
      return inner && `@media ${rule.conditionText} {${inner}}`;
    }
    if (!(rule instanceof CSSStyleRule)) return "";
    const selector = LOOKS.reduce((text, [state, name]) => text.replace(state, name), rule.selectorText);
    return selector === rule.selectorText ? "" : `${selector} {${rule.style.cssText}}`;
  }).join("");
}

function showStates(page: Document): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync([...page.styleSheets].map((each) => looks(each.cssRules)).join(""));
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
}

function showSizes(page: Document): void {
  for (const each of page.querySelectorAll<HTMLElement>("[data-size]")) each.style.fontSize = `var(${each.dataset["size"]})`;
  for (const each of page.querySelectorAll<HTMLElement>("[data-space]")) each.style.width = `var(${each.dataset["space"]})`;
}

/** A screen that stands still: what its parts read, and acts that do nothing. */
function still(changed: Partial<Gym>): Gym {
  const nothing = (): void => undefined;
  const gym = { fresh: "", editing: "", unsaved: "", options: false, values: values(), problems: {}, typed: {}, typing: "", kit: undefined, draft: nothing, toggleOptions: nothing, changed: nothing };
  return { ...gym, ...changed } as unknown as Gym;
}

function onTheWay(): TemplateResult {
  const one = lift({ kit: kit({ last: lastTime("80", 10, 9, 9, 8) }), rows: [row({ weight: "82.5", reps: 10, rir: "2" }), row({ weight: "82.5", reps: 9, state: "on-this-phone", note: gettext("Left knee felt it") })] });
  return setRows(still({ fresh: one.rows[1]?.id ?? "", lift: one }), one);
}

function inTrouble(): TemplateResult {
  const one = lift({ rows: [row({ weight: "82.5", reps: 10, conflict: true }), row({ weight: "82.5", reps: 9, state: "attention" }), row({ load_mode: "bodyweight_plus", weight: "10", reps: 20 })] });
  return setRows(still({ unsaved: one.id, lift: one }), one);
}

function dock(): TemplateResult {
  const one = lift();
  const gym = still({ lift: one, typed: { reps: "8x" }, problems: { reps: gettext("Whole reps, such as 8.") } });
  return html`<div class="dock"><div class="pick">${weightPick(gym, one, values())}${countPicks(gym, one, values({ reps: null }))}</div></div>`;
}

const PARTS: Record<string, () => TemplateResult> = { rows: onTheWay, trouble: inTrouble, dock };

showStates(document);
showSizes(document);
for (const place of document.querySelectorAll<HTMLElement>("[data-part]")) {
  const part = PARTS[place.dataset["part"] ?? ""];
  if (part) render(part(), place);
  // There is no workout behind them: what is pressed or typed goes no further.
  for (const act of ["click", "input"]) place.addEventListener(act, (event) => event.stopPropagation(), { capture: true });
}
