/** What hangs on each side: the sum is the numeral, the side view its picture. Twin: templates/training/plates.html. */
import { html, nothing, svg, type TemplateResult } from "lit";
import type { Stock } from "../../device/index.ts";
import type { Loading } from "../../device/plates.ts";
import { written } from "../../../shared/numbers.ts";
import { fill, gettext } from "../../../shared/words.ts";
import type { Gym } from "../gym.ts";
import { KG_PER_LB, platesFor, totalOf } from "../loading.ts";
import type { Lift } from "../model.ts";

// The picture's units: the collar ends at 37, the sleeve is 64 high, and shows at least as much bar as this.
const COLLAR = 40;
const GAP = 3;
const HEIGHT = 64;
const SHORTEST = 168;
const HEAVIEST_KG = 25;
const LIGHTEST = 16;
/** Colours of competition plates, by the least weight in kilograms that wears them (a 45 lb plate is a 20's blue). */
const COLOURS = [[23, "25"], [18, "20"], [13, "15"], [9, "10"], [0, "small"]] as const;

export function platesUnder(gym: Gym, lift: Lift): TemplateResult | typeof nothing {
  const { values } = gym;
  const found = values && platesFor(gym.kit, lift, values);
  if (!values || !found) return nothing;
  const { stock, answer } = found;
  if (answer.exact) return picture(answer.exact.perSide, stock);
  const near = [answer.below, answer.above].flatMap((each) => (each ? [totalOf(each, values.unit)] : []));
  return html`<section class="plates off" aria-label=${gettext("Plates")}><p>${fill(gettext("%(weight)s %(unit)s cannot be loaded here. Nearest:"), { weight: written(values.weight ?? ""), unit: values.unit })}</p>
    <div>${near.map((each) => html`<button type="button" class="btn line small" @click=${() => gym.draft({ weight: each })}>${written(each)}<small>${values.unit}</small></button>`)}</div></section>`;
}

function picture(side: Loading["perSide"], stock: Stock): TemplateResult {
  const drawn = draw(side);
  const last = drawn.at(-1);
  const width = Math.max(SHORTEST, last ? last.x + last.width + 24 : 0);
  return html`<section class="plates" aria-label=${gettext("Plates")}>
    <p>${side.length ? html`<span class="num">${side.map((plate) => written(plate.size)).join(" + ")}</span>` : nothing}<span class="cap">${caption(side, stock)}</span></p>
    <svg viewBox="0 0 ${width} 64" preserveAspectRatio="xMinYMid meet" aria-hidden="true"><path d="M0 29h${width}v6H0zM30 22h7v20h-7z" fill="var(--steel)"/>${drawn.map(
      (plate) => svg`<rect x=${plate.x} y=${(HEIGHT - plate.height) / 2} width=${plate.width} height=${plate.height} rx="2" fill="var(--plate-${plate.colour})" stroke="#13171d"/>
        <text x=${plate.x + plate.width / 2} y="37" font-size=${sizeOf(plate.text)} text-anchor="middle" class=${plate.colour === "small" || plate.colour === "15" ? "" : "on"}>${plate.text}</text>`,
    )}</svg></section>`;
}

function caption(side: Loading["perSide"], stock: Stock): string {
  const { bar, unit } = stock;
  const isKnown = Number(bar) > 0;
  if (side.length === 0) return isKnown ? fill(gettext("the %(bar)s %(unit)s bar alone"), { bar, unit }) : gettext("no plates");
  return isKnown ? fill(gettext("a side, %(bar)s %(unit)s bar"), { bar, unit }) : gettext("a side, plates only");
}

interface Drawn {
  text: string;
  colour: string;
  x: number;
  width: number;
  height: number;
}

function draw(side: Loading["perSide"]): Drawn[] {
  let x = COLLAR;
  return side.map(({ size, unit }) => {
    const kilograms = Number(size) * (unit === "lb" ? KG_PER_LB : 1);
    const width = kilograms >= 9 || size.length > 2 ? 26 : 22;
    const full = LIGHTEST + Math.round((HEIGHT - LIGHTEST) * Math.min(kilograms / HEAVIEST_KG, 1) ** 0.6);
    const colour = COLOURS.find(([least]) => kilograms >= least)?.[1] ?? "small";
    const plate = { text: size, colour, x, width, height: Math.floor(full / 2) * 2 };
    x += width + GAP;
    return plate;
  });
}

function sizeOf(text: string): number {
  return [16, 16, 15, 13][text.length] ?? 10;
}
