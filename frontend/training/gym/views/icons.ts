/** Drawn signs, 24 units, in the text's colour, hidden from readers: words stand beside them or in a label. */
import { html, svg, type TemplateResult } from "lit";

const PATHS = {
  back: svg`<path d="M15 4l-8 8 8 8"/>`,
  swap: svg`<path d="M4 8h15l-4-4M20 16H5l4 4"/>`,
  menu: svg`<path d="M4 6h16M4 12h16M4 18h16"/>`,
  note: svg`<path d="M5 4h14v16l-7-4-7 4z"/>`,
  about: svg`<circle cx="12" cy="12" r="9"/><path d="M12 11v6M12 7v2" stroke-width="2.25"/>`,
  alert: svg`<path d="M12 3 1.500 21h21z"/><path d="M12 9.500v6M12 17v2" stroke-width="2.25"/>`,
  cross: svg`<path d="m5 5 14 14M19 5 5 19"/>`,
  up: svg`<path d="M12 20V4M5 11l7-7 7 7"/>`,
  down: svg`<path d="M12 4v16M5 13l7 7 7-7"/>`,
  plus: svg`<path d="M12 4v16M4 12h16"/>`,
  trash: svg`<path d="M4 6h16M9 6V3h6v3M6 6l1 15h10l1-15M10 10v7M14 10v7"/>`,
};

export function icon(name: keyof typeof PATHS): TemplateResult {
  return html`<svg class="ic" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" aria-hidden="true">${PATHS[name]}</svg>`;
}

/** One tick: saved on this phone. Two: saved. */
export function tick(isSaved: boolean): TemplateResult {
  return isSaved
    ? html`<svg class="tick2" viewBox="0 0 22 12" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true"><path d="M1.500 6.500l4 4L13.500 1.500M9.500 9l1.500 1.500L20 1.500"/></svg>`
    : html`<svg class="tick" viewBox="0 0 16 12" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true"><path d="M2 6.500l4 4L14 1.500"/></svg>`;
}
